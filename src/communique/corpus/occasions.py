"""When and where each occasion takes place, as far as it or the larger occasion that it belongs to says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..codelists import AttendanceMode
from ..models import EdtfDate, Occasion, OccasionDate
from ..models.entity import Place
from .corpus import Corpus

_OPEN = (date.min, date.max)


class Scene(NamedTuple):
    """From its first to its last day, and its place; None for what nobody says.

    The days are those of the occasion and of the larger ones around it, so that each of them is allowed. An uncertain
    or open date allows every day. ``remote`` tells that people may take part from elsewhere.
    """

    days: tuple[date, date] | None = None
    place: Place | None = None
    remote: bool = False

    def misses(self, value: EdtfDate) -> timedelta | None:
        """How far the date lies outside the days; None if it does not, or if that cannot be said."""
        if not self.days or not value.earliest or not value.latest or value.qualifier:
            return None
        gap = max(value.earliest - self.days[1], self.days[0] - value.latest)
        return gap if gap > timedelta(0) else None


def scenes(corpus: Corpus) -> dict[str, Scene]:
    """The scene of every occasion, by its id."""
    found: dict[str, Scene] = {}
    for id in corpus.occasions:
        for occasion in reversed(list(_unknown_chain(id, corpus, found))):
            found[occasion.id] = _within(occasion, found.get(occasion.part_of or "", Scene()))
    return found


def _unknown_chain(id: str, corpus: Corpus, found: dict[str, Scene]) -> Iterator[Occasion]:
    """The occasion and those around it, innermost first, up to one that is known; each once, should they go round."""
    seen: set[str] = set()
    while id and id not in found and id not in seen and (occasion := corpus.occasions.get(id)):
        seen.add(id)
        yield occasion
        id = occasion.part_of or ""


def _within(occasion: Occasion, outer: Scene) -> Scene:
    days = list(_days(occasion.dates))
    if outer.days:
        days.append(outer.days)
    place = occasion.place if occasion.place and (occasion.place.city or occasion.place.country) else outer.place
    remote = occasion.attendance_mode in (AttendanceMode.ONLINE, AttendanceMode.MIXED) or outer.remote
    hull = (min(first for first, _ in days), max(last for _, last in days)) if days else None
    return Scene(hull, place, remote)


def _days(dates: Iterable[OccasionDate]) -> Iterator[tuple[date, date]]:
    for each in dates:
        if not each.is_deprecated and not each.value.error:
            first, last = each.value.earliest, each.value.latest
            sure = not each.value.qualifier
            yield (first or date.min, last or date.max) if sure else _OPEN
