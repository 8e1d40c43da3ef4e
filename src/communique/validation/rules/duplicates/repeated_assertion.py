from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from .... import models
from ....text.pointer import json_pointer
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....corpus.conflicts import Located
    from ....models import Assertion
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
        from ....models.assertion import content, outline, plain_values

        # The content takes long to find, so it is compared last, and only if nothing else differs.
        alike = _alike(_alike(subject.of(models.Assertion), outline), plain_values)
        seen: dict[tuple[object, str], str] = {}
        for pointer, assertion in alike:
            if assertion.id:
                continue
            key = (pointer[:-1], content(assertion))
            if key in seen:
                message = f"duplicate of {seen[key]}"
                yield Violation(pointer, message, "merge the two: put the evidence of both under one assertion")
            seen.setdefault(key, json_pointer(pointer))


def _alike(located: Sequence[Located], key: Callable[[Assertion], Hashable]) -> Sequence[Located]:
    """The assertions with the same key as another one."""
    keys = [key(assertion) for _, assertion in located]
    if len(set(keys)) == len(keys):
        return ()
    counts = Counter(keys)
    return [each for each, own in zip(located, keys, strict=True) if counts[own] > 1]
