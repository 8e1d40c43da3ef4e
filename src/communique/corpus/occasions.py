"""When and where each occasion takes place, as far as it or the larger occasion that it belongs to says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..codelists import AttendanceMode
from ..models import Announcement, EdtfDate, Occasion, OccasionDate, Place, Registry
from ..text.pointer import Pointer
from .corpus import Corpus, Record

_OPEN = (date.min, date.max)


class TimeAndPlace(NamedTuple):
    """When and where an occasion takes place, from its first day to its last; None for what nobody says.

    The days are those of the occasion and of the larger ones around it, so that each of them is allowed. An uncertain
    or open date allows every day. ``remote`` says that people may take part from elsewhere.
    """

    days: tuple[date, date] | None = None
    place: Place | None = None
    remote: bool = False

    def distance(self, value: EdtfDate) -> timedelta | None:
        """How far the date lies outside the days; None if it does not, or if that cannot be said."""
        if not self.days or not value.earliest or not value.latest or value.qualifier:
            return None
        gap = max(value.earliest - self.days[1], self.days[0] - value.latest)
        return gap if gap > timedelta(0) else None


def times_and_places(corpus: Corpus) -> dict[str, TimeAndPlace]:
    """When and where every occasion takes place, by its id."""
    found: dict[str, TimeAndPlace] = {}
    for id in corpus.occasions:
        for occasion in reversed(list(_unknown_chain(id, corpus, found))):
            found[occasion.id] = _within(occasion, found.get(occasion.part_of or "", TimeAndPlace()))
    return found


class TakesPlace(NamedTuple):
    """An announcement or an occasion, where it stands in its record, and the occasion that it is made or held at."""

    pointer: Pointer
    thing: Announcement | Occasion
    occasion: str


def taking_place(record: Record) -> Iterator[TakesPlace]:
    """What in the record takes place at a larger occasion: the announcement itself, and sessions."""
    if isinstance(record, Announcement) and record.occasion:
        yield TakesPlace((), record, record.occasion)
    for index, occasion in enumerate(record.occasions if isinstance(record, Announcement | Registry) else ()):
        if occasion.part_of:
            yield TakesPlace(("occasions", index), occasion, occasion.part_of)


def _unknown_chain(id: str, corpus: Corpus, found: dict[str, TimeAndPlace]) -> Iterator[Occasion]:
    """The occasion and those around it, innermost first, up to one that is known; each once, even in a cycle."""
    seen: set[str] = set()
    while id and id not in found and id not in seen and (occasion := corpus.occasions.get(id)):
        seen.add(id)
        yield occasion
        id = occasion.part_of or ""


def _within(occasion: Occasion, outer: TimeAndPlace) -> TimeAndPlace:
    days = list(_days(occasion.dates))
    if outer.days:
        days.append(outer.days)
    place = occasion.place if occasion.place and (occasion.place.city or occasion.place.country) else outer.place
    remote = occasion.attendance_mode in (AttendanceMode.ONLINE, AttendanceMode.MIXED) or outer.remote
    hull = (min(first for first, _ in days), max(last for _, last in days)) if days else None
    return TimeAndPlace(hull, place, remote)


def _days(dates: Iterable[OccasionDate]) -> Iterator[tuple[date, date]]:
    for each in dates:
        if not each.is_deprecated and not each.value.error:
            first, last = each.value.earliest, each.value.latest
            sure = not each.value.qualifier
            yield (first or date.min, last or date.max) if sure else _OPEN
