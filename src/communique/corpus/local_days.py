"""Local days: one moment has another day on the calendar of another time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..codelists import Modality
from ..lexicon.time_zones import time_zone
from ..models import EdtfDate

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class _Span(NamedTuple):
    """The first moment of a date, and the first one after it, as `EdtfDate.instant`. A moment itself has no length."""

    begins: int
    ends: int

    def overlaps(self, other: _Span) -> bool:
        return (self.begins < other.ends and other.begins < self.ends) or self.begins == other.begins


def one_moment(assertions: Sequence[models.Assertion]) -> list[tuple[int, int]]:
    """The pairs of dates, as indexes, that can be the same moment, because each is the day of its own time zone.

    A moment with an offset from UTC needs no time zone. A date without either may be the day of any place, so it is in
    no pair; nor is a date that is denied.
    """
    if not any(isinstance(each, models.Date) and each.time_zone for each in assertions):
        return []
    spans = [(place, span) for place, each in enumerate(assertions) if (span := _span_of(each))]
    return [(one, other) for (one, first), (other, then) in combinations(spans, 2) if first.overlaps(then)]


def can_be_one_moment(one: models.Date, other: models.Date) -> bool:
    """Whether two dates with time zones can be the same moment."""
    return bool(one_moment([one, other]))


def _span_of(assertion: models.Assertion) -> _Span | None:
    if not isinstance(assertion, models.Date) or assertion.modality is Modality.DENIED:
        return None
    return _span(assertion.value, assertion.time_zone)


@lru_cache(maxsize=1024)
def _span(value: EdtfDate, zone_name: str | None) -> _Span | None:
    """None if it is not known which moments are meant. An interval is not: its ends are compared, not its days."""
    if value.instant is not None:
        return _Span(value.instant, value.instant)
    zone = time_zone(zone_name) if zone_name else None
    if zone is None or value.precision == "interval" or value.earliest is None or value.latest is None:
        return None
    if value.latest == date.max:  # there is no day after it
        return None
    return _Span(_midnight(value.earliest, zone), _midnight(value.latest + timedelta(days=1), zone))


def _midnight(day: date, zone: ZoneInfo) -> int:
    """The moment at which the day begins in the zone. It may lie outside the years that a `datetime` can have."""
    offset = datetime.combine(day, time(), zone).utcoffset() or timedelta(0)
    return int((day.toordinal() - 1) * 86_400 - offset.total_seconds())
