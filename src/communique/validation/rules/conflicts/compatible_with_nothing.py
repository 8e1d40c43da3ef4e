from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....corpus.local_ids import called
from ....diagnostics.finding import Advice, Change
from ....text.inflection import with_article
from ....text.pointer import Pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class CompatibleWithNothing(RecordRule):
    """Only an assertion of the same list and the same matter competes with this one, and can be compatible with it."""

    code = "CQ423"
    name = "compatible-with-nothing"
    reason = "`compatible_with` ends a conflict between two assertions; with an id that is in none, the conflict stays."
    fix = (
        "Write the `id` of an assertion of the same list that competes with this one: with the same `question`, or the "
        "same fields that say what it is about. Delete `compatible_with` if there is none."
    )
    bad = (
        "dates:\n- {role: announced, value: '2025-07-26', compatible_with: [in-asai]}\n"
        "- {id: in-asia, role: announced, value: '2025-07-27', rank: preferred}\n"
    )
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', compatible_with: [in-asia]}\n"
        "- {id: in-asia, role: announced, value: '2025-07-27'}\n"
    )
    needs = ("compatible_with",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        marked = [each for each in subject.once(_assertions) if each[1].compatible_with]
        if not marked:
            return
        lists: dict[Pointer, list[models.Assertion]] = defaultdict(list)
        for pointer, assertion in subject.once(_assertions):
            lists[pointer[:-1]].append(assertion)
        for pointer, assertion in marked:
            matter = assertion.matter
            beside = [each for each in lists[pointer[:-1]] if each.id and each is not assertion]
            competing = [each.id for each in beside if each.id and each.matter == matter is not None]
            for index, id in enumerate(assertion.compatible_with):
                if id not in competing:
                    elsewhere = called(id, subject.record)
                    yield _violation((*pointer, "compatible_with", index), id, competing, beside, elsewhere)


def _assertions(subject: Subject) -> list[tuple[Pointer, models.Assertion]]:
    return subject.of(models.Assertion)


def _violation(at: Pointer, id: str, competing: list[str], beside: list[models.Assertion], elsewhere: str) -> Violation:
    from ....lexicon.spelling import nearest, question

    is_beside = any(each.id == id for each in beside)
    message = (
        f"{id} does not compete with this assertion"
        if is_beside
        else f"no other assertion in this list has the id {id}"
        + (f", which is {with_article(elsewhere)}" if elsewhere else "")
    )
    meant = nearest(id, competing, are_ids=True)
    hint = f": {question(meant)}" if meant else f"; these compete: {', '.join(competing)}" if competing else ""
    advice = [Advice(Change.VALUE, each) for each in ([meant] if meant else competing)]
    return Violation(
        at,
        message,
        f"write the id of an assertion that competes with this one, or delete it{hint}",
        advice=tuple(advice),
    )
