"""Cards of occasions hold everything about them."""

from __future__ import annotations

from support.small_corpus import announcement, card, section, statement


def test_a_sessions_card_has_what_is_told_of_it() -> None:
    role = {"actor": "p", "role": "speaker", "occasion": "fair", "note": "By video."}
    said = statement(occasion="fair", modality="denied")
    number = {"subject": "states", "value": 30, "comparator": "more_than", "occasion": "fair"}
    wrong = {"actor": "q", "role": "speaker", "occasion": "fair", "rank": "deprecated"}
    occasions = [{"id": "fair", "name": {"en": "Fair"}, "part_of": "week"}, {"id": "week", "name": {"en": "Week"}}]
    record = announcement(roles=[role, wrong], statements=[said, statement("No.")], quantities=[number])
    reported = "in a, announcement of 2024-06-13"
    for id in ("fair", "week"):
        shown = card(id, record, occasions=occasions)
        who = section(shown, "Roles there")
        assert who == f"Ada Example: speaker, at Fair [no source] note: By video. {reported}"
        assert section(shown, "Statements") == f"Ada Example: denied: It is so. (at Fair) [no source] {reported}"
        assert section(shown, "Numbers") == f"states: more than 30, at Fair [no source] {reported}"


def test_a_place_is_told_once() -> None:
    hall, town = {"city": "Rome", "country": "IT"}, {"city": "Turin", "country": "IT"}
    occasions = [{"id": "fair", "name": {"en": "Fair"}, "place": hall}]
    assert (
        section(card("a", announcement(occasion="fair", place=hall), occasions=occasions), "Where") == "Fair, Rome, IT"
    )
    other = card("a", announcement(occasion="fair", place=town), occasions=occasions)
    assert section(other, "Where") == "Fair, Rome, IT Turin, IT"
