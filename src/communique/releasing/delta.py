"""What changed between two editions: thing by thing, and field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..corpus.record_changes import Change, changes
from ..exporting.tables import ROOTS
from ..text.pointer import json_pointer
from .edition import Edition

Json = dict[str, Any]

DELTA = "delta.jsonl"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class ThingChanges(NamedTuple):
    """A thing that is new, was removed or changed: ``old`` or ``new`` is None, or both are there with the ``changes``.

    A thing that is new or removed is one change, of the whole thing.
    """

    table: str
    id: str
    old: Json | None
    new: Json | None
    changes: list[Change]

    @property
    def lost_ids(self) -> list[str]:
        """The ids of assertions that are no longer in it: others may have named them."""
        return sorted(set(_ids(self.old)) - set(_ids(self.new))) if self.old and self.new else []


def delta(old: Edition, new: Edition) -> Iterator[ThingChanges]:
    """Each thing that differs, in the order of the tables and ids; nothing for two editions of the same data.

    Where a thing is defined is not compared: it is the same thing in a registry and in an announcement.
    """
    for table in ROOTS:
        for before, after in _pairs(old.things(table), new.things(table)):
            found = _thing_changes(before, after)
            if found:
                yield ThingChanges(table, (after or before or {})["id"], before, after, found)


def _thing_changes(old: Json | None, new: Json | None) -> list[Change]:
    if old is None:
        return [Change("added", (), (), None, new)]
    return changes(old, new) if new is not None else [Change("removed", (), (), old, None)]


def _pairs(old: Iterator[Json], new: Iterator[Json]) -> Iterator[tuple[Json | None, Json | None]]:
    """Both versions of each thing, one of which may be None. Both sides are in the order of the ids."""
    before, after = next(old, None), next(new, None)
    while before is not None or after is not None:
        if after is None or (before is not None and before["id"] < after["id"]):
            yield before, None
            before = next(old, None)
        elif before is None or after["id"] < before["id"]:
            yield None, after
            after = next(new, None)
        else:
            yield before, after
            before, after = next(old, None), next(new, None)


def lines(found: ThingChanges) -> str:
    """Each change of a thing as a line of `delta.jsonl`."""
    return "".join(f"{_encode(_line(found, each))}\n" for each in found.changes)


def _line(found: ThingChanges, change: Change) -> Json:
    way = change.old_pointer if change.kind == "removed" else change.new_pointer
    return {
        "table": found.table,
        "id": found.id,
        "change": change.kind,
        "field": ".".join(part for part in way if isinstance(part, str)),
        "old_pointer": json_pointer(change.old_pointer),
        "new_pointer": json_pointer(change.new_pointer),
        "old": change.old,
        "new": change.new,
    }


def _ids(value: Any, depth: int = 0) -> Iterator[str]:
    """The ids inside a thing. Passages have ids only for the evidence of their own record."""
    if isinstance(value, dict):
        if depth and isinstance(value.get("id"), str):
            yield value["id"]
        for name, inner in value.items():
            if name != "passages":
                yield from _ids(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner, depth + 1)
