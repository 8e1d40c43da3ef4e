"""Numbers with a unit that multiplies them."""

from __future__ import annotations

import pytest

from communique.lexicon.units import in_full


@pytest.mark.parametrize(
    ("number", "times", "written"),
    [
        (1.35, 10**9, "1350000000"),
        (3, 10**6, "3000000"),
        (0.1, 10**3, "100"),
        (1.0000001, 10**3, "1000.0001"),
        (-2.5, 10**6, "-2500000"),
        (1e-7, 10**3, "0.0001"),
        (0, 10**3, "0"),
    ],
)
def test_numbers_in_full(number: float, times: int, written: str) -> None:
    assert in_full(number, times) == written
