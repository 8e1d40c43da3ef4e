from __future__ import annotations

from collections.abc import Iterator

from ....codelists import RelationBasis, RelationType
from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change
from ....models import Relation, walk
from ...rule import Context, RecordRule, Violation


class AnswerWithoutSource(RecordRule):
    code = "CQ504"
    name = "answer-without-source"
    reason = (
        "An event that follows another is not always a response to it, so `responds_to` needs a source that says so."
    )
    fix = "Use `follows`, or add `evidence` of a source that says so, with the basis `stated` or `reported`."
    bad = (
        "relations:\n- {type: responds_to, target: plan, basis: inferred, note: Three days apart.}\n"
        "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
    )
    good = (
        "relations:\n- {type: follows, target: plan, basis: inferred, note: Three days apart.}\n"
        "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Relation) or model.type is not RelationType.RESPONDS_TO:
                continue
            if model.basis is RelationBasis.INFERRED:
                message = "responds_to needs a source that says so, but the basis is inferred"
                advice = (Advice(Change.VALUE, "follows"),)
                yield Violation(
                    (*pointer, "type"), message, "write follows, or add the source that says so", advice=advice
                )
