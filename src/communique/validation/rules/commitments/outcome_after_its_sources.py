from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.date_order import is_surely_after
from ....diagnostics.finding import Severity
from ...aspects import SOURCES
from ...rule import CorpusRule, Violation
from ._commitments import ENDED, known
from ._examples import record

if TYPE_CHECKING:
    from ...context import Context
    from ...summary import Summary

_MET = "action-plan, state: met, date: '2025-10-01'"


class OutcomeAfterItsSources(CorpusRule):
    code = "CQ809"
    name = "outcome-after-its-sources"
    severity = Severity.WARNING
    reason = "Neither an announcement nor a source can report what came of a commitment before it happened."
    fix = (
        "Correct the date; or write the outcome in the record of the announcement that reports it; or cite the later "
        "source that does. It is an info if a source has neither `published` nor `retrieved`, and may be later."
    )
    bad = record(_MET, published="2025-07-27")
    good = record(_MET, published="2025-10-02")
    aspects = (ENDED, SOURCES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for _, ended in own.of(ENDED):
            if ended.date is None or ended.is_deprecated:
                continue
            reported = known(ended, own, context)
            if reported and is_surely_after(models.EdtfDate(ended.date), reported.until):
                last = "the last day of the announcement and its dated sources"
                message = f"{ended.state} on {ended.date}, but {last} is {reported.until}"
                help = "correct the date, or cite the later source, or move it to the record of a later announcement"
                severity = None if reported.by_all else Severity.INFO
                yield Violation(("outcomes", ended.place, "date"), message, help, severity=severity)
