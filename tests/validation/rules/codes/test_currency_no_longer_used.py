"""Currencies that were replaced before an announcement."""

from __future__ import annotations

import pytest

from support.one_record import Pointers


@pytest.mark.parametrize(
    ("day", "money", "is_found"),
    [
        ("2025-07-26", "currency: DEM", True),
        ("2025-07-26", "currency: HRK", True),
        ("1999-07-26", "currency: DEM", False),
        ("2002", "currency: DEM", False),
        ("2025-07-26", "currency: DEM, period: 1990/1995", False),
        ("2025-07-26", "currency: DEM, as_of: '1995'", False),
        ("2025-07-26", "currency: DEM, period: 2025/2029", True),
        ("2025-07-26", "currency: EUR", False),
        ("2025-07-26", "currency: XDR", False),
        ("2025-07-26", "currency: SVC", False),
    ],
)
def test_it_is_compared_with_the_day(pointers: Pointers, day: str, money: str, is_found: bool) -> None:
    dates = f"dates:\n- {{role: announced, value: '{day}'}}\n"
    fields = f"{dates}money:\n- {{flow: pledged, amount: 20, comparator: about, {money}}}\n"
    assert pointers("currency-no-longer-used", fields) == ["/money/0/currency"] * is_found
