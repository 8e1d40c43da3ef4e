"""Which of two dates comes first, as far as that is sure."""

from __future__ import annotations

from datetime import timedelta

from ..models import EdtfDate

TIME_ZONES = timedelta(days=1)
"""When it is 26 July in Shanghai it may still be the 25th elsewhere."""


def is_before(one: EdtfDate, other: EdtfDate, leeway: timedelta = TIME_ZONES) -> bool:
    """Whether the one is over more than ``leeway`` before the other begins; an end that is open is never over."""
    return bool(one.latest and other.earliest and other.earliest - one.latest > leeway)
