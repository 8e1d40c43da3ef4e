"""Brings a file to new data: only what differs is edited."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..corpus.record_changes import Change, changes
from ..text.pointer import Pointer
from .record_text import RecordText
from .surroundings import EditError


def updated(content: bytes, new: dict[str, Any], path: str = "") -> bytes:
    """The content of a file with the new data. What is the same stays as it is written, byte for byte.

    New keys go where ``new`` has them among those that are there.

    Raises:
        EditError: a comment would be lost, or the file cannot be changed without changing other parts.
    """
    file = RecordText(content, path)
    if not isinstance(file.data, dict):
        raise EditError("it is not a record")
    if found := changes(file.data, new):
        _Update(file, new, found).make()
    return file.content()


class _Update:
    """Makes changes: first those of values and keys, then those of lists, the innermost first.

    So every old pointer leads to its value until that is changed.
    """

    def __init__(self, file: RecordText, new: dict[str, Any], found: Sequence[Change]) -> None:
        self._file, self._new = file, new
        self._found = [each for each in found if each.kind != "reordered"]
        self._lists: dict[Pointer, list[Change]] = defaultdict(list)
        for each in found:
            if holder := _list_of(each):
                self._lists[holder].append(each)

    def make(self) -> None:
        for kind in ("changed", "added", "removed"):
            for each in self._found:
                if each.kind == kind and not _list_of(each):
                    self._make(each)
        for holder in sorted(self._lists, key=len, reverse=True):
            self._rearrange(holder, self._lists[holder])

    def _make(self, change: Change) -> None:
        if change.kind == "changed":
            self._file.replace(change.old_pointer, change.new)
        elif change.kind == "removed":
            self._file.remove(change.old_pointer)
        else:
            order = [*_at(self._new, change.new_pointer[:-1])]
            self._file.insert((*change.old_pointer, change.new_pointer[-1]), change.new, order)

    def _rearrange(self, holder: Pointer, found: Sequence[Change]) -> None:
        """Remove items, bring the rest in order, and add items."""
        removed = sorted((each.old_pointer[-1] for each in found if each.kind == "removed"), reverse=True)
        added = [each for each in found if each.kind == "added"]
        if len(removed) == len(_at(self._file.data, holder)):
            self._file.replace(holder, [each.new for each in added])
            return
        for place in removed:
            self._file.remove((*holder, place))
        for each in found:
            if each.kind == "reordered":
                self._order(holder, [each.old.index(place) for place in each.new])
        for each in added:
            self._file.insert((*holder, each.new_pointer[-1]), each.new)

    def _order(self, holder: Pointer, wanted: list[int]) -> None:
        """Bring the items in this order of their places; as few as possible are moved."""
        still = _increasing(wanted)
        now = sorted(wanted)
        for item in wanted:
            if item in still:
                continue
            place = now.index(item)
            now.remove(item)
            before = wanted[: wanted.index(item)]
            target = now.index(before[-1]) + 1 if before else 0
            now.insert(target, item)
            self._file.move((*holder, place), target)


def _list_of(change: Change) -> Pointer | None:
    """The old pointer of the list whose items the change adds, removes or reorders."""
    if change.kind == "reordered":
        return change.old_pointer
    if change.kind == "added" and isinstance(change.new_pointer[-1], int):
        return change.old_pointer
    if change.kind == "removed" and isinstance(change.old_pointer[-1], int):
        return change.old_pointer[:-1]
    return None


def _increasing(numbers: Sequence[int]) -> set[int]:
    """The longest increasing part of different numbers, found by patience sorting."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for each in numbers:
        pile = bisect_left(tops, each)
        below[each] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [each]
    found: set[int] = set()
    last: int | None = tops[-1] if tops else None
    while last is not None:
        found.add(last)
        last = below[last]
    return found


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data
