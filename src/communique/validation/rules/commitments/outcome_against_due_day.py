from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import OutcomeState
from ....corpus.outcome_comparison import DONE
from ....diagnostics.finding import Advice, Change, Severity
from ...aspects import ANNOUNCED, DEFINED
from ...rule import CorpusRule, Violation
from ._commitments import COMMITTED, ENDED, commitment, day_due
from ._examples import record

if TYPE_CHECKING:
    from ....models import EdtfDate
    from ...context import Context
    from ...summary import Summary
    from ._commitments import Ended

_WITHIN = "within: P60D, after: {date_role: announced}"


class OutcomeAgainstDueDay(CorpusRule):
    code = "CQ803"
    name = "outcome-against-due-day"
    severity = Severity.WARNING
    reason = "Whether a commitment was met in time follows from its due day; a state that says otherwise is an error."
    fix = "Use `met_late` for a date after the due day and `met` for one before it, or correct the date or the `due`."
    bad = record("action-plan, state: met, date: '2025-10-01'", due=_WITHIN, published="2025-10-02")
    good = record("action-plan, state: met_late, date: '2025-10-01'", due=_WITHIN, published="2025-10-02")
    aspects = (ENDED, COMMITTED, ANNOUNCED, DEFINED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, ended in own.of(ENDED):
            if ended.state not in DONE or ended.is_deprecated or not (found := commitment(context, id)):
                continue
            pointer = ("outcomes", ended.place, "state")
            if not found.committed.has_due:
                if ended.state == OutcomeState.MET_LATE:
                    yield Violation(pointer, f"met_late, but {id} has no due day", "add due to the commitment")
            elif ended.date and (due := day_due(context, found)):
                yield from _against(ended, due, pointer)


def _against(ended: Ended, due: EdtfDate, pointer: tuple[str, int, str]) -> Iterator[Violation]:
    date = models.EdtfDate(ended.date or "")
    if date.qualifier or due.qualifier or date.error:
        return
    first, last = date.earliest, date.latest
    if ended.state == OutcomeState.MET and first and due.latest and first > due.latest:
        yield _violation(pointer, f"met on {date} is after the due day {due}", "met_late")
    elif ended.state == OutcomeState.MET_LATE and last and due.earliest and last <= due.earliest:
        yield _violation(pointer, f"met_late on {date} is not after the due day {due}", "met")


def _violation(pointer: tuple[str, int, str], message: str, state: str) -> Violation:
    advice = (Advice(Change.VALUE, state),)
    return Violation(pointer, message, f"write {state}, or correct the date or the due day", advice=advice)
