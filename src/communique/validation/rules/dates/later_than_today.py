from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....diagnostics.finding import Severity
from ....text.pointer import Pointer
from ...aspect import Aspect
from ...aspects import SOURCES
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary


class _Past(NamedTuple):
    """Days that cannot be in the future, besides those of sources.

    ``last`` is the greatest of all these dates as a text: no date is later, up to the rest of its own period.
    """

    last: str
    revised: tuple[str, ...]
    as_of: str | None


def _past(subject: Subject) -> Iterator[tuple[str, _Past]]:
    record = subject.record
    revised = tuple(str(each.date) for each in record.revisions)
    as_of = str(record.coverage.as_of) if record.kind == "dataset" else None
    dates = [*revised, as_of or ""]
    for source in getattr(record, "sources", ()):
        dates += (source.published or "", source.retrieved or "")
    yield "", _Past(str(max(dates)), revised, as_of)


_PAST = Aspect("past", _Past, _past, shared=False)


class LaterThanToday(CorpusRule):
    code = "CQ416"
    name = "later-than-today"
    severity = Severity.WARNING
    reason = "Nothing was published, read or revised in the future; such a date is a typing error."
    fix = (
        "Correct the date. It is compared with the clock of the computer, and one day is allowed for time zones; dates "
        "that may be in the future, such as a deadline, are not checked."
    )
    bad = "revisions:\n- {date: '2206-01-15', change: created, by: curators, reason: First encoding.}\n"
    good = (
        "revisions:\n- {date: '2026-01-15', change: created, by: curators, reason: First encoding.}\n"
        "dates:\n- {role: announced, value: '2025-07-26'}\n- {role: deadline, value: '2206-01-15'}\n"
    )
    aspects = (_PAST, SOURCES)
    looks_beyond = False

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        past = own.first(_PAST)
        # As texts, EDTF dates that begin after a day are greater than the day.
        if past is None or past.last <= context.today.isoformat():
            return
        from ....corpus.date_order import is_surely_after

        for pointer, what, value in _dates(own, past):
            if value and is_surely_after(models.EdtfDate(value), context.today):
                yield Violation(pointer, f"{what} on {value}, but today is {context.today}", "correct the date")


def _dates(own: Summary, past: _Past) -> Iterator[tuple[Pointer, str, str | None]]:
    """The dates that cannot be in the future, each with what was done on it."""
    for index, (id, source) in enumerate(own.of(SOURCES)):
        yield ("sources", index, "published"), f"{id} was published", source.published
        yield ("sources", index, "retrieved"), f"{id} was read", source.retrieved
    for index, value in enumerate(past.revised):
        yield ("revisions", index, "date"), "the record was revised", value
    yield ("coverage", "as_of"), "sources were checked", past.as_of
