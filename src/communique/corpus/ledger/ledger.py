"""Commitments that are open, overdue or ended on a day. None of this is ever written into a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ...codelists import Modality
from ..history import made_on
from ..history.values import showings
from ..outcome_comparison import DONE
from .due_days import Days, due_day
from .outcomes import Reported, reported, uncertain

if TYPE_CHECKING:
    from ...models import Announcement, Commitment, EdtfDate, Outcome

_NOT_MADE = (Modality.DENIED, Modality.HYPOTHETICAL)
_WITHOUT_RESERVE = (None, Modality.ASSERTED, Modality.PLANNED)


class Status(StrEnum):
    """How a commitment stands on a day, as far as records tell."""

    OVERDUE = "overdue"
    OPEN = "open"
    ENDED = "ended"


class LedgerEntry(NamedTuple):
    """A commitment on a day: its announcement, its due day, and the outcomes up to that day.

    ``due`` is a day, or an interval of days of which one is the due day; None if there is none, or it is not known.
    ``disputed`` says whether the commitment, or what came of it, is contradicted.
    """

    announcement: Announcement
    commitment: Commitment
    due: EdtfDate | None
    outcomes: tuple[Reported, ...]
    status: Status
    disputed: bool

    @property
    def id(self) -> str:
        """The id by which outcomes refer to the commitment."""
        return f"{self.announcement.id}#{self.commitment.id}"

    @property
    def final(self) -> tuple[Reported, ...]:
        """The outcomes that are not interim."""
        return tuple(each for each in self.outcomes if not each.outcome.interim)

    def days_late(self, outcome: Outcome) -> int | None:
        """The days from the due day to the day on which it was met, less than 0 before it.

        None if it was not met, or one of the two days is not certain.
        """
        if (
            outcome.state not in DONE
            or self.due is None
            or outcome.date is None
            or self.due.qualifier
            or outcome.date.qualifier
        ):
            return None
        due, done = self.due.latest, outcome.date.latest
        is_exact = due == self.due.earliest and done == outcome.date.earliest
        return (done - due).days if due and done and is_exact else None


def ledger(announcements: Iterable[Announcement], days: Days, on: date) -> list[LedgerEntry]:
    """The commitments that were made up to the day for certain, by due day; those without a due day come last.

    Deprecated, denied and hypothetical commitments are left out, and so are retired records and what is not to be
    shown beside a preferred value. A commitment has ended if an outcome up to the day is not interim; if outcomes are
    about single actors, all actors need one. It is overdue if it has not ended and its due day has passed for certain:
    of an interval, its last day. A commitment with a condition is never overdue, nor one whose due day is uncertain or
    approximate or has an open end. A commitment that may have ended, because the day of an outcome is not exactly
    known, is open.
    """
    counted = [each for each in announcements if not each.is_retired]
    outcomes, unsure = reported(counted, on), uncertain(counted, on)
    found = [entry for each in counted if each.commitments for entry in _entries(each, days, outcomes, unsure, on)]
    return sorted(found, key=lambda entry: (entry.due is None, _last_day(entry.due), entry.id))


def _entries(
    announcement: Announcement,
    days: Days,
    outcomes: Mapping[str, Sequence[Reported]],
    unsure: Mapping[str, Sequence[Outcome]],
    on: date,
) -> Iterator[LedgerEntry]:
    if made_on(announcement) > on:
        return
    commitments = announcement.commitments
    for each, showing in zip(commitments, showings(commitments), strict=True):
        if showing.shown and each.modality not in _NOT_MADE:
            due = due_day(each.due, announcement.id, days)
            id = f"{announcement.id}#{each.id}"
            found = tuple(outcomes.get(id, ()))
            against = showing.competes or any(one.disputed for one in found)
            status = _status(each, due, found, unsure.get(id, ()), on)
            yield LedgerEntry(announcement, each, due, found, status, against)


def _status(
    commitment: Commitment,
    due: EdtfDate | None,
    outcomes: Sequence[Reported],
    unsure: Sequence[Outcome],
    on: date,
) -> Status:
    known = [each.outcome for each in outcomes]
    if _end(known, commitment):
        return Status.ENDED
    is_firm = commitment.modality in _WITHOUT_RESERVE
    has_passed = is_firm and due and not due.qualifier and _last_day(due) < on
    return Status.OVERDUE if has_passed and not _end([*known, *unsure], commitment) else Status.OPEN


def _end(outcomes: Iterable[Outcome], commitment: Commitment) -> bool:
    """Whether these outcomes end the commitment."""
    final = [each for each in outcomes if not each.interim]
    parts = {actor for each in final for actor in each.by}
    return any(not each.by for each in final) or bool(parts and parts >= set(commitment.by))


def _last_day(due: EdtfDate | None) -> date:
    return (due.latest if due else None) or date.max
