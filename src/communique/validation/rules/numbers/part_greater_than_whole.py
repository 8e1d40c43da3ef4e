from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Comparator
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Quantity
    from ...subject import Subject


class PartGreaterThanWhole(RecordRule):
    code = "CQ440"
    name = "part-greater-than-whole"
    reason = "A part cannot be greater than the whole: one number is wrong, or the two count different things."
    fix = "Check both numbers: `value` is the part and `of` the whole, in the same unit."
    bad = "quantities:\n- {subject: states that take part, value: 218, of: 193, comparator: exactly, unit: state}\n"
    good = "quantities:\n- {subject: states that take part, value: 118, of: 193, comparator: exactly, unit: state}\n"
    needs = ("of",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, quantity in subject.of(models.Quantity):
            whole = quantity.of
            if whole is not None and not quantity.is_deprecated and (found := _too_great(quantity, whole)):
                field, number = found
                more = "more than " if quantity.value == whole else ""
                message = f"{field} {more}{number} is greater than the whole, {whole}"
                yield Violation((*pointer, field), message, "check both numbers: value is the part, of is the whole")


def _too_great(quantity: Quantity, whole: int | float) -> tuple[str, int | float] | None:
    """The field with a number that is no part of the whole, and the number."""
    if quantity.upper is not None and quantity.upper > whole:
        return "upper", quantity.upper
    is_beyond = quantity.value > whole or (quantity.comparator is Comparator.MORE_THAN and quantity.value == whole)
    return ("value", quantity.value) if is_beyond else None
