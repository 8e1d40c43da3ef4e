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

_ATTRIBUTED = StatementNature.ATTRIBUTED_STATEMENT


class StatementWithoutSpeaker(RecordRule):
    code = "CQ501"
    name = "statement-without-speaker"
    reason = "An attributed statement is incomplete without the person or body that made it."
    fix = "Add the speaker; if the source names nobody, use the nature `reported_fact`, or a group as the speaker."
    bad = "statements:\n- {nature: attributed_statement, text: {en: Wants common rules.}}\n"
    good = (
        "statements:\n- {nature: attributed_statement, speaker: li-qiang, text: {en: Wants common rules.}}\n"
        "roles:\n- {actor: li-qiang, role: speaker}\n"
        "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
    )
    needs = (_ATTRIBUTED,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, statement in subject.of(models.Statement):
            if statement.nature is _ATTRIBUTED and statement.speaker is None:
                message, help = "attributed statement has no speaker", "add speaker: ID with the id of an actor"
                advice = Advice(Change.ADD, "speaker: ID", at=json_pointer(pointer), slots=("ID",))
                yield Violation((*pointer, "nature"), message, help, advice=(advice,))
