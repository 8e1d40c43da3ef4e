from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation
from ._examples import record

if TYPE_CHECKING:
    from ...subject import Subject


class CommitmentWithoutActor(RecordRule):
    code = "CQ806"
    name = "commitment-without-actor"
    reason = "A commitment that nobody has to keep cannot be followed."
    fix = "Add under `by` who has to do it; if no source says who, add `by` to the `unknown` of the commitment."
    bad = record(by="to: [cn]")
    good = record()
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
