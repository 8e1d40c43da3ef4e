"""Numbers as powers of ten."""

from __future__ import annotations

import pytest

from communique.lexicon.numbers import numbers


@pytest.mark.parametrize(
    ("text", "how", "number"),
    [
        ("10^25", "with an exponent", "1.0e+25"),
        ("10**25", "with an exponent", "1.0e+25"),
        ("10²⁵", "with an exponent", "1.0e+25"),
        ("1.5 x 10^25", "with an exponent", "1.5e+25"),
        ("3×10²⁶", "with an exponent", "3.0e+26"),
        ("1e25", "without quotes", "1.0e+25"),
        ("10^3", "in full", "1000"),
        ("10^-3", "in full", "0.001"),
    ],
)
def test_powers_of_ten(text: str, how: str, number: str) -> None:
    assert numbers(text) == [(how, number)]


@pytest.mark.parametrize("text", ["10^", "^25", "2^10", "10^25 FLOP", "10^1000"])
def test_what_is_no_power_of_ten(text: str) -> None:
    assert numbers(text) == []
