from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import RelationBasis, RelationType
from ....diagnostics.finding import Advice, Change
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


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
    needs = (RelationType.RESPONDS_TO,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, relation in subject.of(models.Relation):
            if relation.type is RelationType.RESPONDS_TO and relation.basis is RelationBasis.INFERRED:
                message = "responds_to needs a source that says so, but the basis is inferred"
                advice = (Advice(Change.VALUE, "follows"),)
                help = "write follows, or add the source that says so"
                yield Violation((*pointer, "type"), message, help, advice=advice)
