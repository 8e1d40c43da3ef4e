"""Dates on cards are in words."""

from __future__ import annotations

import pytest

from communique.cards.date_text import day_text, when
from communique.models import EdtfDate
from support.small_corpus import Json, announcement, card, section


@pytest.mark.parametrize(
    ("value", "preposition", "expected"),
    [
        ("2025-08-08", "on", "on 2025-08-08 (Friday)"),
        ("2025-08-08?", "on", "on 2025-08-08 (Friday), uncertain"),
        ("2025-08", "", "2025-08"),
        ("../2025-08-08", "on", "by 2025-08-08"),
        ("2024-05-22/..", "as of", "from 2024-05-22 on"),
        ("2025-08-01/2025-08-03", "", "2025-08-01 to 2025-08-03"),
        ("2025-08-01/2025-08-03~", "on", "between 2025-08-01 and 2025-08-03, approximate"),
        ("2025/2029", "in", "from 2025 to 2029"),
        ("/2025-08", "", "an unknown day to 2025-08"),
        ("2025-08/", "in", "from 2025-08 to an unknown day"),
        ("2025-21", "in", "in spring 2025"),
        ("2025-08-XX", "", "a day in 2025-08"),
        ("2025-XX", "", "some time in 2025"),
        ("2025-XX-XX", "", "some time in 2025"),
        ("201X", "in", "in the years 2010 to 2019"),
        ("20XX~", "", "the years 2000 to 2099, approximate"),
        ("Y12025", "", "Y12025"),
    ],
)
def test_a_date_in_words(value: str, preposition: str, expected: str) -> None:
    assert EdtfDate(value).error is None
    assert when(EdtfDate(value), preposition) == expected


def test_without_a_date_and_without_a_weekday() -> None:
    assert when(None, "on") == "undated"
    assert day_text(EdtfDate("2025-08-08")) == "2025-08-08"
    assert day_text(EdtfDate("../2025-08-08"), up_to="until") == "until 2025-08-08"


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("statements", {"text": {"en": "So."}, "nature": "context", "date": "../2024-07-01"}, "by 2024-07-01"),
        ("votes", {"method": "consensus", "date": "2024-07-01/2024-07-02"}, "between 2024-07-01 and 2024-07-02"),
        ("outcomes", {"commitment": "a#plan", "state": "met", "date": "../2024-07-01"}, "met by 2024-07-01"),
        ("outcomes", {"commitment": "a#plan", "state": "missed", "date": "2024-06/2024-07"}, "from 2024-06 to 2024-07"),
        ("outcomes", {"commitment": "a#plan", "state": "met"}, "met, undated"),
    ],
)
def test_cards_have_no_edtf(field: str, given: Json, expected: str) -> None:
    fields: Json = {field: [given]}
    shown = card("a", announcement(**fields))
    assert expected in section(shown, field.capitalize())
    assert ".." not in shown and "/2024" not in shown
