"""What of a list of assertions is held to be so, which values of it to show, and which are open to dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ..codelists import Confidence
from ..models import Assertion
from .corroboration import contested, rings
from .selection import showings

A = TypeVar("A", bound=Assertion)


def held(assertions: Iterable[A]) -> list[A]:
    """Those that are not held to be wrong, in their order."""
    return [each for each in assertions if not each.is_deprecated]


def shown(assertions: Sequence[A]) -> list[A]:
    """Those to show where there is no room for all: each side of an open dispute, else one of a matter."""
    return [each for each, showing in zip(assertions, showings(assertions), strict=True) if showing.shown]


def disputed(assertions: Sequence[Assertion]) -> list[bool]:
    """For each assertion of one list, whether another that is not held to be wrong either cannot be so with it.

    A preferred value is disputed as well as long as its rival is not deprecated. So is one of several values that the
    curator calls disputed.
    """
    places = [place for place, each in enumerate(assertions) if not each.is_deprecated]
    right = [assertions[place] for place in places]
    against = contested(right)
    found = [False] * len(assertions)
    for ring in rings(right):
        for each in ring:
            doubted = len(ring) > 1 and right[each].confidence is Confidence.DISPUTED
            found[places[each]] = against[each] or doubted
    return found
