from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Rank
from ....diagnostics.finding import Advice, Change, Severity
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class DeprecatedWithoutNote(RecordRule):
    code = "CQ412"
    name = "deprecated-without-note"
    severity = Severity.WARNING
    reason = "A deprecated value is useful to a reader only with a note that says what is wrong with it."
    fix = "Add a `note` to the value itself; a note elsewhere does not show to which value it belongs."
    bad = (
        "dates:\n- {role: announced, value: '2025-07-26', note: The page is dated 26 July.}\n"
        "- {role: announced, value: '2025-07-25', rank: deprecated}\n"
    )
    good = (
        "dates:\n- {role: announced, value: '2025-07-26'}\n"
        "- {role: announced, value: '2025-07-25', rank: deprecated, note: Takes the eve for the day itself.}\n"
    )
    needs = (Rank.DEPRECATED,)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, assertion in subject.of(models.Assertion):
            if assertion.rank is Rank.DEPRECATED and not assertion.note:
                message = "deprecated value without a note that says why it is considered wrong"
                advice = Advice(Change.ADD, "note: TEXT", at=json_pointer(pointer), slots=("TEXT",))
                help = "add note: TEXT that says what is wrong with it"
                yield Violation((*pointer, "rank"), message, help, advice=(advice,))
