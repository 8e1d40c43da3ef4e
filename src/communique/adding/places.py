"""Where a corpus has its definitions, and where a new one belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..text.inflection import plural

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus, Entry
    from ..models import Entity


def paths_of(corpus: Corpus, kind: str) -> dict[str, str]:
    """The path of the file that defines each thing of the kind, by its id and by its former ids."""
    found: dict[str, str] = {}
    for entry in corpus.entries:
        for each in _defined(entry, kind):
            for id in (each.id, *each.former_ids):
                found.setdefault(id, entry.path)
    return found


def registry_for(corpus: Corpus, kind: str, type: str = "") -> str:
    """The path of the registry with most things of this kind and type, or of any type; empty if none has any."""
    registries = [entry for entry in corpus.entries if entry.record.kind == "registry"]
    counts = {entry.path: sum(_is_of(each, type) for each in _defined(entry, kind)) for entry in registries}
    if counts and (most := max(counts.values())):
        return min(path for path, count in counts.items() if count == most)
    return ""


def _defined(entry: Entry, kind: str) -> Iterator[Entity]:
    yield from getattr(entry.record, plural(kind), ())


def _is_of(thing: Entity, type: str) -> bool:
    return not type or getattr(thing, "type", "") == type
