"""Dates are compared as texts first, which is quick; only some of them are then compared as dates."""

from __future__ import annotations

from itertools import product

from communique.corpus.date_order import is_surely_before
from communique.models import EdtfDate
from communique.validation.rules.dates.source_published_before_event import _may_be_before

BARE = (
    *("2024", "2025", "2026", "202X", "20XX", "19XX", "-0044", "-0100", "Y17000", "Y-17000"),
    *("2025-02", "2025-07", "2025-12", "2025-21", "2025-24", "2025-XX", "2025-07-XX"),
    *("2024-12-31", "2025-01-01", "2025-07-26", "2025-07-28", "2025-12-31", "2026-01-03"),
)
DATES = (
    *(bare + mark for bare in BARE for mark in ("", "?", "~", "%")),
    *(f"{first}/{last}" for first, last in product(("", "..", *BARE), repeat=2) if (first or last)),
    *(f"{day}T23:30:00{zone}" for day in ("2025-07-26", "2025-12-31") for zone in ("", "Z", "-05:00", "+08")),
)


def test_a_date_that_may_be_before_another_is_compared_with_it() -> None:
    before = 0
    for one, other in product(map(EdtfDate, DATES), repeat=2):
        if is_surely_before(one, other):
            before += 1
            assert _may_be_before(one, other), (one, other)
    assert before > 10_000
