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
    reason = "A conclusion that nobody stands for is soon repeated as a fact."
    fix = "Name in `speaker` who draws it: the newspaper, the scholar, the curator."
    bad = "statements:\n- {nature: inference, text: {en: Meant as a counterweight.}}\n"
    good = (
        "statements:\n- {nature: inference, speaker: example-daily, text: {en: Meant as a counterweight.}}\n"
        "actors:\n- {id: example-daily, type: media, name: {en: Example Daily}}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Statement) and model.nature is StatementNature.INFERENCE and model.speaker is None:
                message = "an inference does not say who draws it"
                help = "add speaker: ID of whoever draws the conclusion"
                advice = Advice(Change.ADD, "speaker: ID", at=json_pointer(pointer), slots=("ID",))
                yield Violation((*pointer, "nature"), message, help, advice=(advice,))
