from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Rank
from ....text.pointer import Pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class TwoPreferredValues(RecordRule):
    code = "CQ403"
    name = "two-preferred-values"
    reason = "`preferred` marks the one value to show; if there are two, none is shown."
    fix = "Keep one preferred value, and rank the other `normal` or `deprecated`."
    bad = (
        "dates:\n- {role: announced, value: '2025-07-26', rank: preferred}\n"
        "- {role: announced, value: '2025-07-25', rank: preferred}\n"
    )
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', rank: preferred}\n"
        "- {role: announced, value: '2025-07-25', rank: deprecated, note: A Friday.}\n"
    )
    needs = (Rank.PREFERRED,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        preferred: dict[tuple[object, ...], list[Pointer]] = defaultdict(list)
        for pointer, assertion in subject.of(models.Assertion):
            if assertion.rank is Rank.PREFERRED and (matter := assertion.matter):
                # Attributes belong to their measure, so the list that contains them is part of the key.
                preferred[(pointer[:-1], *matter)].append(pointer)
        for _, *others in preferred.values():
            for pointer in others:
                yield _second(pointer)


def _second(pointer: Pointer) -> Violation:
    from ....corpus.conflicts import noun

    message = f"more than one preferred value for the same {noun(pointer)}"
    return Violation((*pointer, "rank"), message, "keep one preferred value, and rank the other normal or deprecated")
