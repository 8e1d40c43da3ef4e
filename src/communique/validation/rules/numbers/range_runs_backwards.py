from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Comparator
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject


class RangeRunsBackwards(RecordRule):
    code = "CQ422"
    name = "range-runs-backwards"
    reason = "A range whose upper end is not greater than its lower end is empty; one of the two is a typing error."
    fix = (
        "Check both numbers: `value` is the lower end and `upper` the upper end. An attribute has no upper end; put a "
        "range under `quantities`, with the instrument in `about`."
    )
    bad = "quantities:\n- {subject: companies, value: 900, upper: 800, comparator: between, unit: company}\n"
    good = "quantities:\n- {subject: companies, value: 800, upper: 900, comparator: between, unit: company}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Quantity, models.Attribute):
            if model.comparator is not Comparator.BETWEEN or model.is_deprecated:
                continue
            if isinstance(model, models.Attribute):
                message = "comparator between needs two numbers, but an attribute has one"
                help = "put the range under quantities, with about, value and upper"
                yield Violation((*pointer, "comparator"), message, help)
            elif model.upper is not None and model.upper <= model.value:
                message = f"upper {model.upper} is not greater than value {model.value}"
                help = "check both numbers: value is the lower end, upper is the upper end"
                yield Violation((*pointer, "upper"), message, help)
