from __future__ import annotations

from collections.abc import Iterator

from ....codelists import StatementNature
from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Statement, walk
from ....text.pointer import json_pointer
from ...rule import Context, RecordRule, Violation

_ATTRIBUTED = StatementNature.ATTRIBUTED_STATEMENT


class StatementWithoutSpeaker(RecordRule):
    code = "CQ501"
    name = "statement-without-speaker"
    reason = "An attributed statement is incomplete without the person or body that made it."
    fix = "Add the speaker; if the source names nobody, use the nature `reported_fact`, or a group as the speaker."
    bad = "statements:\n- {nature: attributed_statement, text: {en: Wants common rules.}}\n"
    good = (
        "statements:\n- {nature: attributed_statement, speaker: li-qiang, text: {en: Wants common rules.}}\n"
        "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Statement) and model.nature is _ATTRIBUTED and model.speaker is None:
                message = "attributed statement has no speaker"
                advice = Advice(Change.ADD, "speaker: ID", at=json_pointer(pointer), slots=("ID",))
                yield Violation(
                    (*pointer, "nature"), message, "add speaker: ID with the id of an actor", advice=(advice,)
                )
