from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ....corpus.conflicts import noun
from ....corpus.corpus import Entry
from ....models import Assertion, walk
from ....text.pointer import Pointer
from ...rule import Context, RecordRule, Violation


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

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        preferred: dict[tuple[object, ...], list[Pointer]] = defaultdict(list)
        for pointer, model in walk(entry.record):
            if isinstance(model, Assertion) and model.matter and model.is_preferred:
                # Attributes belong to their measure, so the list that contains them is part of the key.
                preferred[(pointer[:-1], *model.matter)].append(pointer)
        for _, *others in preferred.values():
            for pointer in others:
                message = f"more than one preferred value for the same {noun(pointer)}"
                yield Violation(
                    (*pointer, "rank"), message, "keep one preferred value, and rank the other normal or deprecated"
                )
