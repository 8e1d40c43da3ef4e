"""The due day of a commitment, as an EDTF date: a day, or an interval of days of which one is the due day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ...models import EdtfDate
from ..history import announcement_days, is_denied_or_hypothetical, occasion_days, shown
from .periods import later

if TYPE_CHECKING:
    from ...models import After, Announcement, Due, Occasion

_MARKS = {"": "", "uncertain": "?", "approximate": "~", "uncertain and approximate": "%"}


class Days(Protocol):
    """The days of announcements and occasions, from which periods are counted; none if they are not known."""

    def of_announcement(self, id: str, role: str | None, instrument: str | None) -> Sequence[EdtfDate]:
        """The days of an announcement, or its dates with this role and this instrument as scope."""

    def of_occasion(self, id: str) -> Sequence[EdtfDate]:
        """The days of an occasion."""


class Calendar(NamedTuple):
    """The days of a corpus."""

    announcements: Mapping[str, Announcement]
    occasions: Mapping[str, Occasion]

    def of_announcement(self, id: str, role: str | None, instrument: str | None) -> Sequence[EdtfDate]:
        announcement = self.announcements.get(id)
        return dates_of(announcement, role, instrument) if announcement else ()

    def of_occasion(self, id: str) -> Sequence[EdtfDate]:
        occasion = self.occasions.get(id)
        return occasion_days(occasion) if occasion else ()


def dates_of(announcement: Announcement, role: str | None, instrument: str | None) -> Sequence[EdtfDate]:
    """The days of an announcement; with a role, its dates of that role which are about this instrument, or about none.

    A date of a part does not count, nor one that is denied, hypothetical or deprecated. Several are competing dates.
    """
    if role is None:
        return announcement_days(announcement)
    dates = [each for each in announcement.dates if each.role == role and not is_denied_or_hypothetical(each)]
    about = [each for each in dates if not (each.scope and each.scope.part)]
    return [each.value for each in shown(about) if (each.scope.instrument if each.scope else None) == instrument]


def needs_others(due: Due) -> bool:
    """Whether the due day depends on dates that are not in the record itself."""
    after = due.after
    return due.before is not None or (after is not None and bool(after.occasion or after.announcement))


def due_day(due: Due | None, announcement: str, days: Days) -> EdtfDate | None:
    """The due day of a commitment of the announcement with this id; None if there is none, or it is not known."""
    if due is None:
        return None
    if due.date:
        return due.date if due.date.error is None else None
    if due.before:
        return _reached([_begin(each) for each in days.of_occasion(due.before)], _day_before)
    after, within = due.after, due.within
    assert after is not None and within is not None  # by the conditions of the model
    return _reached([_end(each) for each in _counted_from(after, announcement, days)], lambda day: later(day, within))


def _counted_from(after: After, announcement: str, days: Days) -> Sequence[EdtfDate]:
    if after.date:
        return (after.date,)
    if after.occasion:
        return days.of_occasion(after.occasion)
    return days.of_announcement(after.announcement or announcement, after.date_role, after.instrument)


def _begin(value: EdtfDate) -> EdtfDate:
    """The first day of an interval; another date itself."""
    return EdtfDate(value.partition("/")[0])


def _end(value: EdtfDate) -> EdtfDate:
    """The last day of an interval; another date itself."""
    return EdtfDate(value.rpartition("/")[2])


class _Move(Protocol):
    def __call__(self, day: date, /) -> date | None: ...


def _day_before(day: date) -> date | None:
    return day - timedelta(days=1) if day > date.min else None


def _reached(origins: Iterable[EdtfDate], move: _Move) -> EdtfDate | None:
    """The day that is reached from one of these dates, whichever of them is right."""
    found, marks = [], set()
    for each in origins:
        first, last = each.earliest, each.latest
        if first is None or last is None or each.error:
            return None
        found += [move(first), move(last)]
        marks.add(each.qualifier)
    reached = [day for day in found if day]
    if not reached or len(reached) < len(found):
        return None
    mark = _MARKS[marks.pop()] if len(marks) == 1 else "%"
    earliest, latest = f"{min(reached)}{mark}", f"{max(reached)}{mark}"
    return EdtfDate(earliest if earliest == latest else f"{earliest}/{latest}")
