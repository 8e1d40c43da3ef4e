"""The days and the place of each occasion, from its own fields or from the occasion that it is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .. import models
from ..codelists import AttendanceMode
from ..text.pointer import Pointer
from .corpus import Corpus, Record

_OPEN = (date.min, date.max)


class TimeAndPlace(NamedTuple):
    """The first and last day of an occasion, and its place; None if not given.

    The days include those of the occasions that it is a part of. An uncertain or open date allows every day.
    ``remote`` is true if remote participation is possible.
    """

    days: tuple[date, date] | None = None
    place: models.Place | None = None
    remote: bool = False

    def distance(self, value: models.EdtfDate) -> timedelta | None:
        """The distance of the date from the days; None if it is within them or cannot be compared."""
        if not self.days or not value.earliest or not value.latest or value.qualifier:
            return None
        gap = max(value.earliest - self.days[1], self.days[0] - value.latest)
        return gap if gap > timedelta(0) else None


def times_and_places(corpus: Corpus) -> dict[str, TimeAndPlace]:
    """The days and the place of every occasion, by its id."""
    found: dict[str, TimeAndPlace] = {}
    for id in corpus.occasions:
        for occasion in reversed(list(_ancestors(id, corpus, found))):
            found[occasion.id] = _within(occasion, found.get(occasion.part_of or "", TimeAndPlace()))
    return found


class TakesPlace(NamedTuple):
    """An announcement or an occasion, its pointer, and the id of the occasion at which it takes place."""

    pointer: Pointer
    thing: models.Announcement | models.Occasion
    occasion: str


def taking_place(record: Record) -> Iterator[TakesPlace]:
    """What takes place at another occasion: the announcement of the record, and occasions that are parts."""
    if isinstance(record, models.Announcement) and record.occasion:
        yield TakesPlace((), record, record.occasion)
    for index, occasion in enumerate(
        record.occasions if isinstance(record, models.Announcement | models.Registry) else ()
    ):
        if occasion.part_of:
            yield TakesPlace(("occasions", index), occasion, occasion.part_of)


def _ancestors(id: str, corpus: Corpus, found: dict[str, TimeAndPlace]) -> Iterator[models.Occasion]:
    """The occasion and those that it is a part of, innermost first, up to one in ``found``; each once."""
    seen: set[str] = set()
    while id and id not in found and id not in seen and (occasion := corpus.occasions.get(id)):
        seen.add(id)
        yield occasion
        id = occasion.part_of or ""


def _within(occasion: models.Occasion, outer: TimeAndPlace) -> TimeAndPlace:
    days = list(_days(occasion.dates))
    if outer.days:
        days.append(outer.days)
    place = occasion.place if occasion.place and (occasion.place.city or occasion.place.country) else outer.place
    remote = occasion.attendance_mode in (AttendanceMode.ONLINE, AttendanceMode.MIXED) or outer.remote
    span = (min(first for first, _ in days), max(last for _, last in days)) if days else None
    return TimeAndPlace(span, place, remote)


def _days(dates: Iterable[models.OccasionDate]) -> Iterator[tuple[date, date]]:
    for each in dates:
        if not each.is_deprecated and not each.value.error:
            first, last = each.value.earliest, each.value.latest
            is_certain = not each.value.qualifier
            yield (first or date.min, last or date.max) if is_certain else _OPEN
