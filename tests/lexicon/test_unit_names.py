"""The list of usual units: one spelling for each, and no spelling that means two."""

from __future__ import annotations

from collections import Counter

import pytest

from communique.lexicon.unit_names import SEVERAL, UNITS, Unit, is_usual, usual


def test_no_unit_and_no_spelling_is_there_twice() -> None:
    written = Counter(text for unit in UNITS for text in (unit.name, *unit.spellings))
    assert [text for text, times in written.items() if times > 1] == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_spelling_leads_to_its_unit(unit: Unit) -> None:
    assert is_usual(unit.name) and usual(unit.name) == ""
    assert {usual(each) for each in unit.spellings} <= {unit.name}


@pytest.mark.parametrize("spelling", SEVERAL)
def test_what_may_mean_two_units_leads_to_none(spelling: str) -> None:
    assert usual(spelling) == "" and all(map(is_usual, SEVERAL[spelling]))


def test_case_matters_for_symbols_only() -> None:
    assert usual("MW") == "megawatt" and usual("mw") == ""
    assert usual("Per Cent") == "percent"


def test_every_unit_has_a_code_or_a_meaning() -> None:
    assert [unit.name for unit in UNITS if not (unit.code or unit.meaning)] == []
