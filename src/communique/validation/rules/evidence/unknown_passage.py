from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ...rule import RecordRule, Violation
from ._examples import DIGEST, record

if TYPE_CHECKING:
    from ...subject import Subject


class UnknownPassage(RecordRule):
    code = "CQ616"
    name = "unknown-passage"
    reason = "Evidence names a passage of its own record; without the passage nobody knows which source is meant."
    fix = "Correct the name, or add the passage under `passages`, as `communique cite` prints it."
    good = record(start=0, end=11, passage_digest=DIGEST)
    bad = good.replace("- passage: opening", "- passage: opening\n  - passage: openning")
    needs = ("passage",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        known = {passage.id for _, passage in subject.of(models.Passage)}
        for pointer, evidence in subject.evidence:
            for index, each in enumerate(evidence):
                if each.passage and each.passage not in known:
                    yield _violation((*pointer, index, "passage"), each.passage, sorted(known))


def _violation(pointer: tuple[str | int, ...], name: str, known: list[str]) -> Violation:
    from ....lexicon.spelling import did_you_mean, nearest

    near = nearest(name, known)
    question = f" (or {did_you_mean(name, known)})" if near else ""
    help = f"add it under passages, as `communique cite` prints it{question}"
    advice = (Advice(Change.VALUE, near),) if near else ()
    return Violation(pointer, f"no passage of this record has the id {name}", help, advice=advice)
