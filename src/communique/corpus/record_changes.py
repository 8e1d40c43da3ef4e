"""What changed between two versions of a record or a definition, as plain data.

An item of a list is compared with the item that it was before, wherever in the list that is: with an equal one, with
the one of the same id, with one that is about the same matter, or with the one that is most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from ..models import THING_KINDS, Assertion, Model
from ..models.shorthand import shorthands
from ..models.tree import object_fields
from ..text.json_text import canonical
from ..text.pointer import Pointer

T = TypeVar("T")
Object = dict[str, Any]
Kind = Literal["added", "removed", "changed", "reordered"]

_ALIKE = 0.5
"""Items of different matters are one item that changed, if more than this share of what they say is the same."""

_MOST_PAIRS = 2_500
"""What is said by so many items that there are more pairs of them says nothing of which item became which."""


class Identities(NamedTuple):
    """Which item of a list is which, by the pointers of both versions, if that is known from elsewhere."""

    old: Mapping[Pointer, Hashable]
    new: Mapping[Pointer, Hashable]


_UNKNOWN = Identities({}, {})


class Change(NamedTuple):
    """One difference between two versions.

    ``old_pointer`` and ``new_pointer`` lead to the value in each version. Where the value is only in one of them, the
    other pointer leads to the object or list that lacks it, and the other value is None. Of a list that is
    ``reordered``, ``new`` has the old places of the items that are in both versions, in their new order, and ``old``
    has the same places in the old order. Its items have changes of their own.
    """

    kind: Kind
    old_pointer: Pointer
    new_pointer: Pointer
    old: Any
    new: Any


def changes(old: Any, new: Any, known: Identities = _UNKNOWN) -> list[Change]:
    """All differences between two values of JSON types, in the order of the new version; none if they are the same.

    The keys of an object have no order. Numbers of other types, as 1 and 1.0, differ. Items that are ``known`` to be
    the same are not compared with others.

    >>> before = {"dates": [{"role": "announced", "value": "2025"}, {"role": "adopted", "value": "2026"}]}
    >>> after = {"dates": [{"role": "adopted", "value": "2026-05"}, {"role": "announced", "value": "2025"}]}
    >>> for each in changes(before, after): print(each.kind, each.old_pointer, each.old, each.new)
    reordered ('dates',) [0, 1] [1, 0]
    changed ('dates', 1, 'value') 2026 2026-05
    """
    return list(_Comparison(known).changes(old, new, (), ()))


class _Comparison:
    """Finds what changed, with what is known of the identity of items."""

    def __init__(self, known: Identities) -> None:
        self._known = known

    def changes(self, old: Any, new: Any, before: Pointer, after: Pointer) -> Iterator[Change]:
        """The changes between the values at these pointers."""
        if isinstance(old, dict) and isinstance(new, dict):
            yield from self._of_objects(old, new, before, after)
        elif isinstance(old, list) and isinstance(new, list):
            yield from self._of_lists(old, new, before, after)
        elif not _same(old, new):
            yield Change("changed", before, after, old, new)

    def _of_objects(
        self, old: dict[str, Any], new: dict[str, Any], before: Pointer, after: Pointer
    ) -> Iterator[Change]:
        for key, value in old.items():
            if key not in new:
                yield Change("removed", (*before, key), after, value, None)
        for key, value in new.items():
            if key in old:
                yield from self.changes(old[key], value, (*before, key), (*after, key))
            else:
                yield Change("added", before, (*after, key), None, value)

    def _of_lists(self, old: list[Any], new: list[Any], before: Pointer, after: Pointer) -> Iterator[Change]:
        pairs = _Matching(old, new, _list_name(after), self._pairs(len(old), len(new), before, after)).pairs
        order = sorted(pairs, key=pairs.__getitem__)
        if order != sorted(order):
            yield Change("reordered", before, after, sorted(order), order)
        for place, value in enumerate(old):
            if place not in pairs:
                yield Change("removed", (*before, place), after, value, None)
        origins = {its: place for place, its in pairs.items()}
        for its, value in enumerate(new):
            if its in origins:
                yield from self.changes(old[origins[its]], value, (*before, origins[its]), (*after, its))
            else:
                yield Change("added", before, (*after, its), None, value)

    def _pairs(self, many: int, now: int, before: Pointer, after: Pointer) -> dict[int, int] | None:
        """The pairs of items that are known to be the same; None if nothing is known of them."""
        ids = [self._known.old.get((*before, place)) for place in range(many)]
        theirs = [self._known.new.get((*after, place)) for place in range(now)]
        if None in ids or None in theirs:
            return None
        places = {each: its for its, each in enumerate(theirs)}
        return {place: places[each] for place, each in enumerate(ids) if each in places}


def _same(old: Any, new: Any) -> bool:
    return repr(old) == repr(new)  # in which 1, 1.0 and true differ


def _list_name(pointer: Pointer) -> str:
    """The name of the field that a list is in."""
    return next((each for each in reversed(pointer) if isinstance(each, str)), "")


class _Matching:
    """Finds for the items of a list which items of the new list they are.

    ``pairs`` has the new place of each old item that is still there.
    """

    def __init__(self, old: Sequence[Any], new: Sequence[Any], name: str, known: dict[int, int] | None) -> None:
        self.pairs: dict[int, int] = known or {}
        if known is not None:
            return
        self._old, self._new = dict(enumerate(old)), dict(enumerate(new))
        self._traits = _traits().get(name, _NO_TRAITS)
        self._pair_by(canonical)
        if self._old and self._new:
            self._pair_by(_id)
            self._pair_most_alike()

    def _take(self, place: int, its: int) -> None:
        self.pairs[place] = its
        del self._old[place], self._new[its]

    def _pair_by(self, key: Callable[[Any], str | None]) -> None:
        """Pair the items with the same key that is not None; of several, the first with the first."""
        waiting = _places_by(self._new, lambda item: [key(item)])
        for place, item in [*self._old.items()]:
            if (found := key(item)) is not None and waiting.get(found):
                self._take(place, waiting[found].pop(0))

    def _pair_most_alike(self) -> None:
        says = [{place: self._traits.says(item) for place, item in side.items()} for side in (self._old, self._new)]
        ranked = []
        for place, its in _candidates(*says):
            one, other = says[0][place], says[1][its]
            likeness = 2 * len(one & other) / (len(one) + len(other))
            is_about_it = self._traits.matter(self._old[place]) == self._traits.matter(self._new[its]) is not None
            if is_about_it or likeness > _ALIKE:
                ranked.append((not is_about_it, -likeness, abs(place - its), place + its, place, its))
        for *_, place, its in sorted(ranked):
            if place in self._old and its in self._new:
                self._take(place, its)


def _candidates(old: dict[int, set[Hashable]], new: dict[int, set[Hashable]]) -> Iterable[tuple[int, int]]:
    """The pairs of items that both say something which few others say."""
    sayers, others = (_places_by(side, lambda said: said) for side in (old, new))
    found: dict[tuple[int, int], None] = {}
    for said, places in sayers.items():
        theirs = others.get(said, ())
        if len(places) * len(theirs) <= _MOST_PAIRS:
            found.update(dict.fromkeys((place, its) for place in places for its in theirs))
    return found


def _places_by(items: dict[int, T], keys: Callable[[T], Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, item in items.items():
        for key in keys(item):
            places[key].append(place)
    return places


def _id(item: Any) -> str | None:
    return item["id"] if isinstance(item, dict) and isinstance(item.get("id"), str) else None


class _Traits(NamedTuple):
    """What is known of the items of a list: the fields that say what they are about, and what a text stands for."""

    identity: Collection[str] = ()
    shorthand: str = ""

    def matter(self, item: Any) -> str | None:
        """What the item is about; None if nothing says that."""
        if not self.identity or not isinstance(item, dict):
            return None
        names = ["question"] if item.get("question") else sorted(self.identity)
        return canonical([item.get(name) for name in (*names, "as_of")])

    def says(self, item: Any) -> set[Hashable]:
        """Each thing that the item says, without who says so: a field, in whatever place of a list, and its value."""
        if self.shorthand and isinstance(item, str):
            item = {self.shorthand: item}
        if isinstance(item, dict):
            item = {name: value for name, value in item.items() if name != "evidence"}
        said: set[Hashable] = set(_leaves(item, ())) if isinstance(item, dict | list) else set()
        return said | {matter} if (matter := self.matter(item)) is not None else said


_NO_TRAITS = _Traits()


def _leaves(value: Any, way: tuple[str, ...]) -> Iterator[Hashable]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*way, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, (*way, ""))
    else:
        yield way, type(value), value


@cache
def _traits() -> dict[str, _Traits]:
    """By the name of a field, what is known of the items of its list. Fields of one name are not distinguished."""
    found: dict[str, _Traits] = defaultdict(_Traits)
    waiting: list[type[Model]] = list(THING_KINDS.values())
    for model in waiting:
        for name, mark in shorthands(model).items():
            found[name] = found[name]._replace(shorthand=mark.field)
        for name, inner in object_fields(model).items():
            identity = {field for each in inner if issubclass(each, Assertion) for field in each.identity}
            found[name] = found[name]._replace(identity={*found[name].identity, *identity})
            waiting += [each for each in inner if each not in waiting]
    return dict(found)
