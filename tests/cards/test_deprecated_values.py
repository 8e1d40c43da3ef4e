"""What is deprecated is shown as such."""

from __future__ import annotations

from communique.corpus.history import announcement_day, announcement_days
from communique.models import Announcement
from support.small_corpus import Json, announcement, card, measure, section, statement


def test_an_occasion_is_not_held_on_a_day_that_is_held_to_be_wrong() -> None:
    wrong = {"value": "2024-06-01", "rank": "deprecated", "note": "A misprint."}
    fair = {"id": "fair", "name": {"en": "Example Fair"}, "dates": [wrong, {"value": "2024-06-12/2024-06-14"}]}
    part = {"id": "fair", "name": {"en": "Example Fair"}, "dates": [wrong, {"value": "2024-06-12", "part": "opening"}]}
    record = announcement(occasion="fair")
    assert section(card("a", record, occasions=[fair]), "Where") == "Example Fair, 2024-06-12 to 2024-06-14"
    assert section(card("a", record, occasions=[part]), "Where") == "Example Fair, 2024-06-12 (Wednesday) (opening)"
    shown = card("fair", record, occasions=[fair])
    assert "2024-06-01" not in section(shown, "When")
    assert section(shown, "Disputed") == ""
    wrong_day = "2024-06-01 (Saturday) (deprecated) [no source] note: A misprint."
    assert section(shown, "Deprecated") == wrong_day
    assert "2024-06-01" in section(card("fair", record, occasions=[part]), "Deprecated")


def test_rival_days_are_both_days_and_a_wrong_one_is_none() -> None:
    def of(*dates: Json) -> list[str]:
        given = [{"role": "announced"} | each for each in dates]
        return [str(each) for each in announcement_days(announcement(dates=given))]

    early, late = {"value": "2024-06-12"}, {"value": "2024-06-13"}
    assert of(early, late) == ["2024-06-12", "2024-06-13"]
    assert of(early | {"rank": "deprecated"}, late) == of(early, late | {"rank": "preferred"}) == ["2024-06-13"]
    assert of(early | {"rank": "deprecated"}) == of(early | {"modality": "denied"}) == []
    assert of(early | {"scope": {"part": "text"}}, late | {"scope": {"part": "annex"}}) == ["2024-06-12"]
    record = announcement(occasion="fair", dates=[{"role": "announced"} | early, {"role": "announced"} | late])
    assert announcement_day(record) == "2024-06-12"
    assert "2024-06-12 or 2024-06-13 Title of a (a)" in section(card("fair", record), "Announced there")


def test_a_lone_value_that_is_held_to_be_wrong_is_told_as_such() -> None:
    quantity = {"subject": "guests", "value": 9, "comparator": "exactly", "rank": "deprecated", "about": "act"}
    record = announcement(quantities=[quantity])
    shown = card("a", record)
    assert section(shown, "Numbers") == section(shown, "Disputed") == ""
    assert "guests: exactly 9" in section(shown, "Deprecated")
    assert "guests: exactly 9" in section(card("act", record), "Deprecated")


def test_records_that_do_not_count_are_named_and_tell_nothing() -> None:
    def record(id: str, status: str) -> Announcement:
        said = statement("Gone.", about="act")
        return announcement(id, status=status, measures=[measure(actors=["p"])], statements=[said])

    withdrawn = record("gone", "withdrawn")
    for id in ("act", "p"):
        shown = card(id, withdrawn)
        assert "Gone." not in shown and section(shown, "History") == section(shown, "Measures") == ""
        assert section(shown, "Withdrawn or superseded records") == "gone (Title of gone): withdrawn"
    assert "This record was withdrawn" in card("gone", withdrawn)
    draft = record("early", "draft")
    assert "(early, draft)" in section(card("act", draft), "History")
