"""The life of an instrument, read off the measures of all announcements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .models import Announcement, Date, EdtfDate, Measure
from .models.codelists import Action, DateRole, Modality, Rank

_MADE_KNOWN = (DateRole.ANNOUNCED, DateRole.DELIVERED)
_NOT_THE_DAY = frozenset({DateRole.SCHEDULED, DateRole.DEADLINE, DateRole.EXPIRED, DateRole.REVOKED})
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
            # A date of a part, such as one state's signature, is not that of the whole.
            scoped = [(each, each.scope) for each in dates if each.scope]
            own = [each for each, of in scoped if of.instrument == measure.instrument and not of.part]
            if found := own or [each for each in dates if each.scope is None]:
                return min(found, key=_by_rank).value
    return day(announcement)


def day(announcement: Announcement) -> EdtfDate | None:
    """The day on which the announcement was made.

    That is when it was announced or delivered; else the first date of the record, which is the main one. A date of the
    whole comes before one of a part, and of rival values counts the preferred one, or else the first.
    """
    right = [each for each in announcement.dates if each.rank is not Rank.DEPRECATED and each.role not in _NOT_THE_DAY]
    whole = [each for each in right if each.scope is None] or right
    known = [each for each in whole if each.role in _MADE_KNOWN] or whole[:1]
    rivals = [each for each in whole if known and each.role is known[0].role]
    return min(rivals, key=_by_rank).value if rivals else None


def _by_rank(each: Date) -> bool:
    return each.rank is not Rank.PREFERRED


def _first(when: EdtfDate | None) -> date:
    return (when.earliest if when else None) or date.max
