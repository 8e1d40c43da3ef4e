from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class RepeatedAssertion(RecordRule):
    code = "CQ306"
    name = "repeated-assertion"
    reason = "A fact that two sources state is one assertion with two evidence items; two assertions are counted twice."
    fix = "Merge the two: put the evidence of both under one assertion."
    bad = "dates:\n- {role: announced, value: '2025-07-26'}\n- {role: announced, value: '2025-07-26'}\n"
    good = (
        "dates:\n- {role: announced, value: '2025-07-26'}\n"
        "- {role: announced, value: '2025-07-25', rank: deprecated, note: A Friday.}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        from ....models.assertion import content, outline

        outlines = Counter(outline(each) for _, each in subject.of(models.Assertion))
        if len(outlines) == outlines.total():
            return
        seen: dict[tuple[object, str], str] = {}
        for pointer, assertion in subject.of(models.Assertion):
            if assertion.id or outlines[outline(assertion)] == 1:
                continue
            key = (pointer[:-1], content(assertion))
            if key in seen:
                message = f"duplicate of {seen[key]}"
                yield Violation(pointer, message, "merge the two: put the evidence of both under one assertion")
            seen.setdefault(key, json_pointer(pointer))
