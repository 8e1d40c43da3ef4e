"""Corroboration: how many independent sources support an assertion, and how many contradict it.

The curator sets ranks and confidence. Corroboration is counted from the evidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from ..models.evidence import sources_of
from ..text.pointer import Pointer
from .claim_comparison import bits, compare
from .claims import Claim, Dated, claim, dated, implied
from .conflicts import groups
from .provenance import Derived, independent

if TYPE_CHECKING:
    from ..models import Assertion, Model


class Ids(AbstractSet[str]):
    """A set of ids that shares one list with many other sets. It is iterated in alphabetical order."""

    def __init__(self, names: list[str], mask: int) -> None:
        """``names`` are sorted. ``mask`` has a bit for each id of the set, at the index of the id in ``names``."""
        self._names, self._mask = names, mask

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]
        return frozenset(ids)

    def __contains__(self, id: object) -> bool:
        if not isinstance(id, str):
            return False
        number = bisect_left(self._names, id)
        return self._names[number : number + 1] == [id] and bool(self._mask >> number & 1)

    def __iter__(self) -> Iterator[str]:
        return (self._names[number] for number in bits(self._mask))

    def __len__(self) -> int:
        return self._mask.bit_count()

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return repr(set(self))


_NOBODY = Ids([], 0)


@dataclass(frozen=True)
class Corroboration:
    """The ids of the independent sources that support an assertion, and of those that contradict it, sorted.

    A copy counts as its original. Sources that give one instant in two time zones support each other, and a source
    that gives a moment also supports its day. A source with another value that does not contradict the assertion (more
    than 120, and 123) counts for neither.
    """

    supporting: AbstractSet[str]
    contradicting: AbstractSet[str]


class Contest(NamedTuple):
    """Assertions of one list that compete with each other: their places in it, their claims, and what their dates say.

    ``dated`` has the value of each date, ``implied`` the values that follow from it.
    """

    places: Sequence[int]
    claims: Sequence[Claim]
    dated: Sequence[Dated | None]
    implied: Sequence[Sequence[Dated]]


class Citations(NamedTuple):
    """What corroboration needs of one list of assertions: the sources that each one cites, and which ones compete."""

    cited: Sequence[Sequence[str]]
    contests: Sequence[Contest]

    @classmethod
    def of(cls, assertions: Sequence[Assertion]) -> Citations:
        """What the list itself says. Only assertions of the same list compete with each other."""
        contests = [_contest(assertions, group) for group in groups(assertions) if len(group) > 1]
        return cls([sources_of(each.evidence) for each in assertions], contests)

    def corroborated(self, sources: Mapping[str, Derived]) -> list[Corroboration]:
        """The corroboration of each assertion. ``sources`` has at least those that derive from another one."""
        cited = [independent(ids, sources) for ids in self.cited]
        found = [_uncontested(ids) for ids in cited]
        for contest in self.contests:
            together = _corroborate(contest, [cited[place] for place in contest.places])
            for place, each in zip(contest.places, together, strict=True):
                found[place] = each
        return found


def corroborate(assertions: Sequence[Assertion], sources: Mapping[str, Derived]) -> list[Corroboration]:
    """The corroboration of each assertion of one list."""
    return Citations.of(assertions).corroborated(sources)


def corroborations(model: Model, sources: Mapping[str, Derived]) -> Iterator[tuple[Pointer, Assertion, Corroboration]]:
    """Every assertion of a record or a definition, with its pointer and its corroboration."""
    for pointer, assertions in assertion_lists(model):
        for index, found in enumerate(corroborate(assertions, sources)):
            yield (*pointer, index), assertions[index], found


def assertion_lists(
    model: Model, pointer: Pointer = (), *, without: Container[str] = ()
) -> Iterator[tuple[Pointer, tuple[Assertion, ...]]]:
    """Every list of assertions of a record or a definition, with its pointer, except in the fields in ``without``."""
    values = model.__dict__
    for name, is_of_assertions in _lists(type(model)):
        items: tuple[Any, ...] = values[name]
        if not items or name in without:
            continue
        if is_of_assertions:
            yield (*pointer, name), items
        inner: type[Model] = type(items[0])
        if _lists(inner):
            for index, item in enumerate(items):
                yield from assertion_lists(item, (*pointer, name, index))


@cache
def _lists(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """The fields with lists of objects, and whether these are assertions."""
    from ..models import Assertion, Model

    found = (
        (name, *get_args(field.annotation)[:1])
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is tuple
    )
    return tuple(
        (name, issubclass(item, Assertion))
        for name, item in found
        if isinstance(item, type) and issubclass(item, Model)
    )


def _uncontested(cited: Iterable[str]) -> Corroboration:
    """The corroboration of an assertion that competes with no other."""
    names = sorted(cited)
    return Corroboration(Ids(names, (1 << len(names)) - 1), _NOBODY)


def _contest(assertions: Sequence[Assertion], group: Sequence[int]) -> Contest:
    members = [assertions[place] for place in group]
    return Contest(group, [*map(claim, members)], [*map(dated, members)], [*map(implied, members)])


def _corroborate(contest: Contest, cited: Sequence[frozenset[str]]) -> Iterator[Corroboration]:
    """The corroboration of each assertion of a group. ``cited`` are the independent sources of each."""
    names = sorted(frozenset().union(*cited))
    numbers = {name: number for number, name in enumerate(names)}
    masks = [reduce(or_, (1 << numbers[id] for id in ids), 0) for ids in cited]
    against = compare(contest.claims).contradicting(masks)
    for supporting, contradicting in zip(_with_implied(contest, masks), against, strict=True):
        yield Corroboration(Ids(names, supporting), Ids(names, contradicting))


def _with_implied(contest: Contest, masks: Sequence[int]) -> Iterator[int]:
    """The sources of each assertion, with those of every moment that is the same instant or is on its day."""
    implying: dict[Dated | None, int] = defaultdict(int)
    for values, mask in zip(contest.implied, masks, strict=True):
        for value in values:
            implying[value] |= mask
    return (mask | implying.get(value, 0) for value, mask in zip(contest.dated, masks, strict=True))
