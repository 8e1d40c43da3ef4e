from __future__ import annotations

from collections.abc import Iterator

from ....codelists import StatementNature
from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Statement, walk
from ....text.pointer import json_pointer
from ...rule import Context, RecordRule, Violation


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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Statement) and model.nature is StatementNature.INFERENCE and model.speaker is None:
                message = "inference has no speaker"
                help = "add speaker: ID with the id of whoever draws the conclusion"
                advice = Advice(Change.ADD, "speaker: ID", at=json_pointer(pointer), slots=("ID",))
                yield Violation((*pointer, "nature"), message, help, advice=(advice,))
