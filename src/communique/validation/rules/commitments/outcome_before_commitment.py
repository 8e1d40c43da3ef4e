from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...aspects import ANNOUNCED, announcement
from ...rule import CorpusRule, Violation
from ._commitments import COMMITTED, ENDED, commitment
from ._examples import record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary


class OutcomeBeforeCommitment(CorpusRule):
    code = "CQ802"
    name = "outcome-before-commitment"
    severity = Severity.WARNING
    reason = "What was done before it was promised, ordered or asked is no outcome of that commitment."
    fix = "Check the date of the outcome, and which commitment it belongs to."
    bad = record("action-plan, state: met, date: '2025-06-01'")
    good = record("action-plan, state: met, date: '2025-09-01'")
    aspects = (ENDED, COMMITTED, ANNOUNCED)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        from ....corpus.date_order import is_surely_before

        for id, ended in own.of(ENDED):
            if not ended.date or ended.is_deprecated or commitment(context, id) is None:
                continue
            made = announcement(context, models.commitment_parts(id)[0])
            if made and (day := made[1].day) and is_surely_before(models.EdtfDate(ended.date), models.EdtfDate(day)):
                message = f"{ended.state} on {ended.date}, but the commitment was announced on {day}"
                help = "check the date of the outcome, and whether it belongs to this commitment"
                yield Violation(("outcomes", ended.place, "date"), message, help)
