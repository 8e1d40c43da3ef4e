from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.outcome_comparison import DONE
from ....diagnostics.finding import Advice, Change, Severity
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation
from ._examples import record

if TYPE_CHECKING:
    from ...subject import Subject


class OutcomeWithoutDate(RecordRule):
    code = "CQ804"
    name = "outcome-without-date"
    severity = Severity.WARNING
    reason = "Without a date, nobody can check whether it was done in time, or until when an interim assessment looks."
    fix = (
        "Add the `date`: of `met` and `met_late`, when it was done; of an interim assessment, the day for which it "
        "holds. If no source states it, add `date` to the `unknown` of the outcome."
    )
    bad = record("action-plan, state: met", due="date: '2025-12-31'")
    good = record("action-plan, state: met, date: '2025-11'", published="2025-12-01", due="date: '2025-12-31'")
    needs = ("outcomes",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, each in subject.of(models.Outcome):
            needed = each.interim or each.state in DONE
            if needed and not each.date and not any(unknown.field == "date" for unknown in each.unknown):
                what = "interim assessment" if each.interim else f"outcome {each.state}"
                advice = Advice(Change.ADD, "date: DATE", at=json_pointer(pointer), slots=("DATE",))
                help = "add date: DATE with the day that the source states, or add date to unknown with the reason"
                yield Violation((*pointer, "state"), f"{what} has no date", help, advice=(advice,))
