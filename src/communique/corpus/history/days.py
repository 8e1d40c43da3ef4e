"""The days of an announcement, of its measures, and of an occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ...codelists import Action, DateRole, Modality
from ...models import Announcement, Date, EdtfDate, Measure, Occasion
from .modality import is_denied_or_hypothetical, is_fact
from .values import shown

OF_THE_ANNOUNCEMENT = frozenset({DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.HELD})
"""Days of the announcement itself, not of the instruments in it."""

TAKES_EFFECT = frozenset({DateRole.ENTRY_INTO_FORCE, DateRole.APPLIES_FROM, DateRole.EXPIRED, DateRole.REVOKED})
"""Days on which an instrument comes to stand elsewhere, whether or not anybody reports that it did."""

TO_COME = TAKES_EFFECT | {DateRole.DEADLINE, DateRole.SCHEDULED}
"""Days that are laid down beforehand, and may lie ahead of the announcement."""

_MADE_KNOWN = frozenset({DateRole.ANNOUNCED, DateRole.DELIVERED})
_NOT_THE_DAY = frozenset({DateRole.SCHEDULED, DateRole.DEADLINE, DateRole.EXPIRED, DateRole.REVOKED})
# Which dates of the announcement are the day of a measure that has no date of its own.
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


class Basis(StrEnum):
    """From where the day of a measure is known."""

    MEASURE = "measure"
    DATE = "date"
    ANNOUNCEMENT = "announcement"


class Dating(NamedTuple):
    """The days that are given for a measure: all that compete, none if it is undated. And where they are from."""

    days: tuple[EdtfDate, ...]
    basis: Basis

    @property
    def first(self) -> EdtfDate | None:
        """The first of the days."""
        return next(iter(self.days), None)


def announcement_days(announcement: Announcement) -> tuple[EdtfDate, ...]:
    """The day on which the announcement was made; several if days compete and none is preferred.

    That is when it was announced or delivered; else the first date of the record, which is the main one. A date of the
    whole comes before one of a part.
    """
    happened = [each for each in announcement.dates if _may_be_the_day(each)]
    whole = [each for each in happened if each.scope is None] or happened
    main = next((each for each in whole if each.role in _MADE_KNOWN), next(iter(whole), None))
    if main is None:
        return ()
    return _values(each for each in whole if (each.role, each.scope) == (main.role, main.scope))


def announcement_day(announcement: Announcement) -> EdtfDate | None:
    """The first of the days of an announcement."""
    return next(iter(announcement_days(announcement)), None)


def datings(announcement: Announcement) -> list[Dating]:
    """When each of its measures was taken, in their order.

    That is its own date; else the announcement's date for what is done; else the announcement's day. A date whose scope
    is the instrument comes before one of the whole announcement. What is only meant to be done was put forward on the
    announcement's day. What is denied has no day.
    """
    facts, made = _facts(announcement), Dating(announcement_days(announcement), Basis.ANNOUNCEMENT)
    return [_dating(measure, facts) or made for measure in announcement.measures]


def dating(measure: Measure, announcement: Announcement) -> Dating:
    """When one of its measures was taken, as `datings` gives it for all."""
    return _dating(measure, _facts(announcement)) or Dating(announcement_days(announcement), Basis.ANNOUNCEMENT)


def roles_of_day(measure: Measure) -> tuple[DateRole, ...]:
    """The roles of the dates that are the day of such a measure, the best first."""
    return _DONE_ON.get(measure.action, ())


def occasion_days(occasion: Occasion) -> tuple[EdtfDate, ...]:
    """When the whole of an occasion takes place; several if days compete and none is preferred."""
    return tuple(dict.fromkeys(each.value for each in shown(occasion.dates) if each.part is None))


_Facts = dict[tuple[DateRole, str | None], tuple[EdtfDate, ...]]


def _may_be_the_day(date: Date) -> bool:
    return not date.is_deprecated and date.role not in _NOT_THE_DAY and not is_denied_or_hypothetical(date)


def _dating(measure: Measure, facts: _Facts) -> Dating | None:
    if measure.modality is Modality.DENIED:
        return Dating((), Basis.ANNOUNCEMENT)
    if measure.date:
        return Dating((measure.date,), Basis.MEASURE)
    if is_fact(measure):
        for role in roles_of_day(measure):
            if days := facts.get((role, measure.instrument)) or facts.get((role, None)):
                return Dating(days, Basis.DATE)
    return None


def _facts(announcement: Announcement) -> _Facts:
    """The days on which something happened to an instrument, or to none in particular.

    A date of a part, such as one state's signature, is not that of the whole.
    """
    found: dict[tuple[DateRole, str | None], list[Date]] = defaultdict(list)
    for each in announcement.dates:
        if not each.is_deprecated and is_fact(each) and not (each.scope and each.scope.part):
            found[each.role, each.scope.instrument if each.scope else None].append(each)
    return {key: _values(dates) for key, dates in found.items()}


def _values(dates: Iterable[Date]) -> tuple[EdtfDate, ...]:
    return tuple(dict.fromkeys(each.value for each in shown([*dates])))
