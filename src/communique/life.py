"""The life of an instrument, read off the measures of all announcements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .models import Announcement, Date, EdtfDate, Measure
from .models.codelists import Action, DateRole, Modality, Rank

_MADE_KNOWN = (
    DateRole.ANNOUNCED,
    DateRole.DELIVERED,
    DateRole.SIGNED,
    DateRole.ADOPTED,
    DateRole.PUBLISHED,
    DateRole.HELD,
    DateRole.APPLIES_FROM,
)
_DONE_ON = {
    Action.ADOPT: (DateRole.ADOPTED,),
    Action.SIGN: (DateRole.SIGNED,),
    Action.PUBLISH: (DateRole.PUBLISHED, DateRole.PROMULGATED),
    Action.INTRODUCE: (DateRole.SUBMITTED,),
    Action.OPEN_FOR_SIGNATURE: (DateRole.OPENED_FOR_SIGNATURE,),
    Action.BRING_INTO_FORCE: (DateRole.ENTRY_INTO_FORCE, DateRole.APPLIES_FROM),
    Action.CONVENE: (DateRole.HELD,),
    Action.REPEAL: (DateRole.REVOKED,),
    Action.REVOKE: (DateRole.REVOKED,),
}
"""Which date of the announcement tells when a thing was done, if the measure does not say so itself."""

_NOT_DONE = (Modality.DENIED, Modality.HYPOTHETICAL)


class Step(NamedTuple):
    """What one announcement does to the instrument, and when; ``place`` is the measure's place in the announcement."""

    date: EdtfDate | None
    announcement: Announcement
    place: int

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.announcement.measures[self.place]

    @property
    def matter(self) -> tuple[object, ...] | None:
        """What the measure is about; steps of one announcement about one matter are rival tellings of one step."""
        return self.measure.matter


def life(instrument: str, announcements: Iterable[Announcement]) -> list[Step]:
    """Every measure on the instrument that is not held to be wrong, in the order of time; undated ones come last."""
    steps = [
        Step(day_of(measure, announcement), announcement, place)
        for announcement in announcements
        for place, measure in enumerate(announcement.measures)
        if measure.instrument == instrument
        and measure.rank is not Rank.DEPRECATED
        and measure.modality not in _NOT_DONE
    ]
    return sorted(steps, key=lambda step: (_first(step.date), step.announcement.id, step.place))


def day_of(measure: Measure, announcement: Announcement) -> EdtfDate | None:
    """The day of a measure: its own date; else the announcement's date for what is done; else the announcement's day.

    A date whose scope is the instrument comes before one of the whole announcement. What is only meant to be done
    was put forward on the announcement's day.
    """
    if measure.date:
        return measure.date
    if measure.modality is Modality.ASSERTED:
        for role in _DONE_ON.get(measure.action, ()):
            dates = [each for each in announcement.dates if each.role is role and each.rank is not Rank.DEPRECATED]
            own = [each for each in dates if each.scope and each.scope.instrument == measure.instrument]
            if found := own or [each for each in dates if each.scope is None]:
                return min(found, key=_by_rank).value
    return day(announcement)


def day(announcement: Announcement) -> EdtfDate | None:
    """The day on which the announcement was made: of what makes it known, the preferred date or else the first.

    A date of the whole announcement comes before one of a part.
    """
    right = [each for each in announcement.dates if each.rank is not Rank.DEPRECATED]
    whole = [each for each in right if each.scope is None]
    for role in _MADE_KNOWN:
        dates = [each for each in whole or right if each.role is role]
        if dates:
            return min(dates, key=_by_rank).value
    return None


def _by_rank(each: Date) -> bool:
    return each.rank is not Rank.PREFERRED


def _first(when: EdtfDate | None) -> date:
    return (when.earliest if when else None) or date.max
