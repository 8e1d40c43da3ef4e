from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...aspects import ANNOUNCED, SOURCES, announcement
from ...rule import CorpusRule, Violation
from ._commitments import COMMITTED, ENDED, commitment, known
from ._examples import record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary
    from ._commitments import Ended


class OutcomeBeforeCommitment(CorpusRule):
    code = "CQ802"
    name = "outcome-before-commitment"
    severity = Severity.WARNING
    reason = "What was done before it was promised, ordered or asked is no outcome of that commitment."
    fix = (
        "Check the date of the outcome, and which commitment it belongs to. An outcome without a date is not later "
        "than its announcement and its sources."
    )
    bad = record("action-plan, state: met, date: '2025-06-01'")
    good = record("action-plan, state: met, date: '2025-09-01'", published="2025-09-02")
    aspects = (ENDED, COMMITTED, ANNOUNCED, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, ended in own.of(ENDED):
            if ended.is_deprecated or commitment(context, id) is None:
                continue
            made = announcement(context, models.commitment_parts(id)[0])
            if made and made[1].day and (before := _before(ended, models.EdtfDate(made[1].day), own, context)):
                what, field = before
                message = f"{ended.state} {what}, but the commitment was announced on {made[1].day}"
                help = "check the date of the outcome, and whether it belongs to this commitment"
                yield Violation(("outcomes", ended.place, field), message, help)


def _before(ended: Ended, made: models.EdtfDate, own: Summary, context: Context) -> tuple[str, str] | None:
    """In which words the outcome is before the commitment, and the field that says so."""
    from ....corpus.date_order import TIME_ZONES, is_surely_before

    if ended.date:
        return (f"on {ended.date}", "date") if is_surely_before(models.EdtfDate(ended.date), made) else None
    reported = known(ended, own, context)
    if reported and reported.by_all and made.earliest and made.earliest - reported.until > TIME_ZONES:
        return f"as reported on {reported.until}", "commitment"
    return None
