"""The history of an instrument: its steps from all announcements, sorted by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..conflicts import disputed
from ..date_order import sort_day
from .days import Dating, announcement_day, datings
from .modality import is_denied_or_hypothetical, is_fact

if TYPE_CHECKING:
    from ...models import Announcement, EdtfDate, Measure


class Step(NamedTuple):
    """A measure of an announcement on an instrument, with its dating. ``place`` is the index of the measure.

    ``disputed`` is true if the measure is in conflict with another one of the announcement.
    """

    dating: Dating
    announcement: Announcement
    place: int
    disputed: bool

    @property
    def date(self) -> EdtfDate | None:
        """The first day of the step."""
        return self.dating.first

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.announcement.measures[self.place]

    @property
    def is_done(self) -> bool:
        """Whether it was done; otherwise it is planned, under consideration or conditional."""
        return is_fact(self.measure)

    @property
    def matter(self) -> tuple[object, ...] | None:
        """The matter of the measure. Measures of one announcement with the same matter compete with each other."""
        return self.measure.matter


class CertainStep(NamedTuple):
    """A step that can be compared with other records. It was on a day from ``begins`` to ``ends``."""

    announcement: Announcement
    place: int
    when: EdtfDate
    begins: date
    ends: date

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.announcement.measures[self.place]

    @property
    def is_done(self) -> bool:
        """Whether it was done; otherwise it is planned, under consideration or conditional."""
        return is_fact(self.measure)


def instrument_history(instrument: str, announcements: Iterable[Announcement]) -> list[Step]:
    """Every measure on the instrument with this id, sorted by the day on which it was done for certain.

    If its days compete, that is the last of them. Undated measures come last.

    Deprecated, denied and hypothetical measures are not steps. Retired records have no steps.

    >>> [str(step.date) for step in instrument_history("us-eo-14110", corpus.announcements.values())]  # doctest: +SKIP
    ['2023-10-30', '2025-01-20']
    """
    acting = (each for each in announcements if any(measure.instrument == instrument for measure in each.measures))
    steps = [step for each in acting for step in steps_of(each) if step.measure.instrument == instrument]
    return sorted(steps, key=lambda step: (sort_day(step.dating.certain), step.announcement.id, step.place))


def certain_steps(announcement: Announcement) -> Iterator[CertainStep]:
    """The steps of one announcement that can be compared with other records.

    Left out are disputed measures, measures without a certain date, and those to which another one is preferred.
    """
    preferred = {measure.matter for measure in announcement.measures if measure.is_preferred}
    made = None if all(map(is_fact, announcement.measures)) else announcement_day(announcement)
    for place, measure, dating in _taken(announcement):
        if measure.is_called_disputed or (not measure.is_preferred and measure.matter in preferred):
            continue
        # A planned measure may have a future date, but its stage applies from the day of the announcement.
        when = dating.first if is_fact(measure) else made
        if when and (first := when.earliest) and (last := when.latest) and not when.error:
            yield CertainStep(announcement, place, when, first, last)


def steps_of(announcement: Announcement) -> Iterator[Step]:
    """The steps of one announcement, on any instrument, in the order of its measures."""
    against = disputed(announcement.measures)
    for place, _, dating in _taken(announcement):
        yield Step(dating, announcement, place, against[place])


def _taken(announcement: Announcement) -> Iterator[tuple[int, Measure, Dating]]:
    """The measures that are steps, each after its place, with its dating."""
    if announcement.is_retired:
        return
    for place, (measure, dating) in enumerate(zip(announcement.measures, datings(announcement), strict=True)):
        if not measure.is_deprecated and not is_denied_or_hypothetical(measure):
            yield place, measure, dating
