"""A day that no calendar has."""

from __future__ import annotations

from support.rule_records import Codes


def test_an_impossible_date_sets_off_nothing_else(codes: Codes) -> None:
    fields = (
        "dates:\n- {role: announced, value: '2025-02-30', as_stated: Sunday, evidence: [{source: s}]}\n"
        "sources:\n- {id: s, type: news, access: full_text, published: '2025-01-02'}\n"
    )
    assert codes(fields) == [("impossible-date", "/dates/0/value")]


def test_an_impossible_date_that_a_source_gives_may_be_kept(codes: Codes) -> None:
    kept = "{role: announced, value: '2025-02-30', rank: deprecated, note: There is no such day.}"
    assert codes(f"dates:\n- {{role: announced, value: '2025-02'}}\n- {kept}\n") == []
