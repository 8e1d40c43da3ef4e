"""The order of dates by day, and whether something has happened by a day. Only what is certain counts.

An interval, a month or a date with an open start, such as ``../2025-08-08`` ("at the latest on 8 August"), names
several days on which something may have happened. From the last of them on it has happened for certain. What has an
open end began on its first day.

`EdtfDate.is_before` compares moments to the second, without a tolerance.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..models.edtf import EdtfDate

TIME_ZONES = timedelta(days=1)
"""The date may differ by one day between time zones."""


def is_surely_before(one: EdtfDate, other: EdtfDate, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether ``one`` ends more than ``leeway`` before ``other`` begins. An open end is never before another date."""
    return bool(one.latest and other.earliest and other.earliest - one.latest > leeway)


def is_surely_after(value: EdtfDate, day: date, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether the date begins more than ``leeway`` after the day."""
    return bool(value.earliest and value.earliest - day > leeway)


def certain_day(value: EdtfDate | None) -> date | None:
    """The first day on which it has happened for certain; None without a date, or outside the years 1 to 9999.

    >>> certain_day(EdtfDate("../2025-08-08")), certain_day(EdtfDate("2025-05-22/.."))
    (datetime.date(2025, 8, 8), datetime.date(2025, 5, 22))
    """
    if value is None:
        return None
    begins, _, ends = value.partition("/")
    return EdtfDate(begins if ends in ("", "..") else ends).latest


def has_happened(value: EdtfDate, by: date) -> bool:
    """Whether it has happened by the end of the day for certain; not if no day is known."""
    day = certain_day(value)
    return day is not None and day <= by


def may_have_happened(value: EdtfDate, by: date) -> bool:
    """Whether it can have happened by the end of the day; so it can if its first possible day is not known."""
    return value.earliest is None or value.earliest <= by


def at_the_latest(value: EdtfDate) -> EdtfDate:
    """The same as an interval with an open start: on the day from which it is certain, or before.

    >>> at_the_latest(EdtfDate("2025-07-26/2025-07-28"))
    '../2025-07-28'
    """
    day = certain_day(value)
    mark = value[-1] if value[-1] in "?~%" else ""
    return EdtfDate(f"../{day}{mark}") if day else value


def sort_day(value: EdtfDate | None) -> date:
    """The day from which it is certain, as a sort key; a date without one is sorted last."""
    return certain_day(value) or date.max
