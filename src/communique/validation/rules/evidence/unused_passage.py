from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation
from ._examples import DIGEST, record

if TYPE_CHECKING:
    from ...subject import Subject


class UnusedPassage(RecordRule):
    code = "CQ617"
    name = "unused-passage"
    severity = Severity.INFO
    reason = "A passage supports nothing until evidence points to it."
    fix = "Add `passage: ID` to the evidence of what it says, or delete the passage."
    bad = record(start=0, end=11, passage_digest=DIGEST).replace("- passage: opening", "- report")
    good = record(start=0, end=11, passage_digest=DIGEST)
    needs = ("passages",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        passages = subject.of(models.Passage)
        used = {each.passage for _, evidence in subject.evidence for each in evidence} if passages else set()
        for pointer, passage in passages:
            if passage.id not in used:
                help = f"add {{passage: {passage.id}}} to the evidence of what it says, or delete it"
                yield Violation(pointer, f"no evidence points to passage {passage.id}", help)
