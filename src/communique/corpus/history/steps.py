"""The history of an instrument: what was done to it, in the order of time, over all announcements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ...models import Announcement, EdtfDate, Measure
from ..conflicts import disputed
from ..date_order import first_day
from .days import Dating, announcement_day, datings
from .modality import is_denied_or_hypothetical, is_fact


class Step(NamedTuple):
    """What one announcement does to an instrument, and when; ``place`` is the measure's place in the announcement.

    ``disputed`` says that another measure of the announcement conflicts with it and is not deprecated.
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
    def is_done(self) -> bool:
        """Whether it was done; else it is planned, considered, or depends on something."""
        return is_fact(self.measure)

    @property
    def matter(self) -> tuple[object, ...] | None:
        """What the measure is about; measures of one announcement about one matter compete with each other."""
        return self.measure.matter


class CertainStep(NamedTuple):
    """A step that is sure enough to be compared with other records: it was on some day from ``begins`` to ``ends``."""

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
        """As of a step."""
        return is_fact(self.measure)


def instrument_history(instrument: str, announcements: Iterable[Announcement]) -> list[Step]:
    """Every measure on the instrument with this id, in the order of time; undated ones come last.

    What is deprecated, denied or hypothetical is no step, and retired records have none.

    >>> [str(step.date) for step in instrument_history("us-eo-14110", corpus.announcements.values())]  # doctest: +SKIP
    ['2023-10-30', '2025-01-20']
    """
    acting = (each for each in announcements if any(measure.instrument == instrument for measure in each.measures))
    steps = [step for each in acting for step in _steps(each) if step.measure.instrument == instrument]
    return sorted(steps, key=lambda step: (first_day(step.date), step.announcement.id, step.place))


def certain_steps(announcement: Announcement) -> Iterator[CertainStep]:
    """The steps of one announcement, to all instruments, that are sure enough to be compared with other records.

    Left out is what another measure is preferred to, what the curator calls disputed, and what bears no certain date.
    """
    preferred = {measure.matter for measure in announcement.measures if measure.is_preferred}
    made = announcement_day(announcement)
    for step in _steps(announcement):
        measure = step.measure
        if measure.is_called_disputed or (not measure.is_preferred and measure.matter in preferred):
            continue
        # What is only meant to be done has a date that lies ahead, but the stage is that of the announcement's day.
        when = step.date if step.is_done else made
        if when and when.earliest and when.latest and not when.error:
            yield CertainStep(announcement, step.place, when, when.earliest, when.latest)


def _steps(announcement: Announcement) -> Iterator[Step]:
    if announcement.is_retired:
        return
    measures = announcement.measures
    dated = zip(measures, datings(announcement), disputed(measures), strict=True)
    for place, (measure, when, is_disputed) in enumerate(dated):
        if not measure.is_deprecated and not is_denied_or_hypothetical(measure):
            yield Step(when, announcement, place, is_disputed)
