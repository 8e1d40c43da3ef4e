from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....codelists import Comparator
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Money, Quantity, Threshold
    from ...subject import Subject


class RangeRunsBackwards(RecordRule):
    code = "CQ422"
    name = "range-runs-backwards"
    reason = "A range whose upper end is not greater than its lower end is empty; one of the two is a typing error."
    fix = (
        "Check both numbers: `value` or `amount` is the lower end and `upper` the upper end. An attribute has no upper "
        "end; put a range under `quantities`, with the instrument in `about`."
    )
    bad = "quantities:\n- {subject: companies, value: 900, upper: 800, comparator: between, unit: company}\n"
    good = "quantities:\n- {subject: companies, value: 800, upper: 900, comparator: between, unit: company}\n"
    needs = ("upper", Comparator.BETWEEN)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, attribute in subject.of(models.Attribute):
            if attribute.comparator is Comparator.BETWEEN and not attribute.is_deprecated:
                message = "comparator between needs two numbers, but an attribute has one"
                help = "put the range under quantities, with about, value and upper"
                yield Violation((*pointer, "comparator"), message, help)
        for pointer, model in subject.of(models.Quantity, models.Threshold, models.Money):
            if model.upper is not None and not model.is_deprecated:
                name, lower = _lower_end(model)
                if model.upper <= lower:
                    message = f"upper {model.upper} is not greater than {name} {lower}"
                    help = f"check both numbers: {name} is the lower end, upper is the upper end"
                    yield Violation((*pointer, "upper"), message, help)


def _lower_end(model: Quantity | Threshold | Money) -> tuple[str, int | float]:
    """The field that has the lower end of the range, and the number."""
    if not isinstance(model, models.Money):
        return "value", model.value
    if model.amount is not None:
        return "amount", model.amount
    assert model.share is not None, "money has an amount or a share"
    return "percent", model.share.percent
