"""Dates of roles that follow each other."""

from __future__ import annotations

import pytest

from support.rule_records import Codes


@pytest.mark.parametrize(
    ("first", "then", "wrong"),
    [
        ("signed, value: '2025-01-02'", "entry_into_force, value: '2025-01-01'", True),
        ("signed, value: '2025-01-02'", "entry_into_force, value: '2025-01-02'", False),
        ("signed, value: '2025-01'", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025'", "revoked, value: '2024'", True),
        ("adopted, value: '2025-03-01', scope: {part: A}", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025-03-01', rank: deprecated, note: Slip.", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025-02-30'", "entry_into_force, value: '2025-01-01'", None),
    ],
)
def test_order_of_dates(codes: Codes, first: str, then: str, wrong: bool | None) -> None:
    found = codes(f"dates:\n- {{role: {first}}}\n- {{role: {then}}}\n")
    expected = {
        True: [("dates-out-of-order", "/dates/1/value")],
        False: [],
        None: [("impossible-date", "/dates/0/value")],
    }
    assert found == expected[wrong]
