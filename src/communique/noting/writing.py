"""The text of a record from notes, with the mark on each item that a person has to look at."""

from __future__ import annotations

from ..authoring.confirmation import marked
from ..importing.record_files import record_text
from .record import Noted, whole


def written(noted: Noted, id: str, editor: str) -> str:
    """The record with this id as YAML; ``editor`` is the comment in its first line, which is for editors."""
    lines, name, number = [f"# {editor}"], "", -1
    for line in record_text(whole(noted, id)).splitlines():
        if line.startswith("- "):
            number += 1
        elif line[:1].isalpha():
            name, number = line.partition(":")[0], -1
        is_first = line.startswith("- ")
        lines.append(marked(line) if is_first and (name, number) in noted.unsure else line)
    return "\n".join(lines) + "\n"
