"""The days of an announcement, of its measures, and of an occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ...codelists import Action, DateRole, Modality
from ...models import EdtfDate
from ..date_order import sort_day
from .modality import is_denied_or_hypothetical, is_fact
from .values import showings

if TYPE_CHECKING:
    from ...models import Announcement, Date, Measure, Occasion, OccasionDate

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
    """The days of an announcement, a measure or an occasion: each that is shown, none if it is undated.

    ``dates`` are the assertions that give the days, in the same order; none if the day is that of a measure itself.
    ``competes`` is true if they contradict each other in an open dispute. Otherwise all of them are true: two events,
    or the local days of one moment.
    """

    days: tuple[EdtfDate, ...]
    basis: Basis
    dates: tuple[Date | OccasionDate, ...] = ()
    competes: bool = False

    @property
    def first(self) -> EdtfDate | None:
        """The first of the days."""
        return next(iter(self.days), None)

    @property
    def certain(self) -> EdtfDate | None:
        """The day on which it was done for certain: the first of several that are true, the last if they compete."""
        return (max if self.competes else min)(self.days, key=sort_day, default=None)


def announcement_dating(announcement: Announcement) -> Dating:
    """The day of an announcement; several if days compete and none is preferred, or if several are true.

    It is the day on which it was announced or delivered; otherwise the first date of the record. A date without a scope
    takes precedence.
    """
    happened = [each for each in announcement.dates if _can_be_the_day(each)]
    whole = [each for each in happened if each.scope is None] or happened
    main = next((each for each in whole if each.role in _ANNOUNCING), next(iter(whole), None))
    if main is None:
        return Dating((), Basis.ANNOUNCEMENT)
    return _shown([each for each in whole if (each.role, each.scope) == (main.role, main.scope)], Basis.ANNOUNCEMENT)


def announcement_days(announcement: Announcement) -> tuple[EdtfDate, ...]:
    """The days of an announcement, as in `announcement_dating`."""
    return announcement_dating(announcement).days


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
    made = announcement_dating(announcement) if undated else Dating((), Basis.ANNOUNCEMENT)
    return [_dating(measure, facts) or made for measure in announcement.measures]


def dating(measure: Measure, announcement: Announcement) -> Dating:
    """The dating of one measure of the announcement, as in `datings`."""
    return _dating(measure, _facts(announcement)) or announcement_dating(announcement)


def roles_of_day(measure: Measure) -> tuple[DateRole, ...]:
    """The roles of dates that can be the day of such a measure, the best first."""
    return _DONE_ON.get(measure.action, ())


def occasion_dating(occasion: Occasion) -> Dating:
    """The day or days of a whole occasion, in the same way."""
    return _shown([each for each in occasion.dates if each.part is None], Basis.DATE)


def occasion_days(occasion: Occasion) -> tuple[EdtfDate, ...]:
    """The days of a whole occasion, as in `occasion_dating`."""
    return occasion_dating(occasion).days


_Facts = dict[tuple[DateRole, str | None], Dating]


def _can_be_the_day(date: Date) -> bool:
    return not date.is_deprecated and date.role not in _NEVER_THE_DAY and not is_denied_or_hypothetical(date)


def _dating(measure: Measure, facts: _Facts) -> Dating | None:
    if measure.modality is Modality.DENIED:
        return Dating((), Basis.ANNOUNCEMENT)
    if measure.date:
        return Dating((measure.date,), Basis.MEASURE)
    if is_fact(measure):
        for role in roles_of_day(measure):
            if found := facts.get((role, measure.instrument)) or facts.get((role, None)):
                return found
    return None


def _facts(announcement: Announcement) -> _Facts:
    """The dates that are facts, by role and instrument; the instrument is None for a date without a scope.

    A date of a part, such as the signature of one state, is left out.
    """
    found: dict[tuple[DateRole, str | None], list[Date]] = defaultdict(list)
    for each in announcement.dates:
        if not each.is_deprecated and is_fact(each) and not (each.scope and each.scope.part):
            found[each.role, each.scope.instrument if each.scope else None].append(each)
    return {key: _shown(dates, Basis.DATE) for key, dates in found.items()}


def _shown(dates: Sequence[Date | OccasionDate], basis: Basis) -> Dating:
    """The days to show of these dates. A day that several of them give is shown once."""
    if len(dates) == 1 and not dates[0].is_deprecated:  # nothing competes with it
        return Dating((dates[0].value,), basis, (dates[0],))
    found = showings(dates)
    by_day: dict[EdtfDate, Date | OccasionDate] = {}
    for each, showing in zip(dates, found, strict=True):
        if showing.shown:
            by_day.setdefault(each.value, each)
    return Dating((*by_day,), basis, (*by_day.values(),), len(by_day) > 1 and any(each.competes for each in found))
