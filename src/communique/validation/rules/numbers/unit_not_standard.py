from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .... import models
from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.unit_names import SEVERAL, is_usual, usual
from ....lexicon.units import currency, in_full, is_currency, only_scale, per, scaled
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....models import Attribute, Quantity, Threshold
    from ...subject import Subject

_LONGEST = 60  # code points; a longer text is a description, not a unit


class UnitNotStandard(RecordRule):
    code = "CQ421"
    name = "unit-not-standard"
    severity = Severity.WARNING
    reason = (
        "Amounts can be compared only if they are written in full, and each unit has one spelling and each currency "
        "one code."
    )
    fix = (
        "For money write the ISO 4217 code, such as EUR, and the amount in full; for a share write percent; for things "
        "that are counted write a noun in the singular, such as country. `communique codes unit` lists the usual units "
        "and their spellings; other nouns may be used too."
    )
    bad = "quantities:\n- {subject: money for the fund, value: 20000000000, comparator: at_most, unit: euro}\n"
    good = (
        "quantities:\n- {subject: money for the fund, value: 20000000000, comparator: at_most, unit: EUR}\n"
        "- {subject: chips, value: 100, comparator: about, unit: GPU}\n"
        "- {subject: floor, value: 70000, comparator: more_than, unit: square metre}\n"
    )
    needs = ("unit",)

    def check(self, subject: Subject) -> Iterator[Violation]:
        for pointer, model in subject.of(models.Quantity, models.Attribute, models.Threshold):
            if not model.unit or model.is_deprecated or isinstance(model.value, str):
                continue
            if error := _error(model.unit):
                help = _in_full(model, error) if error.times else error.help
                advice = (Advice(Change.VALUE, error.word),) if error.word else ()
                yield Violation((*pointer, "unit"), error.message, help, advice=advice)


class _Error(NamedTuple):
    """What is wrong with a unit, what to do, and what to write if that is one word.

    If ``times`` is not 0, the number must be multiplied by it first, and the help says the rest.
    """

    message: str
    help: str
    word: str = ""
    times: int = 0


@lru_cache(maxsize=1024)
def _error(unit: str) -> _Error | None:
    if len(unit) > _LONGEST or is_currency(unit):
        return None
    if word := usual(unit):
        return _Error(f"non-standard unit {unit}; use {word}", f"write {word}", word)
    if found := SEVERAL.get(unit.lower()):
        return _Error(f"unit {unit} can mean several units", f"check the source; use {' or '.join(found)}")
    if (code := currency(unit)) is not None:
        help = f"write {code}" if code else "use the ISO 4217 code of the currency; several have this name"
        return _Error(f"{unit} is not an ISO 4217 currency code", help, code)
    if (times := only_scale(unit)) is not None:
        help = "; the unit is the thing counted, such as person, or the currency"
        return _Error(f"the number is not written in full, but in {unit}", help, times=times)
    if written := per(unit):
        return _Error(f"non-standard unit {unit}; use {written}", f"write {written}", written)
    if scale := scaled(unit):
        times, rest = scale
        rest = "the ISO 4217 code of the currency" if currency(rest) == "" else usual(rest) or rest
        return _Error(f"the number is not written in full, but in {unit}", f" and unit: {rest}", times=times)
    if re.fullmatch("[A-Z]{3}", unit) and not is_usual(unit):
        help = "check the code; if it is not money, use the full noun"
        return _Error(f"{unit} is not an ISO 4217 currency code", help)
    return None


def _in_full(model: Quantity | Attribute | Threshold, error: _Error) -> str:
    is_range = not isinstance(model, models.Attribute) and model.upper is not None
    numbers = "both numbers" if is_range else f"value: {in_full(model.value, error.times)}"
    return f"give it in full: {numbers}{error.help}"
