"""The ids that the files of a folder define, by a quick look at their lines: for proposals while somebody types.

Nothing is checked. Of a definition in braces, only an id that comes first is seen.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from ..lazy import lazy_pattern
from ..models import ENTITY_FIELDS, RECORD_KINDS
from .record_files import content, is_json, record_files

_LINE = lazy_pattern(
    r"^(?:(?P<depth> *(?:- +)?)\{?id: *[\"']?(?P<id>[a-z0-9-]+)|(?P<field>[a-z_]+): *(?P<value>[a-z]*))"
)


def ids(folder: Path, begun: str, kinds: Container[str]) -> list[str]:
    """The ids of these kinds that begin with a text, each once and in order; a file that cannot be read has none."""
    found = {id for path in record_files(folder) for kind, id in _defined(path, folder, begun) if kind in kinds}
    return sorted(id for id in found if id.startswith(begun))


def _defined(path: Path, folder: Path, begun: str) -> Iterator[tuple[str, str]]:
    """The kinds and ids of the definitions in a file; none, if nothing in it begins with the text."""
    try:
        raw = content(path, folder)
    except OSError:
        return
    if begun.encode() not in raw:
        return
    text = raw.decode("utf-8", "replace")
    yield from _of_json(text) if is_json(str(path), text) else _of_yaml(text)


def _of_yaml(text: str) -> Iterator[tuple[str, str]]:
    """Of the ids in a list of definitions, those that are least indented: others are ids inside the definitions."""
    kind, record, field, found = "", "", "", list[tuple[int, str, str]]()
    for line in text.splitlines():
        if not (match := _LINE.match(line)):
            continue
        if match["field"]:
            field = match["field"]
            kind = match["value"] if field == "kind" else kind
        elif match["depth"]:
            found.append((len(match["depth"]), field, match["id"]))
        else:
            record = match["id"]
    if kind in RECORD_KINDS and record:
        yield kind, record
    for name, defined in ENTITY_FIELDS.items():
        least = min((depth for depth, field, _ in found if field == name), default=0)
        yield from ((defined, id) for depth, field, id in found if field == name and depth == least)


def _of_json(text: str) -> Iterator[tuple[str, str]]:
    try:
        record: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    if not isinstance(record, dict):
        return
    things = [(record.get("kind"), record)]
    for name, defined in ENTITY_FIELDS.items():
        items = record.get(name)
        things += [(defined, each) for each in items] if isinstance(items, list) else []
    for kind, thing in things:
        if isinstance(kind, str) and isinstance(thing, dict) and isinstance(thing.get("id"), str):
            yield kind, thing["id"]
