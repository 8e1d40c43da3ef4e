"""Makes changes that were found between two versions in the old one, or in another version that differs elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ..text.pointer import Pointer
from .record_changes import Change

_Places = tuple[Pointer, Pointer]
"""The pointers in the old and the new version."""


def applied(old: Any, changes: Iterable[Change]) -> Any:
    """The new version of a value, from the old one and the changes between the whole versions.

    >>> applied({"b": [1]}, [Change("added", ("b",), ("b", 0), None, 7)])
    {'b': [7, 1]}
    """
    return _Application(changes).of(old, (), ())


class _Application:
    def __init__(self, changes: Iterable[Change]) -> None:
        self._here: dict[_Places, Change] = {}
        self._removed: dict[_Places, set[Any]] = defaultdict(set)
        self._added: dict[_Places, dict[Any, Any]] = defaultdict(dict)
        for each in changes:
            if each.kind == "removed":
                self._removed[each.old_pointer[:-1], each.new_pointer].add(each.old_pointer[-1])
            elif each.kind == "added":
                self._added[each.old_pointer, each.new_pointer[:-1]][each.new_pointer[-1]] = each.new
            else:
                self._here[each.old_pointer, each.new_pointer] = each

    def of(self, old: Any, before: Pointer, after: Pointer) -> Any:
        """The new version of the value at these pointers."""
        change = self._here.get((before, after))
        if change and change.kind == "changed":
            return change.new
        removed, added = self._removed.get((before, after), set()), self._added.get((before, after), {})
        if isinstance(old, dict):
            kept = {
                key: self.of(value, (*before, key), (*after, key)) for key, value in old.items() if key not in removed
            }
            return kept | added
        if not isinstance(old, list):
            return old
        order = list(change.new) if change else [place for place in range(len(old)) if place not in removed]
        waiting = iter(order)
        made = []
        for place in range(len(order) + len(added)):
            if place in added:
                made.append(added[place])
            else:
                origin = next(waiting)
                made.append(self.of(old[origin], (*before, origin), (*after, place)))
        return made
