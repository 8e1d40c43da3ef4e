"""Values that contradict each other stand side by side."""

from __future__ import annotations

from support.small_corpus import Json, announcement, card, measure, section


def test_no_rival_stands_as_settled() -> None:
    numbers: Json = [
        {"subject": "guests", "value": 9, "comparator": "exactly"},
        {"subject": "guests", "value": 12, "comparator": "exactly", "rank": "preferred"},
        {"subject": "halls", "value": 3, "comparator": "more_than"},
        {"subject": "halls", "value": 4, "comparator": "exactly"},
    ]
    shown = card("a", announcement(quantities=numbers))
    listed = section(shown, "Numbers")
    assert "guests: exactly 9 (disputed, see below)" in listed
    assert "guests: exactly 12 (preferred, see below)" in listed
    assert listed.count("disputed") == 1
    assert section(shown, "Disputed") == (
        "Numbers - preferred: guests: exactly 12 [no source] - guests: exactly 9 [no source]"
    )
    numbers[1]["confidence"] = "disputed"
    listed = section(card("a", announcement(quantities=numbers)), "Numbers")
    assert "guests: exactly 12 (preferred; disputed, see below)" in listed
    numbers[0] |= {"rank": "deprecated", "note": "Counted too early."}
    shown = card("a", announcement(quantities=numbers))
    assert "see below" not in section(shown, "Numbers") and section(shown, "Disputed") == ""
    assert "guests: exactly 9 (deprecated) [no source] note: Counted" in section(shown, "Deprecated")


def test_several_names_are_no_dispute() -> None:
    names = [{"name": "name", "value": value} for value in ("AISI", "AI Security Institute")]
    shown = card("a", announcement(measures=[measure(attributes=names)]))
    assert section(shown, "Disputed") == "" and "disputed" not in section(shown, "Measures")


def test_a_disputed_property_says_whose_it_is() -> None:
    seats = [{"name": "seat", "value": "Rome"}, {"name": "seat", "value": "Paris"}]
    disputed = section(card("a", announcement(measures=[measure(attributes=seats)])), "Disputed")
    assert disputed == "Properties - Example Act: seat: Rome [no source] - Example Act: seat: Paris [no source]"


def test_properties_of_a_measure_that_is_held_to_be_wrong_are_no_dispute() -> None:
    seats = [{"name": "seat", "value": "Rome"}, {"name": "seat", "value": "Paris", "rank": "preferred"}]
    shown = card("a", announcement(measures=[measure(attributes=seats, rank="deprecated")]))
    assert section(shown, "Disputed") == ""
    wrong = section(shown, "Deprecated")
    assert "seat: Rome (deprecated)" in wrong and "seat: Paris (deprecated)" in wrong


def test_outcomes_that_two_records_report_differently_name_each_other() -> None:
    promise: Json = {"id": "plan", "kind": "promise", "text": {"en": "Write a plan."}}
    reports: Json = [{"commitment": "a#plan", "state": "dropped"}], [{"commitment": "a#plan", "state": "met_late"}]
    records = (
        announcement("a", commitments=[promise]),
        announcement("b", outcomes=reports[0]),
        announcement("c", outcomes=reports[1]),
    )
    assert "dropped, undated (disputed, see c)" in section(card("b", *records), "Outcomes")
    assert "met late, undated (disputed, see b)" in section(card("c", *records), "Outcomes")
    made = section(card("a", *records), "Commitments")
    assert "dropped, undated, in b (disputed)" in made and "met late, undated, in c (disputed)" in made


def test_what_answers_no_question_does_not_stand_under_the_question_before() -> None:
    said: Json = [
        {"text": {"en": text}, "nature": "reported_fact", "question": "Who backs it?"}
        for text in ("A does.", "B does.")
    ]
    numbers: Json = [{"subject": "backers", "value": value, "comparator": "exactly"} for value in (9, 10)]
    shown = section(card("a", announcement(statements=said, quantities=numbers)), "Disputed")
    assert shown.startswith("Who backs it? - reported fact: A does.")
    assert "Numbers - backers: exactly 9 [no source] - backers: exactly 10" in shown
