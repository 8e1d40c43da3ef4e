from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .... import models
from ....diagnostics.finding import Severity
from ....lazy import lazy_pattern
from ....lexicon.numbers import numbers
from ....lexicon.units import split_scale
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ...subject import Subject

# Numbers that mean the same without quotes; 0042 and 1.10 do not.
_PLAIN = lazy_pattern(r"-?(?:0|[1-9][0-9]{0,14})")


class TextCountedAsNumber(RecordRule):
    code = "CQ420"
    name = "text-counted-as-number"
    severity = Severity.WARNING
    reason = "A comparator and a unit describe a number; programs that compute with numbers ignore text."
    fix = (
        "Write the value as a number, without quotes, separators or units. If there is no number, put the meaning of "
        "the comparator or the unit into the text."
    )
    bad = (
        "measures:\n- instrument: fund\n  action: establish\n  stage: announced\n  modality: planned\n  attributes:\n"
        "  - {name: budget, value: 20 billion, unit: EUR}\n"
        "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"
    )
    good = (
        "measures:\n- instrument: fund\n  action: establish\n  stage: announced\n  modality: planned\n  attributes:\n"
        "  - {name: budget, value: 20000000000, comparator: at_most, unit: EUR}\n"
        "  - {name: duration, value: until the money is spent}\n"
        "instruments:\n- {id: fund, type: fund, name: {en: Fund}}\n"
    )
    needs = ("attributes",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, attribute in subject.of(models.Attribute):
            if isinstance(attribute.value, str):
                for field in ("comparator", "unit"):
                    if getattr(attribute, field) is not None:
                        message = f"{field} is only for numbers, but the value is text"
                        yield Violation((*pointer, field), message, _advice(attribute.value, field))


def _advice(value: str, field: str) -> str:
    if _PLAIN.fullmatch(value):
        return f"if it is a number, remove the quotes: value: {value}"
    if split_scale(value) and (readings := numbers(value)):
        return "; ".join(f"give it {how}: value: {number}" for how, number in readings)
    return f"use a number as the value; if there is none, say it in the text and delete the field {field}"
