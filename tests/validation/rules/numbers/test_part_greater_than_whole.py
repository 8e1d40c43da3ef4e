"""Parts and wholes."""

from __future__ import annotations

import pytest

from support.one_record import Pointers


@pytest.mark.parametrize(
    ("numbers", "field"),
    [
        ("value: 118, of: 193, comparator: exactly", ""),
        ("value: 193, of: 193, comparator: exactly", ""),
        ("value: 194, of: 193, comparator: about", "value"),
        ("value: 193, of: 193, comparator: more_than", "value"),
        ("value: 100, upper: 200, of: 193, comparator: between", "upper"),
        ("value: 0.5, of: 1, comparator: exactly", ""),
        ("value: 194, of: 193, comparator: about, rank: deprecated, note: No.", ""),
        ("value: 194, comparator: about", ""),
    ],
)
def test_a_part_is_not_greater_than_the_whole(pointers: Pointers, numbers: str, field: str) -> None:
    expected = [f"/quantities/0/{field}"] if field else []
    fields = f"quantities:\n- {{subject: states, {numbers}, unit: state}}\n"
    assert pointers("part-greater-than-whole", fields) == expected


@pytest.mark.parametrize(
    ("sum", "runs_backwards"),
    [
        ("amount: 2, upper: 1, currency: EUR", True),
        ("amount: 1, upper: 2, currency: EUR", False),
        ("share: {percent: 7, of: turnover}, upper: 5", True),
        ("share: {percent: 7, of: turnover}, upper: 9", False),
    ],
)
def test_ranges_of_money(pointers: Pointers, sum: str, runs_backwards: bool) -> None:
    expected = ["/money/0/upper"] if runs_backwards else []
    assert pointers("range-runs-backwards", f"money:\n- {{flow: fine, comparator: between, {sum}}}\n") == expected


def test_ranges_of_thresholds(pointers: Pointers) -> None:
    fields = "thresholds:\n- {metric: users, comparator: between, value: 2, upper: 1, unit: user}\n"
    assert pointers("range-runs-backwards", fields) == ["/thresholds/0/upper"]
