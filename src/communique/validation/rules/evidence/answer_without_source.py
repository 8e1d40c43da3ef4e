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
    reason = "After is not because: that one thing was meant as an answer to another has to be said by somebody."
    fix = "Use `follows`, or name in `evidence` who says that it is an answer, with the basis `stated` or `reported`."
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
                message = "responds_to is only for what a source calls an answer; here the curator infers it"
                advice = (Advice(Change.VALUE, "follows"),)
                yield Violation(
                    (*pointer, "type"), message, "write follows, or name the source that says so", advice=advice
                )
