"""The days of an announcement, of its measures, and of an occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ...codelists import Action, DateRole, Modality
from ...models import EdtfDate
from .modality import is_denied_or_hypothetical, is_fact
from .values import shown

if TYPE_CHECKING:
    from ...models import Announcement, Date, Measure, Occasion

OF_THE_ANNOUNCEMENT = frozenset({DateRole.ANNOUNCED, DateRole.DELIVERED, DateRole.HELD})
"""Days of the announcement itself, not of the instruments in it."""

TAKES_EFFECT = frozenset({DateRole.ENTRY_INTO_FORCE, DateRole.APPLIES_FROM, DateRole.EXPIRED, DateRole.REVOKED})
"""Days on which the stage of an instrument changes, whether or not a source reports that it did."""

TO_COME = TAKES_EFFECT | {DateRole.DEADLINE, DateRole.SCHEDULED}
"""Days that are set in advance, and may be after the announcement."""

_ANNOUNCING = frozenset({DateRole.ANNOUNCED, DateRole.DELIVERED})
_NEVER_THE_DAY = frozenset({DateRole.SCHEDULED, DateRole.DEADLINE, DateRole.EXPIRED, DateRole.REVOKED})
# The dates of the announcement that are the day of a measure without a date.
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
    """Where the day of a measure is from."""

    MEASURE = "measure"
    DATE = "date"
    ANNOUNCEMENT = "announcement"


class Dating(NamedTuple):
    """The days of a measure: all competing ones, none if it is undated; and where they are from."""

    days: tuple[EdtfDate, ...]
    basis: Basis

    @property
    def first(self) -> EdtfDate | None:
        """The first of the days."""
        return next(iter(self.days), None)


def announcement_days(announcement: Announcement) -> tuple[EdtfDate, ...]:
    """The day of an announcement; several if days compete and none is preferred.

    It is the day on which it was announced or delivered; otherwise the first date of the record. A date without a scope
    takes precedence.
    """
    happened = [each for each in announcement.dates if _can_be_the_day(each)]
    whole = [each for each in happened if each.scope is None] or happened
    main = next((each for each in whole if each.role in _ANNOUNCING), next(iter(whole), None))
    if main is None:
        return ()
    return _values(each for each in whole if (each.role, each.scope) == (main.role, main.scope))


def announcement_day(announcement: Announcement) -> EdtfDate | None:
    """The first day of an announcement."""
    return next(iter(announcement_days(announcement)), None)


def datings(announcement: Announcement) -> list[Dating]:
    """The dating of each measure of the announcement, in their order.

    It is the date of the measure; otherwise the announcement's date for such an action; otherwise the day of the
    announcement. A date whose scope is the instrument takes precedence over one without a scope. A measure that is not
    done yet has the day of the announcement. A denied measure has no day.
    """
    if not announcement.measures:
        return []
    # Most measures have a date of their own, and then the dates of the announcement do not matter.
    undated = any(measure.date is None for measure in announcement.measures)
    facts = _facts(announcement) if undated else {}
    made = Dating(announcement_days(announcement) if undated else (), Basis.ANNOUNCEMENT)
    return [_dating(measure, facts) or made for measure in announcement.measures]


def dating(measure: Measure, announcement: Announcement) -> Dating:
    """The dating of one measure of the announcement, as in `datings`."""
    return _dating(measure, _facts(announcement)) or Dating(announcement_days(announcement), Basis.ANNOUNCEMENT)


def roles_of_day(measure: Measure) -> tuple[DateRole, ...]:
    """The roles of dates that can be the day of such a measure, the best first."""
    return _DONE_ON.get(measure.action, ())


def occasion_days(occasion: Occasion) -> tuple[EdtfDate, ...]:
    """The day or days of a whole occasion; several if days compete and none is preferred."""
    return tuple(dict.fromkeys(each.value for each in shown(occasion.dates) if each.part is None))


_Facts = dict[tuple[DateRole, str | None], tuple[EdtfDate, ...]]


def _can_be_the_day(date: Date) -> bool:
    return not date.is_deprecated and date.role not in _NEVER_THE_DAY and not is_denied_or_hypothetical(date)


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
    """The dates that are facts, by role and instrument; the instrument is None for a date without a scope.

    A date of a part, such as the signature of one state, is left out.
    """
    found: dict[tuple[DateRole, str | None], list[Date]] = defaultdict(list)
    for each in announcement.dates:
        if not each.is_deprecated and is_fact(each) and not (each.scope and each.scope.part):
            found[each.role, each.scope.instrument if each.scope else None].append(each)
    return {key: _values(dates) for key, dates in found.items()}


def _values(dates: Iterable[Date]) -> tuple[EdtfDate, ...]:
    every = [*dates]
    if len(every) == 1:  # nothing competes with it
        return (every[0].value,)
    return tuple(dict.fromkeys(each.value for each in shown(every)))
