"""Shares of more than the whole."""

from __future__ import annotations

import pytest

from support.reviewed_record import found


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("subject: share of women, value: 475, unit: percent", ["value"]),
        ("subject: share of women, value: 100, unit: percent", []),
        ("subject: share of women, value: -1, unit: percent", ["value"]),
        ("subject: share of women, value: 100.5, unit: percent of members", ["value"]),
        ("subject: share of women, value: 0, unit: percent", []),
        ("subject: voter turnout, value: 633, unit: percent", ["value"]),
        ("subject: adoption rate, value: 140, unit: percent", ["value"]),
        ("subject: growth of the share of women, value: 475, unit: percent", []),
        ("subject: increase in adoption rate, value: 140, unit: percent", []),
        ("subject: debt as a share of GDP, value: 140, unit: percent", []),
        ("subject: share price, value: 475, unit: percent", []),
        ("subject: interest rate, value: -1, unit: percent", []),
        ("subject: growth, value: 475, unit: percent", []),
        ("subject: shares, value: 475, unit: share", []),
        ("subject: share of women, value: 475, unit: percent, rank: deprecated, note: A slip.", []),
    ],
)
def test_shares(fields: str, wrong: list[str]) -> None:
    expected = [("share-beyond-the-whole", "warning", f"/quantities/0/{field}") for field in wrong]
    assert found(f"quantities:\n- {{comparator: about, {fields}}}\n") == expected


def test_both_ends_of_a_share() -> None:
    fields = "quantities:\n- {subject: share, value: 90, upper: 110, comparator: between, unit: percent}\n"
    assert found(fields) == [("share-beyond-the-whole", "warning", "/quantities/0/upper")]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("comparator: exactly, share: {percent: 150, of: revenue from the chips}", ["share/percent"]),
        ("comparator: exactly, share: {percent: 100, of: revenue from the chips}", []),
        ("comparator: between, share: {percent: 10, of: turnover}, upper: 120", ["upper"]),
        ("comparator: between, share: {percent: 0.1, of: turnover}, upper: 12", []),
        ("comparator: at_most, share: {percent: 300, of: the income from the offence}", []),
        ("comparator: exactly, share: {percent: 150, of: revenue}, rank: deprecated, note: A slip.", []),
        (
            "comparator: between, amount: 10, upper: 120, currency: USD, rule: greater_of, "
            "share: {percent: 7, of: turnover}",
            [],
        ),
    ],
)
def test_shares_in_money(fields: str, wrong: list[str]) -> None:
    expected = [("share-beyond-the-whole", "warning", f"/money/0/{field}") for field in wrong]
    assert found(f"money:\n- {{flow: share, {fields}}}\n") == expected


def test_a_negative_share_is_refused() -> None:
    fields = "money:\n- {flow: share, comparator: exactly, share: {percent: -15, of: revenue}}\n"
    assert found(fields) == [("out-of-bounds", "error", "/money/0/share/percent")]
