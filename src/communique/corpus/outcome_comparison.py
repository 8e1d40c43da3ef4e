"""Which outcomes of one commitment contradict each other, and which are a development."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from ..codelists import OutcomeState
from .claims import OutcomeClaim, date_value
from .date_order import is_surely_before

if TYPE_CHECKING:
    from ..models import EdtfDate

DONE = frozenset({OutcomeState.MET, OutcomeState.MET_LATE})
"""States in which it was done."""
BEGIN_ON_THEIR_DATE = DONE | {OutcomeState.DROPPED, OutcomeState.SUPERSEDED}
"""States that begin on the date of the outcome; any other is an assessment as of that date."""


class OutcomeComparison:
    """What came of one commitment, as several report it. Outcomes that do not contradict each other are all shown."""

    exclusive = False

    def __init__(self, claims: Sequence[OutcomeClaim]) -> None:
        self._claims = claims

    def contradicting(self, supporting: Sequence[int]) -> list[int]:
        sources: dict[OutcomeClaim, int] = defaultdict(int)
        for claim, each in zip(self._claims, supporting, strict=True):
            sources[claim] |= each
        against = {
            claim: reduce(or_, (sources[other] for other in sources if _contradict(claim, other)), 0)
            for claim in sources
        }
        return [against[claim] for claim in self._claims]

    def contradicted(self) -> list[bool]:
        distinct = dict.fromkeys(self._claims)
        against = {claim: any(_contradict(claim, other) for other in distinct) for claim in distinct}
        return [against[claim] for claim in self._claims]

    def most_exact(self) -> list[bool]:
        distinct = dict.fromkeys(self._claims)
        exact = {claim for claim in distinct if not any(_is_more_exact(other, claim) for other in distinct)}
        return [claim in exact and claim not in self._claims[:place] for place, claim in enumerate(self._claims)]


def _contradict(one: OutcomeClaim, other: OutcomeClaim) -> bool:
    if one.state != other.state:
        return not (_develops(one, other) or _develops(other, one))
    differ = None not in (one.score, other.score) and one.score != other.score
    if one.state in BEGIN_ON_THEIR_DATE:
        return differ or not _may_be_one_day(one.date, other.date)
    return differ and not (_is_before(one.day, other.day) or _is_before(other.day, one.day))


def _develops(one: OutcomeClaim, other: OutcomeClaim) -> bool:
    """Whether the one is an assessment, and the other came later: missed by the due day, and done late."""
    is_in_time = one.state == OutcomeState.MISSED and other.state == OutcomeState.MET
    return one.state not in BEGIN_ON_THEIR_DATE and not is_in_time and _is_before(one.day, other.day)


def _is_before(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    return bool(one and other and is_surely_before(one, other, timedelta(0)))


def _may_be_one_day(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    if one is None or other is None:
        return True
    first, second = date_value(one), date_value(other)
    return first.value == second.value or first.value in second.wider or second.value in first.wider


def _is_more_exact(one: OutcomeClaim, other: OutcomeClaim) -> bool:
    """Whether the one says the same as the other, and more: the day or a more exact one, or the score."""
    if one == other or one.state != other.state or one.state not in BEGIN_ON_THEIR_DATE or _contradict(one, other):
        return False
    if other.score is not None and one.score is None:
        return False
    return other.date is None or (
        one.date is not None and date_value(one.date).value not in date_value(other.date).wider
    )
