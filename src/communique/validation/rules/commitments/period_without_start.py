from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation
from ._examples import record

if TYPE_CHECKING:
    from ...subject import Subject


class PeriodWithoutStart(RecordRule):
    code = "CQ807"
    name = "period-without-start"
    severity = Severity.WARNING
    reason = "A period that is counted from a date which the record does not have leads to no due day."
    fix = "Add the date to `dates`, or name another one; a date with an instrument as scope needs the `instrument`."
    bad = record(due="within: P60D, after: {date_role: signed}")
    good = record(due="within: P60D, after: {date_role: announced}")
    needs = ("after",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        record = subject.record
        if not isinstance(record, models.Announcement) or not record.commitments:
            return
        from ....corpus.ledger.due_days import dates_of

        for index, each in enumerate(record.commitments):
            after = each.due.after if each.due else None
            if after is None or after.date_role is None or after.announcement not in (None, record.id):
                continue
            if not dates_of(record, after.date_role, after.instrument):
                of = f" of {after.instrument}" if after.instrument else " without a scope"
                message = f"the period is counted from a date {after.date_role}{of}, which is not in this record"
                help = "add the date, or count from another one"
                yield Violation(("commitments", index, "due", "after", "date_role"), message, help)
