"""The order of two dates, by day, if it is certain.

`EdtfDate.is_before` compares moments to the second, without a tolerance.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models import EdtfDate

TIME_ZONES = timedelta(days=1)
"""The date may differ by one day between time zones."""


def is_surely_before(one: EdtfDate, other: EdtfDate, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether ``one`` ends more than ``leeway`` before ``other`` begins. An open end is never before another date."""
    return bool(one.latest and other.earliest and other.earliest - one.latest > leeway)


def is_surely_after(value: EdtfDate, day: date, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether the date begins more than ``leeway`` after the day."""
    return bool(value.earliest and value.earliest - day > leeway)


def first_day(value: EdtfDate | None) -> date:
    """The first possible day of the date, as a sort key; a date without one is sorted last."""
    return (value.earliest if value else None) or date.max
