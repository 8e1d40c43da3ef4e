"""Days: of what they are the day, and which are only stated."""

from __future__ import annotations

from datetime import date

import pytest

from communique.cards.labels import compared_with_today
from communique.models import EdtfDate
from support.small_corpus import SIGNED, Json, announcement, card, corpus, measure, section, statement


def test_what_has_no_day_of_its_own_is_not_given_the_announcements() -> None:
    undated, dated = statement("Once."), statement("Then.", date="2024-05-01")
    record = announcement(statements=[undated, dated], measures=[measure(actors=["p"], modality="planned")])
    shown = card("p", record)
    reported = "in a, announcement of 2024-06-13"
    assert section(shown, "Statements") == (
        f"2024-05-01 Then. (on 2024-05-01 (Wednesday)) [no source] {reported} undated Once. [no source] {reported}"
    )
    acted = "undated planned: Example Act: sign; then signed; by Ada Example [no source]"
    assert section(shown, "Measures") == f"{acted} {reported}"
    life = section(card("act", record), "History")
    assert life.startswith("undated planned: sign;") and "announcement of 2024-06-13 (Thursday)" in life
    own = announcement(measures=[measure(date="2024-06-10")], dates=[{"role": "deadline", "value": "2024-09-01"}])
    assert "undated" not in section(card("act", own), "History")


@pytest.mark.parametrize(
    ("second", "mark"),
    [
        ("2024-06-13T14:00:00+08:00", " (the same moment)"),
        ("2024-06-13T15:00:00+08:00", " (disputed, see below)"),
        ("2024-06-13", ""),
    ],
)
def test_one_moment_by_two_clocks_is_said_to_be_one(second: str, mark: str) -> None:
    first = "2024-06-13T06:00:00Z"
    record = announcement(dates=[{"role": "announced", "value": value} for value in (first, second)])
    assert f"announced {second} (Thursday){mark} [no source]" in section(card("a", record), "When")
    fair = {"id": "fair", "name": {"en": "Fair"}, "dates": [{"value": first}, {"value": second}]}
    stated = [{"role": "entry_into_force", "value": value, "scope": {"instrument": "act"}} for value in (first, second)]
    reported = (
        f"entry into force stated for {second} (Thursday), which has passed{mark.replace(', see below', '')} in a"
    )
    assert reported in section(card("act", announcement(dates=stated)), "Current stage")
    assert f" {second} (Thursday){mark} [no source]" in section(card("fair", occasions=[fair]), "When")


@pytest.mark.parametrize(
    ("today", "lies"),
    [("2024-07-31", "still to come"), ("2024-08-01", "which has come"), ("2024-08-02", "which has passed")],
)
def test_a_law_that_was_signed_and_is_stated_to_take_effect(today: str, lies: str) -> None:
    force = {"role": "entry_into_force", "value": "2024-08-01"}
    record = announcement(dates=[*SIGNED, force], measures=[measure()])
    stands = section(card("act", record, today=today), "Current stage")
    stage = (
        "signed (2024-06-13)"
        if lies == "still to come"
        else "in force (entry into force 2024-08-01, as set in advance)"
    )
    assert stands.startswith(f"{stage} entry into force stated for 2024-08-01 (Thursday), {lies} in a;")


def test_a_stated_day_is_no_more_than_stated() -> None:
    def stands(*dates: Json, measures: Json = None) -> str:
        record = announcement(dates=[*SIGNED, *dates], measures=measures or [measure()])
        return section(card("act", record), "Current stage")

    force = {"role": "entry_into_force", "value": "2024-08-01"}
    assert "planned: entry into force stated for 2024-08-01 (Thursday), which has passed" in stands(
        force | {"modality": "planned"}
    )
    assert "(uncertain)" in stands(force | {"confidence": "uncertain"})
    assert "entry" not in stands(force | {"rank": "deprecated"})
    assert "entry" not in stands(force | {"scope": {"instrument": "office"}})
    both = stands(force, force | {"value": "2024-09-01"})
    assert both.count("(disputed)") == 2 and "2024-08-01" in both and "2024-09-01" in both
    reported = "in a; the record gives this day without naming an instrument"
    assert reported in stands(force)
    assert "which has passed" not in stands(force | {"modality": "denied"})
    done = stands(force, measures=[measure(), measure(action="bring_into_force", stage="in_force")])
    assert done == "in force (2024-08-01)"


@pytest.mark.parametrize(
    ("measures", "of"),
    [
        ([measure(), measure(instrument="office", action="establish", stage="announced", modality="planned")], {"act"}),
        ([measure(), measure(instrument="office")], set()),
        ([measure(modality="planned"), measure(instrument="office", modality="planned")], set()),
        ([measure(modality="planned"), measure(instrument="office", modality="denied")], {"act"}),
    ],
)
def test_a_day_that_names_no_instrument_moves_none_but_the_only_one_acted_on(measures: Json, of: set[str]) -> None:
    record = announcement(dates=[*SIGNED, {"role": "entry_into_force", "value": "2024-08-01"}], measures=measures)
    reported = (
        "entry into force stated for 2024-08-01 (Thursday), which has passed in a; the record gives this day without"
    )
    for each in measures:
        shown = card(each["instrument"], record)
        mine = each["instrument"] in of
        assert (reported in section(shown, "Current stage")) is mine
        other = each["modality"] != "denied" and not mine
        assert (reported in section(shown, "Other stated dates")) is other


def test_what_is_denied_says_so_before_everything_else() -> None:
    force = {"role": "entry_into_force", "value": "2024-08-01", "modality": "denied"}
    seat = {"name": "seat", "value": "Rome"}
    record = announcement(
        dates=[*SIGNED, force],
        measures=[measure(modality="denied", actors=["p"], attributes=[seat]), measure(attributes=[seat])],
        quantities=[{"subject": "guests", "value": 9, "comparator": "exactly", "modality": "denied", "about": "act"}],
        statements=[statement("The pact bans weapons.", modality="denied", speech_act="rejects", about="act")],
        relations=[{"type": "amends", "target": "act", "basis": "reported", "modality": "denied"}],
    )
    shown, of_act, of_p = card("a", record), card("act", record), card("p", record)
    assert "denied: entry into force 2024-08-01" in section(shown, "When")
    assert section(shown, "Measures").startswith("denied: Example Act: sign; then signed; by Ada Example")
    assert "- denied: seat: Rome [" in section(shown, "Measures")
    assert section(shown, "Numbers").startswith("denied: guests: exactly 9")
    assert section(shown, "Statements").startswith("Ada Example denied (rejects): The pact bans weapons.")
    assert section(shown, "Relations").startswith("denied: amends")
    assert section(of_act, "Other stated dates").startswith(
        "denied: entry into force stated for 2024-08-01 (Thursday) in a;"
    )
    assert section(of_act, "Current stage") == "signed (2024-06-13)"
    assert section(of_act, "Numbers about it").startswith("denied: guests")
    assert section(of_act, "Relations").startswith("denied: Title of a (a): amends")
    assert section(of_p, "Measures") == ""
    assert "denied: Example Act: sign; then signed" in section(of_p, "Denied or hypothetical")


def test_a_stated_day_is_told_of_an_instrument_that_nothing_was_done_to() -> None:
    force = {"role": "entry_into_force", "value": "2024-08-01", "scope": {"instrument": "act"}}
    shown = section(card("act", announcement(dates=[*SIGNED, force])), "Current stage")
    stage = "in force (entry into force 2024-08-01, as set in advance)"
    assert shown == f"{stage} entry into force stated for 2024-08-01 (Thursday), which has passed in a"


def test_what_is_planned_for_a_day_has_not_happened_on_it() -> None:
    plan = measure(action="bring_into_force", stage="in_force", modality="planned", date="2024-08-01")
    shown = section(card("act", announcement(dates=SIGNED, measures=[measure(), plan])), "Current stage")
    planned = "planned: bring into force, for 2024-08-01, which has passed; then in force"
    assert shown == f"signed (2024-06-13) {planned}"
    future = measure(action="bring_into_force", stage="in_force", date="2030-08-01")
    shown = section(card("act", announcement(dates=SIGNED, measures=[measure(), future])), "Current stage")
    assert shown == "signed (2024-06-13) bring into force, for 2030-08-01, still to come; then in force"
    proposed = announcement(measures=[measure(action="establish", stage="proposed", modality="planned")])
    assert (
        section(card("act", proposed), "Current stage") == "proposed (announcement of 2024-06-13, planned: establish)"
    )


def test_rival_last_steps_are_all_named() -> None:
    sign, force = measure(), measure(stage="in_force")
    both = section(card("act", announcement(dates=SIGNED, measures=[sign, force])), "Current stage")
    assert both == "signed (2024-06-13, disputed) or: in force (2024-06-13, disputed)"
    settled = announcement(dates=SIGNED, measures=[sign, force | {"rank": "deprecated"}])
    assert section(card("act", settled), "Current stage") == "signed (2024-06-13)"
    preferred = announcement(dates=SIGNED, measures=[sign | {"rank": "preferred"}, force])
    assert "signed (2024-06-13, preferred) or: in force (2024-06-13, disputed)" in section(
        card("act", preferred), "Current stage"
    )


@pytest.mark.parametrize(
    ("first", "second", "words", "with_weekdays"),
    [
        ({}, {}, "2024-06-13 or 2024-06-14", "2024-06-13 (Thursday) or 2024-06-14 (Friday)"),
        (
            {"actors": ["p"]},
            {"actors": ["q"]},
            "2024-06-13 and 2024-06-14",
            "2024-06-13 (Thursday) and 2024-06-14 (Friday)",
        ),
        (
            {"id": "one"},
            {"compatible_with": ["one"]},
            "2024-06-13 and 2024-06-14",
            "2024-06-13 (Thursday) and 2024-06-14 (Friday)",
        ),
        (
            {"time_zone": "America/New_York"},
            {"time_zone": "Asia/Shanghai"},
            "2024-06-13 (2024-06-14 in Asia/Shanghai)",
            "2024-06-13 (Thursday) (2024-06-14 (Friday) in Asia/Shanghai)",
        ),
    ],
)
def test_only_days_in_dispute_are_joined_by_or(first: Json, second: Json, words: str, with_weekdays: str) -> None:
    role = {"role": "signed"}
    dates = [role | {"value": "2024-06-13"} | first, role | {"value": "2024-06-14"} | second]
    record = announcement(dates=dates, measures=[measure(actors=["p"])], statements=[statement()])
    assert f"in a, announcement of {words}" in section(card("p", record), "Statements")
    assert section(card("act", record), "History").startswith(with_weekdays)
    assert section(card("act", record), "Current stage") == f"signed ({words})"
    (found,) = corpus(record).find("title of a", kind="announcement")
    assert words in found.line
    assert words in corpus(record)._repr_html_()


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2024-06-30", "sign, for by 2024-07-02; then signed"),
        ("2024-07-02", "signed (by 2024-07-02)"),
    ],
)
def test_what_may_have_been_done_is_no_stage_yet(today: str, stage: str) -> None:
    record = announcement(measures=[measure(date="../2024-07-02")])
    assert section(card("act", record, today=today), "Current stage") == stage


@pytest.mark.parametrize(
    ("value", "today", "timing"),
    [
        ("../2024-07-02", "2024-07-01", ""),
        ("../2024-07-02", "2024-07-02", "which has come"),
        ("../2024-07-02", "2024-07-03", "which has passed"),
        ("2024-07-02/..", "2024-07-01", "still to come"),
        ("2024-07-02/..", "2024-07-09", "which has come"),
        ("2024-07", "2024-07-09", ""),
    ],
)
def test_whether_a_stated_day_has_come(value: str, today: str, timing: str) -> None:
    assert compared_with_today(EdtfDate(value), date.fromisoformat(today)) == timing
