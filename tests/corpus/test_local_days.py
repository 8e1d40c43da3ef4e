"""Local days: two days are no conflict if both can be one moment, each in its own time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from communique.corpus.conflicts import contradict, contradicted
from communique.corpus.history.values import showings
from communique.models import Date

NAMES = sorted(each for each in available_timezones() if "/" in each and not each.startswith("Etc/"))


def d(value: str, zone: str | None = None, **more: Any) -> Date:
    where = {"time_zone": zone} if zone else {}
    return Date.model_validate({"role": "announced", "value": value, **where, **more})


NEW_YORK, SHANGHAI, PAGO_PAGO, KIRITIMATI = (
    "America/New_York",
    "Asia/Shanghai",
    "Pacific/Pago_Pago",
    "Pacific/Kiritimati",
)
PAIRS = [
    (d("2025-07-14", NEW_YORK), d("2025-07-15", SHANGHAI), False),
    (d("2025-07-15", NEW_YORK), d("2025-07-14", SHANGHAI), True),
    (d("2025-07-14", NEW_YORK), d("2025-07-16", SHANGHAI), True),
    # 25 hours lie between these two zones, so nearly all of two days can pass.
    (d("2025-07-14", PAGO_PAGO), d("2025-07-16", KIRITIMATI), False),
    # A day without a time zone may be the day of any place. It is compared as it is written.
    (d("2025-07-14"), d("2025-07-15", SHANGHAI), True),
    (d("2025-07-14", NEW_YORK), d("2025-07-15"), True),
    (d("2025-07-14", NEW_YORK), d("2025-07-14"), False),
    # An offset from UTC is as good as a time zone.
    (d("2025-07-14T21:00:00-04:00"), d("2025-07-15", SHANGHAI), False),
    (d("2025-07-14T11:59:59-04:00"), d("2025-07-15", SHANGHAI), True),
    (d("2025-07-14T12:00:00-04:00"), d("2025-07-15", SHANGHAI), False),
    # Months and years have local limits too; the ends of an interval are compared as they are written.
    (d("2025-07", NEW_YORK), d("2025-08-01", SHANGHAI), False),
    (d("2025-07", NEW_YORK), d("2025-08-02", SHANGHAI), True),
    (d("2024", NEW_YORK), d("2025", SHANGHAI), False),
    (d("2025-07-14/2025-07-16", NEW_YORK), d("2025-07-15/2025-07-17", SHANGHAI), True),
    # Who denies the day of one place denies nothing about another one.
    (d("2025-07-14", NEW_YORK, modality="denied"), d("2025-07-15", SHANGHAI), True),
    (d("2025-07-14", "Mars/Olympus_Mons"), d("2025-07-15", SHANGHAI), True),
    # Names that mean no place are no time zones: their clocks know no summer time, or have the opposite sign.
    (d("2025-07-14", "EST"), d("2025-07-15", SHANGHAI), True),
    (d("2025-07-14", "Etc/GMT+4"), d("2025-07-15", SHANGHAI), True),
    (d("2025-07-14T21:00:00Z"), d("2025-07-15", SHANGHAI), False),
    (d("2025-07-14", "UTC"), d("2025-07-15", SHANGHAI), False),
    # The first and the last moments of the calendar are outside the years of UTC.
    (d("0001-01-01T00:00:00+14:00"), d("0001-01-02", SHANGHAI), True),
    (d("0001-01-01T17:00:00Z"), d("0001-01-02", SHANGHAI), False),
    (d("9999-12-31T23:59:59-14:00"), d("9999-12-30", SHANGHAI), True),
    (d("0001", SHANGHAI), d("0001-01-01", NEW_YORK), False),
    (d("9999-12-31", NEW_YORK), d("9999-12-30", SHANGHAI), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_what_contradicts(one: Date, other: Date, expected: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is expected


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
def test_the_days_of_one_moment_never_contradict_each_other(moment: datetime, here: str, there: str) -> None:
    days = [moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date().isoformat() for zone in (here, there)]
    assert not contradict(d(days[0], here), d(days[1], there))


@given(
    # Until 1972, some clocks differed from UTC by seconds.
    st.dates(datetime(1972, 2, 1).date(), datetime(2100, 1, 1).date()),
    st.integers(-2, 2),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
def test_days_contradict_each_other_if_no_minute_is_in_both(day: Any, later: int, here: str, there: str) -> None:
    other = day + timedelta(days=later)
    assume(day != other)
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(here)).astimezone(UTC)
    seconds = range(-7200, 27 * 3600, 60)
    moments = [start + timedelta(seconds=each) for each in seconds]
    shared = any(
        each.astimezone(ZoneInfo(here)).date() == day and each.astimezone(ZoneInfo(there)).date() == other
        for each in moments
    )
    assert contradict(d(day.isoformat(), here), d(other.isoformat(), there)) is not shared


def test_both_days_are_shown_and_a_third_one_still_contradicts_them() -> None:
    local = [d("2025-07-14", NEW_YORK), d("2025-07-15", SHANGHAI)]
    assert contradicted(local) == [False, False]
    assert [showing.shown for showing in showings(local)] == [True, True]
    assert contradicted([*local, d("2025-07-16")]) == [True, True, True]


def test_the_same_day_without_a_time_zone_still_contradicts_the_other_day() -> None:
    new_york, shanghai, unzoned = d("2025-07-14", NEW_YORK), d("2025-07-15", SHANGHAI), d("2025-07-14")
    assert contradicted([new_york, shanghai, unzoned]) == [False, True, True]
