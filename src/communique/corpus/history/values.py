"""Which of competing values to show, so that neither tables nor cards hide one side of an open dispute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from ...models import Assertion
from ..claims import Claim, claim
from ..comparison import compare
from ..conflicts import groups

A = TypeVar("A", bound=Assertion)


class Showing(NamedTuple):
    """Whether a value is to be shown, and whether another that is shown contradicts it."""

    shown: bool
    competes: bool


def showings(assertions: Sequence[Assertion]) -> list[Showing]:
    """What to show of the assertions in one list.

    Of each matter that is the preferred value. If none is preferred, it is the first one that is not deprecated; or,
    where such values contradict each other, every one of them, but once for each side of the dispute, and as exactly
    as it is stated. So it is where the curator calls several values disputed.
    """
    candidates = _candidates(assertions)
    chosen = [assertions[place] for place in candidates]
    found = [Showing(False, False)] * len(assertions)
    for group in groups(chosen):
        for place, showing in zip(group, _of_one_matter([chosen[place] for place in group]), strict=True):
            found[candidates[place]] = showing
    return found


def shown(assertions: Sequence[A]) -> list[A]:
    """Those to show where there is no room for all: each side of an open dispute, else one of a matter."""
    return [each for each, showing in zip(assertions, showings(assertions), strict=True) if showing.shown]


def _of_one_matter(group: Sequence[Assertion]) -> Iterator[Showing]:
    claims = [claim(each) for each in group]
    comparison = compare(claims)
    contradicted = comparison.contradicted()
    settled = comparison.exclusive and not any(contradicted)
    first = [place == 0 for place in range(len(group))]
    chosen = first if settled else comparison.most_exact()
    for is_chosen, against, disputed in zip(chosen, contradicted, _called_disputed(group, claims), strict=True):
        yield Showing(is_chosen or disputed, (is_chosen and against) or disputed)


def _called_disputed(group: Sequence[Assertion], claims: Sequence[Claim]) -> list[bool]:
    """Which are the first to claim one of several things that the curator calls disputed."""
    first: dict[Claim, int] = {}
    for place, each in enumerate(group):
        if each.is_called_disputed:
            first.setdefault(claims[place], place)
    return [len(first) > 1 and first.get(claims[place]) == place for place in range(len(group))]


def _candidates(assertions: Sequence[Assertion]) -> list[int]:
    """The places of what may be shown: nothing that is deprecated, nor what comes after a preferred value."""
    preferred = {each.matter for each in assertions if each.is_preferred and each.matter}
    return [
        place
        for place, each in enumerate(assertions)
        if not each.is_deprecated and (each.is_preferred or each.matter not in preferred)
    ]
