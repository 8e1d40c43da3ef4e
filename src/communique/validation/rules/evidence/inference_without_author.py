from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import StatementNature
from ....diagnostics.finding import Advice, Change
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class InferenceWithoutAuthor(RecordRule):
    code = "CQ502"
    name = "inference-without-author"
    reason = "A conclusion without an author may be repeated as a fact."
    fix = "Add as `speaker` who draws the conclusion: the newspaper, the scholar, the curator."
    bad = "statements:\n- {nature: inference, text: {en: Meant as a counterweight.}}\n"
    good = (
        "statements:\n- {nature: inference, speaker: example-daily, text: {en: Meant as a counterweight.}}\n"
        "actors:\n- {id: example-daily, type: media, name: {en: Example Daily}}\n"
    )
    needs = (StatementNature.INFERENCE,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, statement in subject.of(models.Statement):
            if statement.nature is StatementNature.INFERENCE and statement.speaker is None:
                message = "inference has no speaker"
                help = "add speaker: ID with the id of whoever draws the conclusion"
                advice = Advice(Change.ADD, "speaker: ID", at=json_pointer(pointer), slots=("ID",))
                yield Violation((*pointer, "nature"), message, help, advice=(advice,))
