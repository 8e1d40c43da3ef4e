"""The ids that a corpus defines, and where. Read from plain data, so that records with schema errors are included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .. import models
from ..text.pointer import Pointer


class Defined(NamedTuple):
    """Where a record defines an id, or lists it as a former id: then ``merged_into`` is the present one."""

    kind: str
    pointer: Pointer
    merged_into: str = ""


class Definition(NamedTuple):
    """An id and where it is defined. For a merged id: where it is listed as a former id, and its successor."""

    id: str
    kind: str
    path: str
    pointer: Pointer
    merged_into: str = ""


def duplicates(places: Sequence[Definition]) -> Iterator[tuple[Definition, Definition]]:
    """The definitions to report if an id is defined more than once, each with another definition of it.

    Within a file, these are all definitions except the first. Between files, it is the first definition of each file,
    so that every file involved has a finding.
    """
    firsts: dict[str, Definition] = {}
    for place in places:
        firsts.setdefault(place.path, place)
    for place in places:
        if place is not firsts[place.path]:
            yield place, firsts[place.path]
        elif len(firsts) > 1:
            yield place, next(first for path, first in firsts.items() if path != place.path)


Index = dict[str, tuple[Definition, ...]]


def index(definitions: Iterable[Definition]) -> Index:
    """The definitions of a corpus by id, in the order in which the ids are first given, as present or as former ids."""
    by_id: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions:
        found = by_id[definition.id]
        if not definition.merged_into:
            found.append(definition)
    return {id: tuple(found) for id, found in by_id.items() if found}


def definitions(path: str, data: Any) -> Iterator[Definition]:
    """Every id that a record defines, read from its plain data."""
    for id, each in defined(data):
        yield Definition(id, each.kind, path, each.pointer, each.merged_into)


def defined(data: Any) -> list[tuple[str, Defined]]:
    """Every id that a record defines, read from its plain data: errors in the rest do not matter."""
    if not isinstance(data, dict):
        return []
    found: list[tuple[str, Defined]] = []
    if isinstance(id := data.get("id"), str):
        found.append((id, Defined(str(data.get("kind", "record")), ("id",))))
    for name, kind in models.ENTITY_FIELDS.items():
        items = data.get(name)
        for position, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(id := item.get("id"), str):
                found.append((id, Defined(kind, (name, position, "id"))))
                if "former_ids" in item:
                    found += _former_ids(item, kind, (name, position, "former_ids"))
    return found


def _former_ids(item: dict[str, Any], kind: str, pointer: Pointer) -> Iterator[tuple[str, Defined]]:
    former = item["former_ids"]
    for position, id in enumerate(former if isinstance(former, list) else ()):
        if isinstance(id, str):
            yield id, Defined(kind, (*pointer, position), item["id"])
