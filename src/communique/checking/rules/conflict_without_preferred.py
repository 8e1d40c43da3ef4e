from __future__ import annotations

from collections.abc import Iterator

from ...corpus import Entry
from ...findings import Severity
from ...models.codelists import Confidence, Rank
from ..rivals import rivals
from ..rule import Context, Issue, RecordRule


class ConflictWithoutPreferred(RecordRule):
    code = "CQ408"
    name = "conflict-without-preferred"
    severity = Severity.WARNING
    reason = (
        "Two values of one thing cannot both be right; who reads the record, or its tables, has to know which to take."
    )
    fix = (
        "Prefer one. If it cannot be settled, give `confidence: disputed`, or each value a note that says how they go "
        "together. If both are right because they are about different parts, name the `scope` or `part` of each."
    )
    bad = "dates:\n- {role: announced, value: '2025-07-26'}\n- {role: announced, value: '2025-07-25'}\n"
    good = (
        "dates:\n- {role: announced, value: '2025-07-26', rank: preferred}\n- {role: announced, value: '2025-07-25'}\n"
    )

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for group in rivals(entry.record):
            models = [model for _, model in group]
            if any(each.rank is Rank.PREFERRED or each.confidence is Confidence.DISPUTED for each in models):
                continue
            if not all(each.note for each in models):
                pointer = group[1][0]
                kind = str(pointer[-2]).replace("_", " ")
                message = f"one of {len(group)} rival {kind}, none of which is preferred"
                yield Issue(pointer, message, "prefer one, or say with confidence: disputed or in notes why not")
