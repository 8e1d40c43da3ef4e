"""Arithmetic with ISO 8601 durations, as the calendar has it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"W": 7, "D": 1}
_MONTHS = {"Y": 12, "M": 1}


def later(day: date, duration: str) -> date | None:
    """The day that is so much later; None after the year 9999.

    Years and months are counted first. If the month that is reached has no such day, it is its last one.

    >>> later(date(2025, 1, 23), "P180D"), later(date(2024, 1, 31), "P1M")
    (datetime.date(2025, 7, 22), datetime.date(2024, 2, 29))
    """
    parts = [(int(count), unit) for count, unit in re.findall("([0-9]+)([YMWD])", duration)]
    months = sum(count * _MONTHS[unit] for count, unit in parts if unit in _MONTHS)
    days = sum(count * _DAYS[unit] for count, unit in parts if unit in _DAYS)
    try:
        return _months_later(day, months) + timedelta(days)
    except (OverflowError, ValueError):
        return None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
