from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....models import Assertion, walk
from ....models.assertion import content
from ....text.pointer import json_pointer
from ...rule import Context, RecordRule, Violation


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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        seen: dict[tuple[object, str], str] = {}
        for pointer, model in walk(entry.record):
            if not isinstance(model, Assertion) or model.id:
                continue
            key = (pointer[:-1], content(model))
            if key in seen:
                message = f"duplicate of {seen[key]}"
                yield Violation(pointer, message, "merge the two: put the evidence of both under one assertion")
            seen.setdefault(key, json_pointer(pointer))
