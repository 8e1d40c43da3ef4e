"""The day on which an announcement was made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...codelists import DateRole
from ..conflicts import disputed
from ..date_order import certain_day
from .days import announcement_days
from .modality import is_denied_or_hypothetical

if TYPE_CHECKING:
    from ...models import Announcement, Date


def makings(announcement: Announcement) -> list[Date]:
    """The dates on which it was made, also those beside a preferred one: they compete, or can be true together."""
    days = announcement_days(announcement)
    held = [each for each in announcement.dates if not each.is_deprecated and not is_denied_or_hypothetical(each)]
    main = [each for each in held if each.value in days]
    main.sort(key=lambda each: each.role not in (DateRole.ANNOUNCED, DateRole.DELIVERED))
    return [each for each in held if (each.role, each.scope) == (main[0].role, main[0].scope)] if main else []


def made_on(announcement: Announcement) -> date:
    """The day from which it was made for certain: the first of several that are true, the last of several that compete.

    Of an announcement without a day it is taken that it was always made: the first day of the calendar.
    """
    found = makings(announcement)
    settled = [each for each, against in zip(found, disputed(found), strict=True) if each.is_preferred or not against]
    days = [certain_day(each.value) or date.min for each in settled or found]
    return (min if settled else max)(days, default=date.min)
