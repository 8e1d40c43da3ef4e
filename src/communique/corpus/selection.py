"""Which of competing values to show. Tables and cards ask here, so that neither hides one side of an open dispute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import Confidence
from ..models import Assertion
from .claims import Claim, claim
from .comparison import hold_together
from .corroboration import rings


class Showing(NamedTuple):
    """Whether a value is to be shown, and whether another that is shown contradicts it."""

    shown: bool
    competes: bool


def showings(assertions: Sequence[Assertion]) -> list[Showing]:
    """What to show of the assertions in one list.

    Of each matter that is the preferred value. If none is preferred, it is the first one that is not held to be wrong;
    or, where such values contradict each other, every one of them, but once for each side of the dispute, and as
    exactly as it is told. So it is where the curator calls several values disputed.
    """
    candidates = _candidates(assertions)
    chosen = [assertions[place] for place in candidates]
    found = [Showing(False, False)] * len(assertions)
    for ring in rings(chosen):
        for place, showing in zip(ring, _of_one_matter([chosen[place] for place in ring]), strict=True):
            found[candidates[place]] = showing
    return found


def _of_one_matter(rivals: Sequence[Assertion]) -> Iterator[Showing]:
    claims = [claim(each) for each in rivals]
    rivalry = hold_together(claims)
    contested = rivalry.contested()
    settled = rivalry.exclusive and not any(contested)
    telling = [place == 0 for place in range(len(rivals))] if settled else rivalry.telling()
    doubted = _doubted(rivals, claims)
    for tells, against, doubtful in zip(telling, contested, doubted, strict=True):
        yield Showing(tells or doubtful, (tells and against) or doubtful)


def _doubted(rivals: Sequence[Assertion], claims: Sequence[Claim]) -> list[bool]:
    """Which are the first to say one of several things that the curator calls disputed."""
    first: dict[Claim, int] = {}
    for place, each in enumerate(rivals):
        if each.confidence is Confidence.DISPUTED:
            first.setdefault(claims[place], place)
    return [len(first) > 1 and first.get(claims[place]) == place for place in range(len(rivals))]


def _candidates(assertions: Sequence[Assertion]) -> list[int]:
    """The places of what may be shown: nothing that is held to be wrong, nor what comes after a preferred value."""
    preferred = {each.matter for each in assertions if each.is_preferred and each.matter}
    return [
        place
        for place, each in enumerate(assertions)
        if not each.is_deprecated and (each.is_preferred or each.matter not in preferred)
    ]
