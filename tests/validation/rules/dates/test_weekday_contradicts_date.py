"""A weekday that a source names beside a date."""

from __future__ import annotations

import pytest

from support.rule_records import Codes


@pytest.mark.parametrize(
    ("value", "stated", "contradicts"),
    [
        ("2025-07-26", "on Saturday", False),
        ("2025-07-26", "SUNDAY", True),
        ("2025-07-26", "samedi 26 juillet", False),
        ("2025-07-26", "dimanche 26 juillet", True),
        ("2025-07-26", "7月26日星期六", False),
        ("2025-07-26", "7月26日星期日", True),
        ("2025-07-26", "周六", False),
        ("2025-07-26", "Samstag", False),
        ("2025-07-26", "Freitag", True),
        ("2025-07-26", "Friday or Saturday", False),
        ("2025-07-26", "Sundays excepted", False),
        ("2025-07", "on Sunday", False),
        ("2025-07-26T01:00:00", "Sunday", True),
        ("2025-07-26", "26 July", False),
    ],
)
def test_weekdays(codes: Codes, value: str, stated: str, contradicts: bool) -> None:
    found = codes(f"dates:\n- {{role: announced, value: '{value}', as_stated: '{stated}'}}\n")
    assert found == ([("weekday-contradicts-date", "/dates/0/as_stated")] if contradicts else [])


def test_a_source_with_a_wrong_weekday(codes: Codes) -> None:
    source = "{id: s, type: news, access: full_text, published: '2025-07-26', published_as_stated: Sunday}"
    assert codes(f"sources:\n- {source}\n") == [("weekday-contradicts-date", "/sources/0/published_as_stated")]
