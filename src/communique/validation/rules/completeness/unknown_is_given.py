from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Bindingness
from ....diagnostics.finding import Severity
from ...rule import RecordRule, Violation
from ._unknown import with_unknown

if TYPE_CHECKING:
    from ....models import Unknown
    from ...subject import Subject
    from ._unknown import WithUnknown


class UnknownIsGiven(RecordRule):
    code = "CQ507"
    name = "unknown-is-given"
    severity = Severity.WARNING
    reason = "A field cannot have a value and be unknown; a reader does not know which of the two is right."
    fix = "Delete the entry under `unknown`, or the value. If a list is incomplete, say so in a note."
    bad = (
        "unknown:\n- {field: quantities, reason: not_stated}\n"
        "quantities:\n- {subject: visitors, value: 800, comparator: about}\n"
    )
    good = "quantities:\n- {subject: visitors, value: 800, comparator: about}\n"
    needs = ("unknown",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model, unknown in subject.once(with_unknown):
            for index, each in enumerate(unknown):
                if _is_given(model, each):
                    message = f"{each.field} is listed under unknown, but it has a value"
                    help = "delete this entry, or the value; if a list is incomplete, say so in a note"
                    yield Violation((*pointer, "unknown", index, "field"), message, help)


def _is_given(model: WithUnknown, unknown: Unknown) -> bool:
    name = unknown.field
    value = model.__dict__.get(name, ())
    if isinstance(model, models.Measure) and name not in model.__dict__:
        value = tuple(each for each in model.attributes if each.name == name)
    if isinstance(value, dict) and unknown.language:
        return unknown.language in value
    if isinstance(value, tuple):
        # If all values are deprecated, the right one is still unknown.
        return any(not isinstance(each, models.Assertion) or not each.is_deprecated for each in value)
    return value is not None and value is not Bindingness.UNKNOWN
