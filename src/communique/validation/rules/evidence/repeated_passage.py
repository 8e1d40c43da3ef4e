from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation
from ._examples import DIGEST, record

if TYPE_CHECKING:
    from ...subject import Subject

_GOOD = record(start=0, end=11, passage_digest=DIGEST)
_AGAIN = f"- {{id: again, source: report, start: 0, end: 11, digest: '{DIGEST}'}}\nsources:"


class RepeatedPassage(RecordRule):
    code = "CQ618"
    name = "repeated-passage"
    severity = Severity.WARNING
    reason = "A range of a text has one name in a record, so that everything it supports is found under that name."
    fix = "Delete one of the two, and let the evidence point to the other."
    bad = _GOOD.replace("sources:", _AGAIN).replace("- passage: opening", "- passage: opening\n  - passage: again")
    good = _GOOD
    needs = ("passages",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        first: dict[tuple[str, int, int], str] = {}
        for pointer, passage in subject.of(models.Passage):
            name = first.setdefault((passage.source, passage.start, passage.end), passage.id)
            if name != passage.id:
                message = f"passage {passage.id} is the same range of {passage.source} as passage {name}"
                yield Violation(pointer, message, f"use {name} for both, and delete {passage.id}")
