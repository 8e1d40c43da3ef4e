"""What came of commitments, as announcements report it, compared across records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..claim_comparison import compare
from ..claims import OutcomeClaim
from ..conflicts import disputed, pairs
from ..date_order import certain_day, may_have_happened
from ..history import announcement_day, made_on, makings
from ..history.values import showings

if TYPE_CHECKING:
    from ...models import Announcement, EdtfDate, Outcome


class Reported(NamedTuple):
    """An outcome, the announcement that reports it, and whether one there or in another record contradicts it.

    ``shown`` is false if another outcome is to be shown instead.
    """

    outcome: Outcome
    announcement: Announcement
    disputed: bool
    shown: bool = True

    @property
    def day(self) -> EdtfDate | None:
        """The date of the outcome; without one, the day of the announcement that reports it."""
        return self.outcome.date or announcement_day(self.announcement)

    @property
    def came(self) -> date:
        """The first day on which it is certain. What has no known day is taken to be before every day."""
        return (certain_day(self.outcome.date) or date.min) if self.outcome.date else made_on(self.announcement)

    def may_have_come(self, by: date) -> bool:
        """Whether it can have come by this day."""
        days = [self.outcome.date] if self.outcome.date else [each.value for each in makings(self.announcement)]
        return any(may_have_happened(each, by) for each in days)


class Compared(NamedTuple):
    """An outcome that is compared with those of the same commitment in other records.

    Those with the same ``topic`` compete. ``id`` and ``compatible_with`` are names within the ``record``.
    """

    record: str
    topic: Hashable
    claim: OutcomeClaim
    is_preferred: bool
    is_called_disputed: bool
    id: str | None
    compatible_with: tuple[str, ...]

    @classmethod
    def of(cls, outcome: Outcome, announcement: Announcement) -> Compared:
        """An outcome, and the announcement that reports it."""
        day = None if outcome.date else announcement_day(announcement)
        claim = OutcomeClaim(outcome.state, outcome.date, outcome.score, day)
        marks = (outcome.is_preferred, outcome.is_called_disputed, outcome.id, outcome.compatible_with)
        return cls(announcement.id, outcome.assessed, claim, *marks)


def across_records(outcomes: Sequence[Compared]) -> Iterator[list[int]]:
    """The places of the outcomes of one commitment that compete, if they are in several records."""
    topics: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(outcomes):
        topics[each.topic].append(place)
    yield from (places for places in topics.values() if len({outcomes[place].record for place in places}) > 1)


def contradicted(outcomes: Sequence[Compared]) -> Sequence[bool]:
    """For each of the outcomes that compete, whether another contradicts it."""
    ids = [(each.record, each.id) if each.id else None for each in outcomes]
    naming = [[(each.record, id) for id in each.compatible_with] for each in outcomes]
    return compare([each.claim for each in outcomes], pairs(ids, naming)).contradicted()


class Reporting(NamedTuple):
    """An outcome as it is compared with those of other records, its commitment, and its place in its record."""

    commitment: str
    place: int
    compared: Compared


OutcomePlace: TypeAlias = tuple[str, int]
"""The id of an announcement, and the place of an outcome in it."""


def reporting(announcement: Announcement) -> list[Reporting]:
    """The outcomes of an announcement that count: not those that are deprecated, and none of a retired record."""
    given = () if announcement.is_retired else announcement.outcomes
    return [
        Reporting(each.commitment, place, Compared.of(each, announcement))
        for place, each in enumerate(given)
        if not each.is_deprecated
    ]


def disputed_across(reports: Iterable[Reporting]) -> frozenset[OutcomePlace]:
    """The outcomes that one in another record contradicts, or that are called disputed where another one competes."""
    by_commitment: dict[str, list[Reporting]] = defaultdict(list)
    for each in reports:
        by_commitment[each.commitment].append(each)
    found: set[OutcomePlace] = set()
    for several in by_commitment.values():
        for places in across_records([each.compared for each in several]):
            group = [several[place] for place in places]
            compared = [each.compared for each in group]
            for each, against in zip(group, contradicted(compared), strict=True):
                if against or each.compared.is_called_disputed:
                    found.add((each.compared.record, each.place))
    return frozenset(found)


def disputed_outcomes(announcements: Iterable[Announcement]) -> frozenset[OutcomePlace]:
    """The same of these announcements."""
    return disputed_across(each for announcement in announcements for each in reporting(announcement))


def reported(announcements: Iterable[Announcement], on: date) -> dict[str, list[Reported]]:
    """The outcomes of each commitment up to the day, in the order of their days.

    What is deprecated is left out, and what is not to be shown beside a preferred outcome in any of the records.
    """
    found = compared(announcements, on)
    return {id: sorted((each for each in several if each.shown), key=_order) for id, several in found.items()}


def compared(announcements: Iterable[Announcement], on: date) -> dict[str, list[Reported]]:
    """Every outcome of each commitment up to the day that is not deprecated."""
    found: dict[str, list[Reported]] = defaultdict(list)
    for announcement in announcements:
        if (given := announcement.outcomes) and not announcement.is_retired:
            for each, showing, is_disputed in zip(given, showings(given), disputed(given), strict=True):
                report = Reported(each, announcement, is_disputed, showing.shown)
                if not each.is_deprecated and report.came <= on:
                    found[each.commitment].append(report)
    return {id: _of_all_records(several) for id, several in found.items()}


def _of_all_records(several: list[Reported]) -> list[Reported]:
    """The outcomes of one commitment, of which it was known what competes with them in their own record."""
    outcomes = [Compared.of(each.outcome, each.announcement) for each in several]
    found = several.copy()
    for places in across_records(outcomes):
        competing = [outcomes[place] for place in places]
        is_settled = any(each.is_preferred for each in competing)
        for place, each, against in zip(places, competing, contradicted(competing), strict=True):
            own = several[place]
            is_disputed = own.disputed or against or each.is_called_disputed
            found[place] = own._replace(disputed=is_disputed, shown=own.shown and (each.is_preferred or not is_settled))
    return found


def uncertain(announcements: Iterable[Announcement], on: date) -> dict[str, list[Outcome]]:
    """The outcomes of each commitment of which it is not certain whether they came by the day."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for announcement in announcements:
        for each in () if announcement.is_retired else announcement.outcomes:
            report = Reported(each, announcement, disputed=False)
            if not each.is_deprecated and report.came > on and report.may_have_come(on):
                found[each.commitment].append(each)
    return found


def _order(each: Reported) -> tuple[date, str]:
    return each.came, each.announcement.id
