"""Makes the changes between two versions: what they leave of the old one, with what they add."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.corpus.record_changes import Change
from communique.text.pointer import Pointer


def applied(old: Any, changes: Sequence[Change], before: Pointer = (), after: Pointer = ()) -> Any:
    """The new version of a value, from the old one and the changes between the whole versions."""
    here = [each for each in changes if (each.old_pointer, each.new_pointer) == (before, after)]
    if here and here[0].kind == "changed":
        return here[0].new
    if isinstance(old, dict):
        return _applied_to_object(old, changes, before, after)
    if isinstance(old, list):
        return _applied_to_list(old, changes, before, after)
    return old


def _applied_to_object(old: dict[str, Any], changes: Sequence[Change], before: Pointer, after: Pointer) -> Any:
    removed, added = _parts(changes, before, after)
    kept = {
        key: applied(value, changes, (*before, key), (*after, key)) for key, value in old.items() if key not in removed
    }
    return {**kept, **added}


def _applied_to_list(old: list[Any], changes: Sequence[Change], before: Pointer, after: Pointer) -> Any:
    removed, added = _parts(changes, before, after)
    order = [place for place in range(len(old)) if place not in removed]
    for each in changes:
        if each.kind == "reordered" and (each.old_pointer, each.new_pointer) == (before, after):
            assert each.old == order
            order = list(each.new)
    waiting, made = iter(order), []
    for place in range(len(order) + len(added)):
        if place in added:
            made.append(added[place])
        else:
            origin = next(waiting)
            made.append(applied(old[origin], changes, (*before, origin), (*after, place)))
    return made


def _parts(changes: Sequence[Change], before: Pointer, after: Pointer) -> tuple[set[Any], dict[Any, Any]]:
    """The keys or places that are removed from an object or a list, and what is added to it."""
    removed = {
        each.old_pointer[-1]
        for each in changes
        if each.kind == "removed" and (each.old_pointer[:-1], each.new_pointer) == (before, after)
    }
    added = {
        each.new_pointer[-1]: each.new
        for each in changes
        if each.kind == "added" and (each.old_pointer, each.new_pointer[:-1]) == (before, after)
    }
    return removed, added
