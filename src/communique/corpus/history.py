"""The life of an instrument, read off the measures of all announcements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..codelists import Action, DateRole, Modality, RoleType
from ..models import Announcement, Date, EdtfDate, Measure
from .ranking import disputed, held, shown

ANNOUNCES = (RoleType.ANNOUNCER, RoleType.ISSUER, RoleType.PROPOSER, RoleType.ADOPTER)
"""The roles of those whose announcement it is."""

_MADE_KNOWN = (DateRole.ANNOUNCED, DateRole.DELIVERED)
_NOT_THE_DAY = frozenset({DateRole.SCHEDULED, DateRole.DEADLINE, DateRole.EXPIRED, DateRole.REVOKED})
DONE_ON = {
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

NOT_DONE = (Modality.DENIED, Modality.HYPOTHETICAL)
"""What is put so was not done, and is not said to be going to be."""

_FACT = (None, Modality.ASSERTED)


class Basis(StrEnum):
    """From where the day of a measure is known."""

    MEASURE = "measure"
    DATE = "date"
    ANNOUNCEMENT = "announcement"


class Dating(NamedTuple):
    """The days that are given for something: rival ones side by side, none if it is undated. And what they are of."""

    days: tuple[EdtfDate, ...]
    basis: Basis

    @property
    def first(self) -> EdtfDate | None:
        """The first of the days."""
        return next(iter(self.days), None)


class Step(NamedTuple):
    """What one announcement does to the instrument, and when; ``place`` is the measure's place in the announcement.

    ``disputed`` tells that the announcement has a rival telling of it that is not held to be wrong.
    """

    dating: Dating
    announcement: Announcement
    place: int
    disputed: bool

    @property
    def date(self) -> EdtfDate | None:
        """The first of its days."""
        return self.dating.first

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.announcement.measures[self.place]

    @property
    def matter(self) -> tuple[object, ...] | None:
        """What the measure is about; steps of one announcement about one matter are rival tellings of one step."""
        return self.measure.matter


def life(instrument: str, announcements: Iterable[Announcement]) -> list[Step]:
    """Every measure on the instrument that is not held to be wrong, in the order of time; undated ones come last.

    What is denied or only imagined is no step of its life, and records that no longer count tell nothing of it.
    """
    steps = [step for each in announcements if not each.is_retired for step in _steps(instrument, each)]
    return sorted(steps, key=lambda step: (_first(step.date), step.announcement.id, step.place))


def _steps(instrument: str, announcement: Announcement) -> Iterator[Step]:
    if not any(measure.instrument == instrument for measure in announcement.measures):
        return
    measures = announcement.measures
    told = zip(measures, datings(announcement), disputed(measures), strict=True)
    for place, (measure, when, rivalled) in enumerate(told):
        if measure.instrument == instrument and not measure.is_deprecated and measure.modality not in NOT_DONE:
            yield Step(when, announcement, place, rivalled)


def datings(announcement: Announcement) -> list[Dating]:
    """When each of its measures was taken, in their order.

    That is its own date; else the announcement's date for what is done; else the announcement's day. A date whose scope
    is the instrument comes before one of the whole announcement. What is only meant to be done was put forward on the
    announcement's day. What is denied has no day.
    """
    told, made = _facts(announcement), Dating(days(announcement), Basis.ANNOUNCEMENT)
    return [_dating(measure, told) or made for measure in announcement.measures]


def dating(measure: Measure, announcement: Announcement) -> Dating:
    """When one of its measures was taken, as `datings` tells it of all."""
    return _dating(measure, _facts(announcement)) or Dating(days(announcement), Basis.ANNOUNCEMENT)


_Facts = dict[tuple[DateRole, str | None], tuple[EdtfDate, ...]]


def _dating(measure: Measure, told: _Facts) -> Dating | None:
    if measure.modality is Modality.DENIED:
        return Dating((), Basis.ANNOUNCEMENT)
    if measure.date:
        return Dating((measure.date,), Basis.MEASURE)
    if measure.modality is Modality.ASSERTED:
        for role in DONE_ON.get(measure.action, ()):
            if found := told.get((role, measure.instrument)) or told.get((role, None)):
                return Dating(found, Basis.DATE)
    return None


def _facts(announcement: Announcement) -> _Facts:
    """The days on which something happened to an instrument, or to none in particular.

    A date of a part, such as one state's signature, is not that of the whole.
    """
    found: dict[tuple[DateRole, str | None], list[Date]] = defaultdict(list)
    for each in held(announcement.dates):
        if each.modality in _FACT and not (each.scope and each.scope.part):
            found[each.role, each.scope.instrument if each.scope else None].append(each)
    return {key: _values(dates) for key, dates in found.items()}


def days(announcement: Announcement) -> tuple[EdtfDate, ...]:
    """The day on which the announcement was made; several if rivals are told and none is preferred.

    That is when it was announced or delivered; else the first date of the record, which is the main one. A date of the
    whole comes before one of a part.
    """
    right = [each for each in held(announcement.dates) if each.role not in _NOT_THE_DAY]
    right = [each for each in right if each.modality not in NOT_DONE]
    whole = [each for each in right if each.scope is None] or right
    known = [each for each in whole if each.role in _MADE_KNOWN] or whole[:1]
    return _values([each for each in whole if known and (each.role, each.scope) == (known[0].role, known[0].scope)])


def day(announcement: Announcement) -> EdtfDate | None:
    """The first of the days of an announcement."""
    return next(iter(days(announcement)), None)


def _values(dates: list[Date]) -> tuple[EdtfDate, ...]:
    return tuple(dict.fromkeys(each.value for each in shown(dates)))


def _first(when: EdtfDate | None) -> date:
    return (when.earliest if when else None) or date.max
