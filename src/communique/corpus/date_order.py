"""Which of two dates comes first, by the day and as far as that is sure.

`EdtfDate.is_before` compares moments to the second, and knows of no leeway.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..models import EdtfDate

TIME_ZONES = timedelta(days=1)
"""When it is 26 July in Shanghai it may still be the 25th elsewhere."""


def is_surely_before(one: EdtfDate, other: EdtfDate, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether the one is over more than ``leeway`` before the other begins; an end that is open is never over."""
    return bool(one.latest and other.earliest and other.earliest - one.latest > leeway)


def is_surely_after(value: EdtfDate, day: date, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether the date begins more than ``leeway`` after the day."""
    return bool(value.earliest and value.earliest - day > leeway)


def first_day(value: EdtfDate | None) -> date:
    """The first day that the date can mean, to sort by; what has none comes last."""
    return (value.earliest if value else None) or date.max
