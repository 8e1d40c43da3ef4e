from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

_ACTORS = "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"


class CommitmentWithoutActor(RecordRule):
    code = "CQ806"
    name = "commitment-without-actor"
    reason = "A commitment that nobody has to keep cannot be followed."
    fix = "Add under `by` who has to do it; if no source says who, add `by` to the `unknown` of the commitment."
    bad = "commitments:\n- {id: action-plan, kind: request, text: {en: Write a plan.}}\n"
    good = "commitments:\n- {id: action-plan, kind: request, by: [cn], text: {en: Write a plan.}}\n" + _ACTORS
    needs = ("commitments",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, each in subject.of(models.Commitment):
            if not each.by and not any(unknown.field == "by" for unknown in each.unknown):
                advice = Advice(Change.ADD, "by: [ID]", at=json_pointer(pointer), slots=("ID",))
                help = "add by: [ID] with the ids of those who have to do it, or add by to unknown with the reason"
                yield Violation(
                    (*pointer, "id"),
                    f"the commitment {each.id} names nobody who has to keep it",
                    help,
                    advice=(advice,),
                )
