"""Which of competing values to show. Tables and cards show every side of an open dispute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..claim_comparison import compare
from ..claims import Claim, claim
from ..conflicts import compatible, groups

if TYPE_CHECKING:
    from ...models import Assertion

A = TypeVar("A", bound="Assertion")


class Showing(NamedTuple):
    """Whether a value is shown, and whether another shown value contradicts it."""

    shown: bool
    competes: bool


def showings(assertions: Sequence[Assertion]) -> list[Showing]:
    """Which assertions of one list to show.

    For each matter, it is the preferred value. If none is preferred, it is the first value that is not deprecated, and
    each that is compatible with another one. If such values contradict each other, it is the most exact value of each
    side. The same applies to several values with the confidence ``disputed``.
    """
    candidates = _candidates(assertions)
    chosen = [assertions[place] for place in candidates]
    found = [Showing(False, False)] * len(assertions)
    for group in groups(chosen):
        for place, showing in zip(group, _of_one_matter([chosen[place] for place in group]), strict=True):
            found[candidates[place]] = showing
    return found


def shown(assertions: Sequence[A]) -> list[A]:
    """The assertions to show: each side of an open dispute, otherwise one of each matter."""
    return [each for each, showing in zip(assertions, showings(assertions), strict=True) if showing.shown]


def _of_one_matter(group: Sequence[Assertion]) -> Iterator[Showing]:
    if len(group) == 1:
        yield Showing(True, False)
        return
    claims = [claim(each) for each in group]
    pairs = compatible(group)
    comparison = compare(claims, pairs)
    contradicted = comparison.contradicted()
    settled = comparison.exclusive and not any(contradicted)
    beside = {0, *(place for pair in pairs for place in pair)}
    first = [place in beside for place in range(len(group))]
    chosen = first if settled else comparison.most_exact()
    for is_chosen, against, disputed in zip(chosen, contradicted, _called_disputed(group, claims), strict=True):
        yield Showing(is_chosen or disputed, (is_chosen and against) or disputed)


def _called_disputed(group: Sequence[Assertion], claims: Sequence[Claim]) -> list[bool]:
    """Which assertions are the first with their claim, among several claims with the confidence ``disputed``."""
    first: dict[Claim, int] = {}
    for place, each in enumerate(group):
        if each.is_called_disputed:
            first.setdefault(claims[place], place)
    return [len(first) > 1 and first.get(claims[place]) == place for place in range(len(group))]


def _candidates(assertions: Sequence[Assertion]) -> list[int]:
    """The indexes of the values that may be shown: no deprecated value, and no other value beside a preferred one."""
    remaining = [place for place, each in enumerate(assertions) if not each.is_deprecated]
    preferred = {each.matter for each in assertions if each.is_preferred and each.matter}
    if not preferred:
        return remaining
    return [place for place in remaining if assertions[place].is_preferred or assertions[place].matter not in preferred]
