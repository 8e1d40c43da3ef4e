"""Corroboration: how many independent sources support an assertion, and how many contradict it.

The curator sets ranks and confidence. Corroboration is counted from the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from ..models.evidence import Cited, cited
from ..text.pointer import Pointer
from .claim_comparison import compare
from .claims import Claim, Dated, claim, dated, implied
from .conflicts import compatible, groups
from .provenance import Derived, Originals, originals
from .source_count import SourceCount, Tally

if TYPE_CHECKING:
    from ..models import Assertion, Model


class Corroboration(NamedTuple):
    """How many independent sources support an assertion, and how many contradict it: each at least, and at most.

    A copy counts as its original. Sources that give one instant in two time zones support each other, and a source
    that gives a moment also supports its day. A source with another value that does not contradict the assertion (more
    than 120, and 123) counts for neither.
    """

    supporting: SourceCount
    contradicting: SourceCount


class Contest(NamedTuple):
    """Assertions of one list that compete with each other: their places in it, their claims, and what their dates say.

    ``dated`` has the value of each date, ``implied`` the values that follow from it, ``compatible`` the pairs that can
    both be true.
    """

    places: Sequence[int]
    claims: Sequence[Claim]
    dated: Sequence[Dated | None]
    implied: Sequence[Sequence[Dated]]
    compatible: Sequence[tuple[int, int]] = ()


class Citations(NamedTuple):
    """What corroboration needs of one list of assertions: the sources that count for each, and which ones compete."""

    cited: Sequence[Cited]
    contests: Sequence[Contest]

    @classmethod
    def of(cls, assertions: Sequence[Assertion]) -> Citations:
        """What the list itself says. Only assertions of the same list compete with each other."""
        contests = [_contest(assertions, group) for group in groups(assertions) if len(group) > 1]
        return cls([cited(each.evidence) for each in assertions], contests)

    def corroborated(self, sources: Mapping[str, Derived]) -> list[Corroboration]:
        """The corroboration of each assertion. ``sources`` has at least those that are not of unknown origin."""
        counted = [originals(each.sure, sources, each.unsure) for each in self.cited]
        found = [Corroboration(SourceCount.of(each), _NOBODY) for each in counted]
        for contest in self.contests:
            together = _corroborate(contest, [counted[place] for place in contest.places])
            for place, each in zip(contest.places, together, strict=True):
                found[place] = each
        return found


_NOBODY = SourceCount(0, frozenset())


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


def _contest(assertions: Sequence[Assertion], group: Sequence[int]) -> Contest:
    members = [assertions[place] for place in group]
    return Contest(group, [*map(claim, members)], [*map(dated, members)], [*map(implied, members)], compatible(members))


def _corroborate(contest: Contest, cited: Sequence[Originals]) -> Iterator[Corroboration]:
    """The corroboration of each assertion of a group. ``cited`` are the originals of each."""
    tally = Tally(cited)
    masks = [tally.mask(each) for each in cited]
    against = compare(contest.claims, contest.compatible).contradicting(masks)
    for supporting, contradicting in zip(_with_implied(contest, masks), against, strict=True):
        yield Corroboration(tally.count(supporting), tally.count(contradicting))


def _with_implied(contest: Contest, masks: Sequence[int]) -> Iterator[int]:
    """The sources of each assertion, with those of every moment that is the same instant or is on its day."""
    implying: dict[Dated | None, int] = defaultdict(int)
    for values, mask in zip(contest.implied, masks, strict=True):
        for value in values:
            implying[value] |= mask
    return (mask | implying.get(value, 0) for value, mask in zip(contest.dated, masks, strict=True))
