from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....corpus.date_order import is_surely_after
from ....diagnostics.finding import Severity
from ....models import Dataset, EdtfDate, Source, walk
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation


class LaterThanToday(RecordRule):
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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, what, value in _past(entry):
            if value and is_surely_after(value, context.today):
                yield Violation(pointer, f"{what} on {value}, but today is {context.today}", "correct the date")


def _past(entry: Entry) -> Iterator[tuple[Pointer, str, EdtfDate | None]]:
    """The dates that cannot be in the future, each with what was done on it."""
    record = entry.record
    for pointer, model in walk(record):
        if isinstance(model, Source):
            yield (*pointer, "published"), f"{model.id} was published", model.published
            yield (*pointer, "retrieved"), f"{model.id} was read", model.retrieved
    for index, revision in enumerate(record.revisions):
        yield ("revisions", index, "date"), "the record was revised", revision.date
    if isinstance(record, Dataset):
        yield ("coverage", "as_of"), "sources were checked", record.coverage.as_of
