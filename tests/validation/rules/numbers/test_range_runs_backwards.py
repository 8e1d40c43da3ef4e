"""Ranges, and their ends."""

from __future__ import annotations

import pytest

from support.reviewed_record import FUND, found


@pytest.mark.parametrize(
    ("numbers", "runs_backwards"),
    [
        ("value: 900, upper: 800", True),
        ("value: 800, upper: 800", True),
        ("value: 800.5, upper: 800.25", True),
        ("value: 1, upper: -1", True),
        ("value: 800, upper: 900", False),
        ("value: -2, upper: -1", False),
        ("value: 900, upper: 800, rank: deprecated, note: The report swaps them.", False),
    ],
)
def test_a_range_that_runs_backwards(numbers: str, runs_backwards: bool) -> None:
    expected = [("range-runs-backwards", "error", "/quantities/0/upper")] if runs_backwards else []
    assert found(f"quantities:\n- {{subject: it, {numbers}, comparator: between, unit: company}}\n") == expected


@pytest.mark.parametrize(("comparator", "fits"), [("between", False), ("at_least", True), ("about", True)])
def test_an_attribute_has_no_upper_end(comparator: str, fits: bool) -> None:
    attribute = f"{{name: budget, value: 5, unit: EUR, comparator: {comparator}}}"
    measure = f"{{instrument: fund, action: establish, stage: proposed, modality: planned, attributes: [{attribute}]}}"
    where = "/measures/0/attributes/0/comparator"
    expected = [] if fits else [("range-runs-backwards", "error", where)]
    assert found(f"measures:\n- {measure}\n{FUND}") == expected
