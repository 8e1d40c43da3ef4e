from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.units import currency, in_full, is_currency, only_scale, per, scaled
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Attribute, Quantity
    from ...subject import Subject

# Three capital letters that name something counted, not a currency.
_COUNTED = frozenset({"GPU", "CPU", "TPU", "NPU", "FTE", "SME", "NGO", "LLM", "API", "MWH", "GWH", "TWH"})

_LONGEST = 60  # code points; a longer text is a description, not a unit


class UnitNotStandard(RecordRule):
    code = "CQ421"
    name = "unit-not-standard"
    severity = Severity.WARNING
    reason = "Amounts can be compared only if they are written in full, and each currency has one code."
    fix = (
        "For money write the ISO 4217 code, such as EUR, and the amount in full; for a share write percent; for things "
        "that are counted write a noun in the singular, such as country. Nouns are not checked against a list."
    )
    bad = "quantities:\n- {subject: money for the fund, value: 20000000000, comparator: at_most, unit: euro}\n"
    good = (
        "quantities:\n- {subject: money for the fund, value: 20000000000, comparator: at_most, unit: EUR}\n"
        "- {subject: chips, value: 100, comparator: about, unit: GPU}\n"
        "- {subject: floor, value: 70000, comparator: more_than, unit: square metre}\n"
    )

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Quantity, models.Attribute):
            if model.unit and not model.is_deprecated and (found := _schema_error(model, model.unit)):
                message, help, word = found
                advice = (Advice(Change.VALUE, word),) if word else ()
                yield Violation((*pointer, "unit"), message, help, advice=advice)


def _schema_error(model: Quantity | Attribute, unit: str) -> tuple[str, str, str] | None:
    """What is wrong with the unit, what to do, and what to write if that is one word."""
    if isinstance(model.value, str) or len(unit) > _LONGEST or is_currency(unit):
        return None
    if unit.lower() in ("%", "pct", "per cent", "percents", "percentage"):
        return f"non-standard unit {unit}; use percent", "write percent", "percent"
    if (code := currency(unit)) is not None:
        help = f"write {code}" if code else "use the ISO 4217 code of the currency; several have this name"
        return f"{unit} is not an ISO 4217 currency code", help, code
    if (times := only_scale(unit)) is not None:
        help = (
            f"give it in full: {_numbers(model, times)}; the unit is the thing counted, such as person, or the currency"
        )
        return f"the number is not written in full, but in {unit}", help, ""
    if written := per(unit):
        return f"non-standard unit {unit}; use {written}", f"write {written}", written
    if found := scaled(unit):
        times, rest = found
        rest = "the ISO 4217 code of the currency" if currency(rest) == "" else rest
        return (
            f"the number is not written in full, but in {unit}",
            f"give it in full: {_numbers(model, times)} and unit: {rest}",
            "",
        )
    if re.fullmatch("[A-Z]{3}", unit) and unit not in _COUNTED:
        help = "check the code; if it is not money, use the full noun"
        return f"{unit} is not an ISO 4217 currency code", help, ""
    return None


def _numbers(model: Quantity | Attribute, times: int) -> str:
    assert not isinstance(model.value, str)
    is_range = isinstance(model, models.Quantity) and model.upper is not None
    return "both numbers" if is_range else f"value: {in_full(model.value, times)}"
