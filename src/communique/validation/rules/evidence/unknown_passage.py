from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....text.inflection import with_article
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
                    yield _violation((*pointer, index, "passage"), each.passage, sorted(known), subject)


def _violation(pointer: tuple[str | int, ...], name: str, known: list[str], subject: Subject) -> Violation:
    from ....corpus.local_ids import called
    from ....lexicon.spelling import did_you_mean, nearest

    if any(source.id == name for _, source in subject.of(models.Source)):
        message = f"expected the id of a passage, but {name} is a source"
        return Violation(pointer, message, f"evidence cites a source as {{source: {name}}}")
    if local := called(name, subject.record):
        return Violation(pointer, f"expected the id of a passage, but {name} is {with_article(local)} of this record")
    near = nearest(name, known, are_ids=True)
    question = f" (or {did_you_mean(name, known, are_ids=True)})" if near else ""
    help = f"add it under passages, as `communique cite` prints it{question}"
    advice = (Advice(Change.VALUE, near),) if near else ()
    return Violation(pointer, f"no passage of this record has the id {name}", help, advice=advice)
