"""Compares all claims of one matter at once: which contradict each other, and which are the most exact.

A set of sources is a bit mask, so that sets of many claims are united in one step.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Protocol

from .claims import Claim, OutcomeClaim, Range, Value
from .outcome_comparison import OutcomeComparison


class Comparison(Protocol):
    """Competing claims, each by its index in the given list."""

    @property
    def exclusive(self) -> bool:
        """Whether no claim allows other claims beside it."""

    def contradicting(self, supporting: Sequence[int]) -> list[int]:
        """For each claim, the sources of the claims that contradict it. ``supporting`` are the sources of each."""

    def contradicted(self) -> list[bool]:
        """For each claim, whether another contradicts it."""

    def most_exact(self) -> list[bool]:
        """For each claim, whether no other claim is more exact and no earlier claim is equal."""


def compare(claims: Sequence[Claim], compatible: Iterable[tuple[int, int]] = ()) -> Comparison:
    """The comparison of the claims of one matter. It takes as long as sorting them, but each outcome is compared with
    every other one.

    ``compatible`` are pairs of claims, by index, that do not contradict each other, whatever they say; nor do equal
    claims. A claim in such a pair is compared with every other one.
    """
    comparison, pairs = _comparison(claims), list(compatible)
    return _Reconciled(claims, comparison, pairs) if pairs else comparison


def _comparison(claims: Sequence[Claim]) -> Comparison:
    """Claims of one matter are all of outcomes, or none of them is."""
    values = [each for each in claims if isinstance(each, Value)]
    if len(values) == len(claims):
        return _Values(values)
    outcomes = [each for each in claims if isinstance(each, OutcomeClaim)]
    if outcomes:
        return OutcomeComparison(outcomes)
    return _Ranges([each for each in claims if not isinstance(each, OutcomeClaim)])


class _Values:
    """Values that agree only with more exact or less exact values."""

    def __init__(self, claims: Sequence[Value]) -> None:
        self._values = _numbered(each.value for each in claims)
        numbers = {each.value: value for each, value in zip(claims, self._values, strict=True)}
        self.exclusive = not any(each.open for each in claims)
        self._narrower: list[set[int]] = [set() for _ in numbers]
        self._agreeing = [{value} for value in range(len(numbers))]
        for each, own in zip(claims, self._values, strict=True):
            for wider in map(numbers.__getitem__, each.wider & numbers.keys()):
                self._narrower[wider].add(own)
                self._agreeing[wider].add(own)
                self._agreeing[own].add(wider)

    def contradicting(self, supporting: Sequence[int]) -> list[int]:
        if not self.exclusive:
            return [0] * len(self._values)
        sources = [0] * len(self._agreeing)
        for value, each in zip(self._values, supporting, strict=True):
            sources[value] |= each
        all_sources, repeated = 0, 0
        for each in sources:
            all_sources, repeated = all_sources | each, repeated | all_sources & each
        values_of: dict[int, set[int]] = defaultdict(set)
        for value, each in enumerate(sources):
            for source in bits(each & repeated):
                values_of[source].add(value)
        found = [self._others(agreeing, sources, all_sources, repeated, values_of) for agreeing in self._agreeing]
        return [found[value] for value in self._values]

    @staticmethod
    def _others(
        agreeing: set[int], sources: Sequence[int], all_sources: int, repeated: int, values_of: Mapping[int, set[int]]
    ) -> int:
        """All sources except those that support only agreeing values. ``values_of`` is about repeated sources."""
        inside = 0
        for value in agreeing:
            inside |= sources[value]
        others = all_sources & ~inside
        for source in bits(inside & repeated):
            if not values_of[source] <= agreeing:
                others |= 1 << source
        return others

    def contradicted(self) -> list[bool]:
        count = len(self._agreeing)
        return [self.exclusive and len(self._agreeing[value]) < count for value in self._values]

    def most_exact(self) -> list[bool]:
        # A less exact value is replaced only by a value that is not itself replaced.
        exact = [all(self._narrower[each] for each in narrower) for narrower in self._narrower]
        return [exact[value] and first for value, first in zip(self._values, _firsts(self._values), strict=True)]


_Point = tuple[float, float]
_EVERYTHING: tuple[_Point, _Point] = ((float("-inf"), 0.0), (float("inf"), 0.0))


class _Ranges:
    """Numbers and ranges on one or more scales, placed on one line. Each text value has its own scale."""

    def __init__(self, claims: Sequence[Value | Range]) -> None:
        scales: dict[Hashable, int] = {}
        self._claims = claims
        self.exclusive = not any(isinstance(each, Value) and each.open for each in claims)
        self._spans = [_span(each, scales) for each in claims]
        self._ends = sorted(end for _, end in self._spans)
        self._begins = sorted(begin for begin, _ in self._spans)

    def contradicting(self, supporting: Sequence[int]) -> list[int]:
        by_end = sorted((end, sources) for (_, end), sources in zip(self._spans, supporting, strict=True))
        by_begin = sorted((begin, sources) for (begin, _), sources in zip(self._spans, supporting, strict=True))
        below = list(accumulate((sources for _, sources in by_end), or_, initial=0))
        above = list(accumulate((sources for _, sources in reversed(by_begin)), or_, initial=0))[::-1]
        return [below[ended] | above[begun] for ended, begun in self._outside()]

    def contradicted(self) -> list[bool]:
        return [ended > 0 or begun < len(self._spans) for ended, begun in self._outside()]

    def most_exact(self) -> list[bool]:
        innermost: set[tuple[_Point, _Point]] = {_EVERYTHING}
        nearest = _EVERYTHING[1]
        for begin, end in sorted(set(self._spans) - innermost, key=_inner_before_outer):
            if end < nearest:
                innermost.add((begin, end))
                nearest = end
        both = zip(self._claims, self._spans, strict=True)
        firsts = _firsts(each if isinstance(each, Value) else span for each, span in both)
        return [span in innermost and first for span, first in zip(self._spans, firsts, strict=True)]

    def _outside(self) -> Iterator[tuple[int, int]]:
        """For each claim, how many end before it begins, and how many begin no later than it ends."""
        for begin, end in self._spans:
            yield bisect_left(self._ends, begin), bisect_right(self._begins, end)


class _Reconciled:
    """A comparison in which some pairs of claims do not contradict each other."""

    def __init__(self, claims: Sequence[Claim], comparison: Comparison, pairs: Iterable[tuple[int, int]]) -> None:
        self._claims, self._comparison, self.exclusive = claims, comparison, comparison.exclusive
        beside: dict[Claim, set[Claim]] = defaultdict(set)
        for one, other in pairs:
            beside[claims[one]].add(claims[other])
            beside[claims[other]].add(claims[one])
        against = {claim: _against(claim, claims, mine) for claim, mine in beside.items()}
        self._against = {place: against[each] for place, each in enumerate(claims) if each in against}
        """By the claims in these pairs: the claims that contradict it all the same."""

    def contradicting(self, supporting: Sequence[int]) -> list[int]:
        found = self._comparison.contradicting(supporting)
        for place, against in self._against.items():
            found[place] = reduce(or_, (supporting[each] for each in against), 0)
        return found

    def contradicted(self) -> list[bool]:
        found = self._comparison.contradicted()
        for place, against in self._against.items():
            found[place] = bool(against)
        return found

    def most_exact(self) -> list[bool]:
        # A more exact claim may be compatible with what contradicts a less exact one, and cannot stand for it then.
        against, firsts = self.contradicted(), _firsts(self._claims)
        exact = self._comparison.most_exact()
        return [each or (other and first) for each, other, first in zip(exact, against, firsts, strict=True)]


def _against(claim: Claim, others: Sequence[Claim], compatible: Container[Claim]) -> list[int]:
    """The places of the claims that contradict this one and are not compatible with it."""
    return [
        place
        for place, other in enumerate(others)
        if other not in compatible and any(compare([claim, other]).contradicted())
    ]


def _span(claim: Value | Range, scales: dict[Hashable, int]) -> tuple[_Point, _Point]:
    """The start and the end of the claim on the line. Text values that allow others contradict nothing."""
    if isinstance(claim, Range):
        scale = scales.setdefault(("numbers", claim.scale), len(scales))
        return (scale, claim.least), (scale, claim.greatest)
    scale = scales.setdefault(("words", claim.value), len(scales))
    return _EVERYTHING if claim.open else ((scale, 0.0), (scale, 0.0))


def _inner_before_outer(span: tuple[_Point, _Point]) -> tuple[float, ...]:
    """A sort key that places a range after all ranges within it."""
    (scale, begin), (_, end) = span
    return -scale, -begin, end


def _numbered(values: Iterable[Hashable]) -> list[int]:
    """A number for each value, counted from 0; equal values have the same number."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _firsts(values: Iterable[Hashable]) -> Iterator[bool]:
    """For each value, whether no earlier value is equal."""
    seen: set[Hashable] = set()
    for value in values:
        yield value not in seen
        seen.add(value)


def bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
