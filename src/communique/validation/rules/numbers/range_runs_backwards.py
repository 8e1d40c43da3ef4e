from __future__ import annotations

from collections.abc import Iterator

from ....codelists import Comparator
from ....corpus.corpus import Entry
from ....models import Attribute, Quantity, walk
from ...rule import Context, RecordRule, Violation


class RangeRunsBackwards(RecordRule):
    code = "CQ422"
    name = "range-runs-backwards"
    reason = "A range from the larger number to the smaller one holds nothing; one of the two was mistyped."
    fix = (
        "Look both numbers up: `value` is the lower end and `upper` the upper one. An attribute has no upper end: a "
        "range belongs under `quantities`, with `about` for the instrument."
    )
    bad = "quantities:\n- {subject: companies, value: 900, upper: 800, comparator: between, unit: company}\n"
    good = "quantities:\n- {subject: companies, value: 800, upper: 900, comparator: between, unit: company}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, model in walk(entry.record):
            if not isinstance(model, Quantity | Attribute) or model.is_deprecated:
                continue
            if model.comparator is not Comparator.BETWEEN:
                continue
            if isinstance(model, Attribute):
                message = "between needs two numbers, and an attribute has one"
                help = "give the range under quantities, with about, value and upper"
                yield Violation((*pointer, "comparator"), message, help)
            elif model.upper is not None and model.upper <= model.value:
                message = f"the upper end {model.upper} is not above the lower end {model.value}"
                help = "look both numbers up: value is the lower end, upper the upper one"
                yield Violation((*pointer, "upper"), message, help)
