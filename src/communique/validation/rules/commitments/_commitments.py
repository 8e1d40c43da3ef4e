"""The commitments and outcomes of each record, and the due days of commitments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....corpus.claims import OutcomeClaim
from ....corpus.history import occasion_days
from ....corpus.ledger import Calendar, Compared, due_day, needs_others
from ....corpus.ledger.due_days import dates_of
from ...aspect import Aspect
from ...aspects import DEFINED, SOURCES, announcement, days_of, plain

if TYPE_CHECKING:
    from ....models import EdtfDate
    from ...aspects import SourceFacts
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


def alone(record: models.Announcement) -> Calendar:
    """The dates of this record, and of no other."""
    return Calendar({record.id: record}, {})


class Committed(NamedTuple):
    """A commitment of the announcement whose id is the key.

    ``due`` is its due day, as far as the record itself says it; ``needs_others`` if other records say it.
    """

    id: str
    by: tuple[str, ...]
    has_due: bool
    due: str | None
    needs_others: bool


class Ended(NamedTuple):
    """An outcome of the commitment whose id is the key.

    ``day`` is that of its announcement, ``last_day`` the last one that it may be. ``cited`` are the ids of sources.
    """

    place: int
    state: str
    date: str | None
    by: tuple[str, ...]
    assessor: str | None
    score: float | str | None
    interim: bool
    as_of: str | None
    day: str | None
    last_day: str | None
    cited: tuple[str, ...]
    id: str | None
    compatible_with: tuple[str, ...]
    is_preferred: bool
    is_called_disputed: bool
    has_note: bool
    is_deprecated: bool
    is_retired: bool

    def compared(self, record: str) -> Compared:
        """The outcome as it is compared with those in other records than this one."""
        topic = (tuple(sorted(self.by)), self.assessor, self.interim, self.as_of, self.date if self.interim else None)
        date, day = _date(self.date), None if self.date else _date(self.day)
        marks = (self.is_preferred, self.is_called_disputed, self.id, self.compatible_with)
        return Compared(record, topic, OutcomeClaim(self.state, date, self.score, day), *marks)


def _date(value: str | None) -> EdtfDate | None:
    return models.EdtfDate(value) if value else None


def _committed(subject: Subject) -> Iterator[tuple[str, Committed]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        for each in record.commitments:
            due, others = each.due, each.due is not None and needs_others(each.due)
            day = None if others else due_day(due, record.id, alone(record))
            yield record.id, Committed(each.id, each.by, due is not None, plain(day), others)


def _ended(subject: Subject) -> Iterator[tuple[str, Ended]]:
    record = subject.record
    if not isinstance(record, models.Announcement):
        return
    days = subject.once(days_of)
    for index, each in enumerate(record.outcomes):
        yield (
            each.commitment,
            Ended(
                index,
                str.__str__(each.state),
                plain(each.date),
                each.by,
                each.assessor,
                each.score,
                each.interim,
                plain(each.as_of),
                plain(next(iter(days), None)),
                max((str(day.latest) for day in days if day.latest), default=None),
                tuple(source for one in each.evidence if (source := one.source_id)),
                each.id,
                each.compatible_with,
                each.is_preferred,
                each.is_called_disputed,
                bool(each.note),
                each.is_deprecated,
                record.is_retired,
            ),
        )


COMMITTED = Aspect("committed", Committed, _committed, needs=("commitments",))
"""Every commitment, by the id of its announcement."""
ENDED = Aspect("ended", Ended, _ended, compared=True, needs=("outcomes",))
"""Every outcome, by the id of its commitment."""


class Known(NamedTuple):
    """The last day that those who report an outcome may have known of, and whether the day of every source is given."""

    until: date
    by_all: bool


def known(ended: Ended, own: Summary, context: Context) -> Known | None:
    """Up to when an outcome can have been reported: the day of its announcement, or that of the latest source.

    None if no day is known.
    """
    of_sources = [_last_day_of(context.first(SOURCES, id, own)) for id in ended.cited]
    of_record = date.fromisoformat(ended.last_day) if ended.last_day else None
    days = [day for day in (*of_sources, of_record) if day]
    return Known(max(days), all(of_sources)) if days else None


def _last_day_of(source: SourceFacts | None) -> date | None:
    given = (source.published, source.retrieved) if source else ()
    return max((day for each in given if each and (day := models.EdtfDate(each).latest)), default=None)


class Found(NamedTuple):
    """A commitment, and the path of its record."""

    path: str
    committed: Committed


def commitment(context: Context, id: str) -> Found | None:
    """The commitment with this id; None if it is not defined."""
    of, local = models.commitment_parts(id)
    found = (Found(own.path, each) for own, each in context.at(COMMITTED, of) if each.id == local)
    return next(found, None)


def day_due(context: Context, found: Found) -> EdtfDate | None:
    """The due day of a commitment; None if it has none, or it is not known."""
    if not found.committed.needs_others:
        return models.EdtfDate(found.committed.due) if found.committed.due else None
    record = context.record(found.path)
    for each in record.commitments if isinstance(record, models.Announcement) else ():
        if each.id == found.committed.id:
            assert isinstance(record, models.Announcement)
            return due_day(each.due, record.id, _Looked(context))
    return None


class _Looked(NamedTuple):
    """The days of announcements and occasions, whose records are read again for this."""

    context: Context

    def of_announcement(self, id: str, role: str | None, instrument: str | None) -> Sequence[EdtfDate]:
        found = announcement(self.context, id)
        record = self.context.record(found[0].path) if found else None
        return dates_of(record, role, instrument) if isinstance(record, models.Announcement) else ()

    def of_occasion(self, id: str) -> Sequence[EdtfDate]:
        for own, each in self.context.at(DEFINED, id):
            if each.kind == "occasion" and not each.merged_into:
                return self._days(own, id)
        return ()

    def _days(self, own: Summary, id: str) -> Sequence[EdtfDate]:
        defined = getattr(self.context.record(own.path), "occasions", ())
        return next((occasion_days(each) for each in defined if each.id == id), ())
