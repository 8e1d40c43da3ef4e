"""The days and the place of each occasion, from its own fields or from the occasion that it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....codelists import AttendanceMode
from ...aspect import Aspect
from ...aspects import plain

if TYPE_CHECKING:
    from ....models import EdtfDate, Occasion, Place
    from ...context import Answers, Context
    from ...subject import Subject

_REMOTE = frozenset({AttendanceMode.ONLINE, AttendanceMode.MIXED})


class Town(NamedTuple):
    """A place, as far as it is given."""

    city: str | None
    country: str | None
    subdivision: str | None

    @classmethod
    def of(cls, place: Place | None) -> Town | None:
        """The place as plain texts."""
        return cls(place.city, plain(place.country), plain(place.subdivision)) if place else None


class OccasionFacts(NamedTuple):
    """An occasion, whose id is the key: the first and last of its days in ISO form, its place, whether it can be
    attended from elsewhere, and what it is part of. An uncertain or open date allows every day."""

    first: str | None
    last: str | None
    place: tuple[str | None, ...] | None
    remote: bool
    part_of: str | None


class TimeAndPlace(NamedTuple):
    """The first and last day of an occasion, and its place; None if not given.

    The days include those of the occasions that it is a part of. ``remote`` is true if remote participation is
    possible.
    """

    days: tuple[date, date] | None
    place: Town | None
    remote: bool

    def distance(self, value: EdtfDate) -> timedelta | None:
        """The distance of the date from the days; None if it is within them or cannot be compared."""
        first, last = value.earliest, value.latest
        if not self.days or not first or not last or value.qualifier:
            return None
        gap = max(first - self.days[1], self.days[0] - last)
        return gap if gap > timedelta(0) else None


def _facts(subject: Subject) -> Iterator[tuple[str, OccasionFacts]]:
    for _, occasion in subject.of(models.Occasion):
        days = list(_days(occasion))
        first = min(begins for begins, _ in days).isoformat() if days else None
        last = max(ends for _, ends in days).isoformat() if days else None
        place = occasion.place if occasion.place and (occasion.place.city or occasion.place.country) else None
        remote = occasion.attendance_mode in _REMOTE
        town = Town.of(place)
        yield occasion.id, OccasionFacts(first, last, town and tuple(town), remote, occasion.part_of)


OCCASIONS = Aspect("occasion", OccasionFacts, _facts, definitions=True, needs=("occasions",))
"""Every occasion, by its id."""


def time_and_place(id: str, context: Context) -> TimeAndPlace | None:
    """The days and the place of an occasion; None if it is not defined."""
    known = context.once(_known)
    if id not in known:
        with known.found() as add:
            for each, answer in _found(id, known, context):
                add(each, answer)
    return known[id]


def _known(context: Context) -> Answers[TimeAndPlace | None]:
    return context.answers()


def _found(id: str, known: Answers[TimeAndPlace | None], context: Context) -> Iterator[tuple[str, TimeAndPlace | None]]:
    """What is known now of the occasion, and of those that it is a part of."""
    chain: dict[str, OccasionFacts] = {}
    here: str | None = id
    while here and here not in chain and here not in known and (found := context.first(OCCASIONS, here)):
        chain[here] = found
        here = found.part_of
    is_circle = here in chain  # where it begins depends on who asks
    outer = known.get(here)
    for each, facts in reversed(chain.items()):
        outer = _within(facts, outer)
        if each == id or not is_circle:
            yield each, outer
    if not chain:
        yield id, None


def _within(own: OccasionFacts, outer: TimeAndPlace | None) -> TimeAndPlace:
    days = [(date.fromisoformat(own.first), date.fromisoformat(own.last))] if own.first and own.last else []
    days += [outer.days] if outer and outer.days else []
    span = (min(first for first, _ in days), max(last for _, last in days)) if days else None
    place = Town(*own.place) if own.place else outer and outer.place
    return TimeAndPlace(span, place, own.remote or bool(outer and outer.remote))


def _days(occasion: Occasion) -> Iterator[tuple[date, date]]:
    for each in occasion.dates:
        if not each.is_deprecated and not each.value.error:
            first, last = each.value.earliest, each.value.latest
            is_certain = not each.value.qualifier
            yield (first or date.min, last or date.max) if is_certain else (date.min, date.max)
