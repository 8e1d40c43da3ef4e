from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

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

    def check(self, subject: Subject) -> Iterator[Violation]:
        seen: set[str] = set()
        for pointer, part in subject.of(models.Assertion, models.Passage):
            if id := part.id:
                if id in seen:
                    message = f"duplicate local id {id} in this record"
                    yield Violation((*pointer, "id"), message, "change one of the two ids")
                seen.add(id)
