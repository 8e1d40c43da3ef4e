from __future__ import annotations

from collections.abc import Iterator

from ....corpus.corpus import Entry
from ....models import Assertion, walk
from ...rule import Context, RecordRule, Violation

_TWO = (
    "statements:\n"
    "- {{id: {0}, nature: context, text: {{en: This.}}}}\n"
    "- {{id: {1}, nature: context, text: {{en: That.}}}}\n"
)


class RepeatedLocalId(RecordRule):
    code = "CQ305"
    name = "repeated-local-id"
    reason = "A local id identifies one part of its record; tables are joined by it."
    fix = "Change or delete the id of one of the two parts."
    bad = _TWO.format("one", "one")
    good = _TWO.format("one", "two")

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        seen: set[str] = set()
        for pointer, model in walk(entry.record):
            if isinstance(model, Assertion) and model.id:
                if model.id in seen:
                    message = f"duplicate local id {model.id} in this record"
                    yield Violation((*pointer, "id"), message, "change one of the two ids")
                seen.add(model.id)
