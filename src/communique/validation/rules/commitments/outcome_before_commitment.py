from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...aspects import ANNOUNCED, announcement
from ...rule import CorpusRule, Violation
from ._commitments import COMMITTED, ENDED, commitment

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_COMMITMENTS = "commitments:\n- {id: action-plan, kind: promise, by: [cn], text: {en: Write a plan.}}\n"
_ACTORS = "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"


class OutcomeBeforeCommitment(CorpusRule):
    code = "CQ802"
    name = "outcome-before-commitment"
    severity = Severity.WARNING
    reason = "What was done before it was promised, ordered or asked is no outcome of that commitment."
    fix = "Check the date of the outcome, and which commitment it belongs to."
    bad = _COMMITMENTS + "outcomes:\n- {commitment: example#action-plan, state: met, date: '2025-06-01'}\n" + _ACTORS
    good = _COMMITMENTS + "outcomes:\n- {commitment: example#action-plan, state: met, date: '2025-09-01'}\n" + _ACTORS
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
