"""Cards keep the meaning: what is denied, disputed, held to be wrong, undated or only stated is shown as such."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from communique import cards
from communique.cards import assertion_text
from communique.cards.line_wrapping import wrap
from communique.corpus.corpus import Corpus, Entry
from communique.corpus.corroboration import Corroboration, corroborate
from communique.corpus.history import announcement_day, announcement_days
from communique.models import SCHEMA_VERSION, Announcement, Registry
from communique.text.terminal_width import cells

Json = Any
DEFINITIONS: Json = {
    "actors": [
        {"id": "p", "type": "person", "name": {"en": "Ada Example"}},
        {"id": "q", "type": "person", "name": {"en": "Bo Example"}},
    ],
    "instruments": [
        {"id": "act", "type": "law", "name": {"en": "Example Act"}},
        {"id": "office", "type": "body", "name": {"en": "Example Office"}},
    ],
    "occasions": [{"id": "fair", "name": {"en": "Example Fair"}}],
    "sources": [{"id": "s", "type": "news", "access": "excerpt", "publisher": "Daily"}],
}


def announcement(id: str = "a", **fields: Json) -> Announcement:
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": id,
        "title": {"en": f"Title of {id}"},
        "types": ["speech"],
        "status": "reviewed",
        "dates": [{"role": "announced", "value": "2024-06-13"}],
    }
    return Announcement.model_validate(data | fields)


def corpus(*records: Announcement, **definitions: Json) -> Corpus:
    head = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "defined"}
    registry = Registry.model_validate(head | DEFINITIONS | definitions)
    return Corpus((*(Entry(f"{each.id}.yaml", each) for each in records), Entry("defined.yaml", registry)))


def card(id: str, *records: Announcement, today: str = "2026-11-01", width: int = 110, **definitions: Json) -> str:
    return cards.card(id, corpus(*records, **definitions), width, date.fromisoformat(today))


def section(card: str, heading: str) -> str:
    """A section of a card with every run of spaces made one."""
    _, _, rest = f"\n{card}".partition(f"\n\n{heading}\n")
    return " ".join(rest.partition("\n\n")[0].split())


def measure(**fields: Json) -> Json:
    return {"instrument": "act", "action": "sign", "stage": "signed", "modality": "asserted"} | fields


def statement(text: str = "It is so.", **fields: Json) -> Json:
    return {"text": {"en": text}, "nature": "attributed_statement", "speaker": "p"} | fields


# How firmly it is put.


@pytest.mark.parametrize("modality", ["denied", "hypothetical", "under_consideration", "conditional"])
def test_a_statement_begins_with_how_firmly_it_is_put(modality: str) -> None:
    record = announcement(statements=[statement(modality=modality, speech_act="reports", about="act")])
    words = f"{modality.replace('_', ' ')} (reports): It is so."
    assert f"Ada Example {words}" in section(card("a", record), "What is said")
    assert words in section(card("act", record), "Said about it")
    assert words in section(card("p", record), "Said")


def test_an_inference_names_who_draws_it_wherever_it_stands() -> None:
    said = statement(nature="inference", about="act", evidence=[{"source": "s"}])
    record = announcement(statements=[said])
    assert "Ada Example (inference) It is so." in section(card("a", record), "What is said")
    assert "Ada Example (inference) It is so." in section(card("act", record), "Said about it")
    assert "inference: It is so." in section(card("p", record), "Said")
    assert "Ada Example (inference): It is so." in section(card("s", record), "What rests on it in a")


def test_a_measure_that_is_denied_is_no_step_of_a_life() -> None:
    record = announcement(measures=[measure(modality="denied", attributes=[{"name": "seat", "value": "Rome"}])])
    shown = card("act", record)
    assert section(shown, "Life") == section(shown, "Stands now at") == ""
    assert section(shown, "Denied, or only imagined").startswith("denied: Example Act: sign; then signed [no source]")


def test_roles_on_an_actors_card_are_no_better_than_in_the_record() -> None:
    roles = [
        {"actor": "p", "role": "absentee", "confidence": "uncertain", "note": "On the programme."},
        {"actor": "p", "role": "speaker", "rank": "deprecated"},
        {"actor": "q", "role": "issuer", "on_behalf_of": "p", "part": "Chapter I", "occasion": "fair"},
    ]
    shown = card("p", announcement(roles=roles))
    assert "Took part" not in shown and "speaker" not in shown
    assert "- absentee (uncertain) [no source] note: On the programme." in section(shown, "Other roles")
    assert "- issuer, through Bo Example, at Example Fair, in Chapter I" in section(shown, "Announced")


def test_what_the_evidence_is_worth_is_said() -> None:
    role = {"actor": "p", "role": "speaker", "evidence": [{"source": "s", "note": "Not sure that it is in there."}]}
    record = announcement(roles=[role])
    for id, heading in (("a", "Who"), ("p", "Other roles"), ("s", "What rests on it in a")):
        assert "note on Daily: Not sure that it is in there." in section(card(id, record), heading)


def test_a_property_is_no_firmer_than_the_measure_that_it_belongs_to() -> None:
    seat = {"name": "seat", "value": "Rome", "speaker": "p", "evidence": [{"source": "s"}]}
    planned = announcement(measures=[measure(modality="planned", attributes=[seat])])
    told = "planned: Example Act: seat: Rome"
    assert "planned: seat: Rome, says Ada Example" in section(card("act", planned), "Properties")
    assert told in section(card("p", planned), "Gave as properties")
    assert f"{told}, says Ada Example" in section(card("s", planned), "What rests on it in a")
    wrong = announcement(measures=[measure(rank="deprecated", attributes=[seat])])
    assert "seat" not in card("p", wrong) and section(card("act", wrong), "Properties") == ""
    told = "seat: Rome, says Ada Example (held to be wrong)"
    assert told in section(card("act", wrong), "Held to be wrong")
    assert told in section(card("s", wrong), "What rests on it in a")


@pytest.mark.parametrize("own", [{}, {"date": "2024-06-10"}, {"modality": "planned"}])
def test_a_property_is_not_given_the_day_of_its_measure(own: Json) -> None:
    record = announcement(dates=[*SIGNED], measures=[measure(attributes=[{"name": "seat", "value": "Rome"}], **own)])
    firm = "planned: " if "modality" in own else ""
    shown = section(card("act", record), "Properties")
    assert shown == f"{firm}seat: Rome [no source] in a, announcement of 2024-06-13"


def test_a_sources_card_says_of_what_a_day_or_a_name_is_one() -> None:
    fair = {"id": "fair", "name": {"en": "Fair"}, "dates": [{"value": "2024-06-12", "evidence": [{"source": "s"}]}]}
    shown = section(card("s", occasions=[fair]), "What rests on it in defined")
    assert shown == "Fair: 2024-06-12 (Wednesday)"


def test_an_original_that_is_not_cited_is_named_as_such() -> None:
    def source(id: str, **fields: Json) -> Json:
        return {"id": id, "type": "news", "access": "excerpt"} | fields

    sources = [
        source("s", publisher="Daily"),
        source("t", publisher="Weekly", derived_from="s", title="On it", title_basis="reconstructed"),
        source("u", authors=["Ada Example", "Bo Example"], derived_from="s"),
        source("v", derived_from="s"),
    ]

    def cited(*ids: str) -> str:
        role = {"actor": "p", "role": "speaker", "evidence": [{"source": id} for id in ids]}
        count = f"Sources: {len(ids)} source{'s' if len(ids) > 1 else ''}, 1 independent"
        return section(card("a", announcement(roles=[role]), sources=sources), count)

    assert cited("t") == "Daily (not cited here) - taken over by Weekly, On it (title reconstructed)"
    assert cited("s", "u", "v") == "Daily - taken over by Ada Example, Bo Example - taken over by v"


# What is held to be wrong.


def test_an_occasion_is_not_held_on_a_day_that_is_held_to_be_wrong() -> None:
    wrong = {"value": "2024-06-01", "rank": "deprecated", "note": "A misprint."}
    fair = {"id": "fair", "name": {"en": "Example Fair"}, "dates": [wrong, {"value": "2024-06-12/2024-06-14"}]}
    part = {"id": "fair", "name": {"en": "Example Fair"}, "dates": [wrong, {"value": "2024-06-12", "part": "opening"}]}
    record = announcement(occasion="fair")
    assert section(card("a", record, occasions=[fair]), "Where") == "Example Fair, 2024-06-12/2024-06-14"
    assert section(card("a", record, occasions=[part]), "Where") == "Example Fair, 2024-06-12 (Wednesday) (opening)"
    shown = card("fair", record, occasions=[fair])
    assert "2024-06-01" not in section(shown, "When")
    assert section(shown, "Disputed") == ""
    wrong_day = "2024-06-01 (Saturday) (held to be wrong) [no source] note: A misprint."
    assert section(shown, "Held to be wrong") == wrong_day
    assert "2024-06-01" in section(card("fair", record, occasions=[part]), "Held to be wrong")


def test_rival_days_are_both_days_and_a_wrong_one_is_none() -> None:
    def of(*dates: Json) -> list[str]:
        return [
            str(each)
            for each in announcement_days(announcement(dates=[{"role": "announced"} | each for each in dates]))
        ]

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
    assert "guests: exactly 9" in section(shown, "Held to be wrong")
    assert "guests: exactly 9" in section(card("act", record), "Held to be wrong")


def test_records_that_do_not_count_are_named_and_tell_nothing() -> None:
    def record(id: str, status: str) -> Announcement:
        said = statement("Gone.", about="act")
        return announcement(id, status=status, measures=[measure(actors=["p"])], statements=[said])

    withdrawn = record("gone", "withdrawn")
    for id in ("act", "p"):
        shown = card(id, withdrawn)
        assert "Gone." not in shown and section(shown, "Life") == section(shown, "Acted on") == ""
        assert section(shown, "Records that do not count") == "gone (Title of gone): withdrawn"
    assert "This record was withdrawn" in card("gone", withdrawn)
    draft = record("early", "draft")
    assert "(early, draft)" in section(card("act", draft), "Life")


# Days.


def test_what_has_no_day_of_its_own_is_not_given_the_announcements() -> None:
    undated, dated = statement("Once."), statement("Then.", date="2024-05-01")
    record = announcement(statements=[undated, dated], measures=[measure(actors=["p"], modality="planned")])
    shown = card("p", record)
    told = "in a, announcement of 2024-06-13"
    assert section(shown, "Said") == (
        f"2024-05-01 Then. (on 2024-05-01 (Wednesday)) [no source] {told} undated Once. [no source] {told}"
    )
    acted = "undated planned: Example Act: sign; then signed; by Ada Example [no source]"
    assert section(shown, "Acted on") == f"{acted} {told}"
    life = section(card("act", record), "Life")
    assert life.startswith("undated planned: sign;") and "announcement of 2024-06-13 (Thursday)" in life
    own = announcement(measures=[measure(date="2024-06-10")], dates=[{"role": "deadline", "value": "2024-09-01"}])
    assert "undated" not in section(card("act", own), "Life")


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
    told = f"entry into force stated for {second} (Thursday), which has passed{mark.replace(', see below', '')} in a"
    assert told in section(card("act", announcement(dates=stated)), "Stands now at")
    assert f" {second} (Thursday){mark} [no source]" in section(card("fair", occasions=[fair]), "When")


SIGNED: Json = [{"role": "signed", "value": "2024-06-13"}]


@pytest.mark.parametrize(
    ("today", "lies"),
    [("2024-07-31", "still to come"), ("2024-08-01", "which has come"), ("2024-08-02", "which has passed")],
)
def test_a_law_that_was_signed_and_is_stated_to_take_effect(today: str, lies: str) -> None:
    force = {"role": "entry_into_force", "value": "2024-08-01"}
    record = announcement(dates=[*SIGNED, force], measures=[measure()])
    stands = section(card("act", record, today=today), "Stands now at")
    assert stands.startswith(f"signed (2024-06-13) entry into force stated for 2024-08-01 (Thursday), {lies} in a;")


def test_a_stated_day_is_no_more_than_stated() -> None:
    def stands(*dates: Json, measures: Json = None) -> str:
        record = announcement(dates=[*SIGNED, *dates], measures=measures or [measure()])
        return section(card("act", record), "Stands now at")

    force = {"role": "entry_into_force", "value": "2024-08-01"}
    assert "planned: entry into force stated for 2024-08-01 (Thursday), which has passed" in stands(
        force | {"modality": "planned"}
    )
    assert "(uncertain)" in stands(force | {"confidence": "uncertain"})
    assert "entry" not in stands(force | {"rank": "deprecated"})
    assert "entry" not in stands(force | {"scope": {"instrument": "office"}})
    both = stands(force, force | {"value": "2024-09-01"})
    assert both.count("(disputed)") == 2 and "2024-08-01" in both and "2024-09-01" in both
    told = "in a; the record gives this day without naming an instrument"
    assert told in stands(force)
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
    told = "entry into force stated for 2024-08-01 (Thursday), which has passed in a; the record gives this day without"
    for each in measures:
        shown = card(each["instrument"], record)
        mine = each["instrument"] in of
        assert (told in section(shown, "Stands now at")) is mine
        other = each["modality"] != "denied" and not mine
        assert (told in section(shown, "Days stated")) is other


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
    assert section(shown, "What is done").startswith("denied: Example Act: sign; then signed; by Ada Example")
    assert "- denied: seat: Rome [" in section(shown, "What is done")
    assert section(shown, "Numbers").startswith("denied: guests: exactly 9")
    assert section(shown, "What is said").startswith("Ada Example denied (rejects): The pact bans weapons.")
    assert section(shown, "Relations").startswith("denied: amends")
    assert section(of_act, "Days stated").startswith("denied: entry into force stated for 2024-08-01 (Thursday) in a;")
    assert section(of_act, "Stands now at") == "signed (2024-06-13)"
    assert section(of_act, "Numbers about it").startswith("denied: guests")
    assert section(of_act, "Relations").startswith("denied: Title of a (a): amends")
    assert section(of_p, "Acted on") == ""
    assert "denied: Example Act: sign; then signed" in section(of_p, "Denied, or only imagined")


def test_a_stated_day_is_told_of_an_instrument_that_nothing_was_done_to() -> None:
    force = {"role": "entry_into_force", "value": "2024-08-01", "scope": {"instrument": "act"}}
    shown = section(card("act", announcement(dates=[*SIGNED, force])), "Stands now at")
    assert shown == "entry into force stated for 2024-08-01 (Thursday), which has passed in a"


def test_what_is_planned_for_a_day_has_not_happened_on_it() -> None:
    plan = measure(action="bring_into_force", stage="in_force", modality="planned", date="2024-08-01")
    shown = section(card("act", announcement(dates=SIGNED, measures=[measure(), plan])), "Stands now at")
    planned = "planned: bring into force, for 2024-08-01, which has passed; then in force"
    assert shown == f"signed (2024-06-13) {planned}"
    future = measure(action="bring_into_force", stage="in_force", date="2030-08-01")
    shown = section(card("act", announcement(dates=SIGNED, measures=[measure(), future])), "Stands now at")
    assert shown == "signed (2024-06-13) bring into force, for 2030-08-01, still to come; then in force"
    proposed = announcement(measures=[measure(action="establish", stage="proposed", modality="planned")])
    assert (
        section(card("act", proposed), "Stands now at") == "proposed (announcement of 2024-06-13, planned: establish)"
    )


def test_rival_last_steps_are_all_named() -> None:
    sign, force = measure(), measure(stage="in_force")
    both = section(card("act", announcement(dates=SIGNED, measures=[sign, force])), "Stands now at")
    assert both == "signed (2024-06-13, disputed) or: in force (2024-06-13, disputed)"
    settled = announcement(dates=SIGNED, measures=[sign, force | {"rank": "deprecated"}])
    assert section(card("act", settled), "Stands now at") == "signed (2024-06-13)"
    preferred = announcement(dates=SIGNED, measures=[sign | {"rank": "preferred"}, force])
    assert "signed (2024-06-13, preferred) or: in force (2024-06-13, disputed)" in section(
        card("act", preferred), "Stands now at"
    )


# Disputes.


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
    assert section(shown, "Disputed") == "- preferred: guests: exactly 12 [no source] - guests: exactly 9 [no source]"
    numbers[1]["confidence"] = "disputed"
    listed = section(card("a", announcement(quantities=numbers)), "Numbers")
    assert "guests: exactly 12 (preferred; disputed, see below)" in listed
    numbers[0] |= {"rank": "deprecated", "note": "Counted too early."}
    shown = card("a", announcement(quantities=numbers))
    assert "see below" not in section(shown, "Numbers") and section(shown, "Disputed") == ""
    assert "guests: exactly 9 (held to be wrong) [no source] note: Counted" in section(shown, "Held to be wrong")


def test_several_names_are_no_dispute() -> None:
    names = [{"name": "name", "value": value} for value in ("AISI", "AI Security Institute")]
    shown = card("a", announcement(measures=[measure(attributes=names)]))
    assert section(shown, "Disputed") == "" and "disputed" not in section(shown, "What is done")


def test_a_disputed_property_says_whose_it_is() -> None:
    seats = [{"name": "seat", "value": "Rome"}, {"name": "seat", "value": "Paris"}]
    disputed = section(card("a", announcement(measures=[measure(attributes=seats)])), "Disputed")
    assert disputed == "- Example Act: seat: Rome [no source] - Example Act: seat: Paris [no source]"


def test_properties_of_a_measure_that_is_held_to_be_wrong_are_no_dispute() -> None:
    seats = [{"name": "seat", "value": "Rome"}, {"name": "seat", "value": "Paris", "rank": "preferred"}]
    shown = card("a", announcement(measures=[measure(attributes=seats, rank="deprecated")]))
    assert section(shown, "Disputed") == ""
    wrong = section(shown, "Held to be wrong")
    assert "seat: Rome (held to be wrong)" in wrong and "seat: Paris (held to be wrong)" in wrong


# Everything about an occasion.


def test_a_sessions_card_has_what_is_told_of_it() -> None:
    role = {"actor": "p", "role": "speaker", "occasion": "fair", "note": "By video."}
    said = statement(occasion="fair", modality="denied")
    number = {"subject": "states", "value": 30, "comparator": "more_than", "occasion": "fair"}
    wrong = {"actor": "q", "role": "speaker", "occasion": "fair", "rank": "deprecated"}
    occasions = [{"id": "fair", "name": {"en": "Fair"}, "part_of": "week"}, {"id": "week", "name": {"en": "Week"}}]
    record = announcement(roles=[role, wrong], statements=[said, statement("No.")], quantities=[number])
    told = "in a, announcement of 2024-06-13"
    for id in ("fair", "week"):
        shown = card(id, record, occasions=occasions)
        who = section(shown, "Roles there")
        assert who == f"Ada Example: speaker, at Fair [no source] note: By video. {told}"
        assert section(shown, "Statements") == f"Ada Example: denied: It is so. (at Fair) [no source] {told}"
        assert section(shown, "Numbers") == f"states: more than 30, at Fair [no source] {told}"


def test_a_place_is_told_once() -> None:
    hall, town = {"city": "Rome", "country": "IT"}, {"city": "Turin", "country": "IT"}
    occasions = [{"id": "fair", "name": {"en": "Fair"}, "place": hall}]
    assert (
        section(card("a", announcement(occasion="fair", place=hall), occasions=occasions), "Where") == "Fair, Rome, IT"
    )
    other = card("a", announcement(occasion="fair", place=town), occasions=occasions)
    assert section(other, "Where") == "Fair, Rome, IT Turin, IT"


# Everything about an instrument.


def test_an_instruments_card_has_what_is_said_about_it() -> None:
    record = announcement(
        quantities=[{"subject": "pages", "value": 40, "comparator": "unqualified", "about": "act", "as_of": "2024-06"}],
        statements=[statement(about="act", addressees=["q"])],
        relations=[
            {"type": "amends", "target": "act", "basis": "inferred", "modality": "planned", "interval": "P1Y6M"},
            {"type": "based_on", "target": "office", "subject": "act", "basis": "reported", "as_stated": "like it"},
        ],
    )
    unknown = [{"field": "description", "reason": "not_stated", "note": "Not in the text."}]
    act = {"url": "https://example.org/act", "unknown": unknown, "evidence": [{"source": "s", "note": "By name."}]}
    act |= {"identifiers": [{"scheme": "celex", "value": "3"}], "note": "Mind the title.", "former_ids": ["old-act"]}
    office = {"id": "office", "type": "body", "name": {"en": "Example Office"}, "part_of": "act"}
    shown = card("act", record, instruments=[{"id": "act", "type": "law", "name": {"en": "Example Act"}} | act, office])
    told = "in a, announcement of 2024-06-13"
    assert section(shown, "Numbers about it") == f"pages: 40, unqualified, as of 2024-06 [no source] {told}"
    assert section(shown, "Said about it") == f"Ada Example It is so. (to Bo Example) [no source] {told}"
    planned = "planned: Title of a (a): amends Example Act, inferred by the curator, 1 year 6 months between them"
    assert f"{planned} [no source]" in section(shown, "Relations")
    stated = "Example Act based on Example Office, reported, stated as “like it” [no source]"
    assert f"{stated} {told}" in section(shown, "Relations")
    assert section(shown, "Knowingly unknown") == "description: not stated (Not in the text.)"
    for heading, text in (
        ("Address", "https://example.org/act"),
        ("Identifiers", "CELEX: 3"),
        ("Former ids", "old-act"),
        ("Note", "Mind the title."),
        ("Sources of this definition", "Daily: By name."),
        ("Has as parts", "Example Office (office)"),
    ):
        assert section(shown, heading) == text


def test_units_are_put_in_the_plural_only_where_that_is_sure() -> None:
    def number(unit: str) -> str:
        quantity = {"subject": "x", "value": 2, "comparator": "exactly", "unit": unit}
        return section(card("a", announcement(quantities=[quantity])), "Numbers")

    for unit, shown in {
        "company": "companies", "launch": "launches", "square metre": "square metres", "EUR": "EUR",
        "percent of turnover": "percent of turnover", "country or region": "(unit: country or region)",
        "maker of models": "(unit: maker of models)", "operation in training": "(unit: operation in training)",
        "percent": "percent",
    }.items():  # fmt: skip
        assert number(unit) == f"x: exactly 2 {shown} [no source]"


# Folding, and commands to CI systems.

FORGED = re.compile(r"(?m)^\s*::\w|##\[|##vso\[")
HOSTILE = st.lists(
    st.sampled_from(
        [
            "::error::x",
            "::",
            ":",
            " ",
            "\N{NO-BREAK SPACE}",
            "\n",
            "word ",
            "##[error]",
            "##vso[a]",
            "#",
            "智",
            "ه",
            "e\u0301",
        ]
    ),
    max_size=30,
).map("".join)


@given(HOSTILE, st.integers(8, 60), st.sampled_from(["", "  ", "      "]))
def test_no_line_of_a_folded_text_is_a_command(text: str, room: int, indent: str) -> None:
    lines = wrap(text, room, indent, indent)
    assert not FORGED.search("\n".join(lines))
    # Eight cells are what a broken command takes.
    assert all(cells(line) <= max(room, len(indent) + 8) for line in lines)


def test_a_long_word_leaves_room_for_the_indent_of_the_next_line() -> None:
    assert wrap("x" * 30, 20, "", "    ") == ["x" * 16, f"    {'x' * 14}"]


@given(st.text(st.sampled_from("ab: 人工。（」\u05d0\u0301,"), max_size=80), st.integers(4, 30))
def test_folding_loses_nothing(text: str, room: int) -> None:
    folded = "".join(wrap(text, room)).replace("\\u{3A}", ":")
    assert folded.replace(" ", "") == text.replace(" ", "")


@given(HOSTILE, st.sampled_from([40, 41, 57, 80, 110]))
def test_no_line_of_a_card_is_a_command(text: str, width: int) -> None:
    line = text.replace("\n", " ").strip() or "x"
    actors: Json = [{"id": "p", "type": "person", "name": {"en": line}, "note": f"x {line}"}]
    record = announcement(
        title={"en": line},
        summary={"en": f"x{text}"},
        statements=[statement(f"x {text}", note=f"y {text}")],
        note=f"z{text}",
    )
    for id in ("a", "p"):
        shown = card(id, record, width=width, actors=actors)
        assert not FORGED.search(shown)
        assert all(cells(line) <= width for line in shown.splitlines())


def test_a_record_does_not_forge_a_command_by_its_length(run: Run, tmp_path: Any) -> None:
    summary = " ".join(f"{'word ' * number}::error file=ci.yml::forged" for number in range(30)) + " ##[error]forged"
    (tmp_path / "a.json").write_text(announcement(status="draft", summary={"en": summary}).model_dump_json())
    done = run("show", "a", "--in", tmp_path)
    assert done.returncode == 0 and "\n  \\u{3A}:error file=ci.yml::forged" in done.stdout
    assert not FORGED.search(done.stdout)


CHINESE = "在上海举行的世界人工智能大会上，中国提出成立世界人工智能合作组织，并发布全球治理行动计划。"
ARABIC = "اقترحت الصين إنشاء منظمة عالمية للتعاون في مجال الذكاء الاصطناعي خلال المؤتمر العالمي في شنغهاي"


@pytest.mark.parametrize("width", [40, 110])
@pytest.mark.parametrize("text", [CHINESE * 3, ARABIC * 3])
def test_texts_in_other_scripts_fold_by_cells(text: str, width: int) -> None:
    shown = card("a", announcement(summary={"en": text}, statements=[statement(text)]), width=width)
    lines = shown.splitlines()
    assert all(cells(line) <= width for line in lines)
    assert max(map(cells, lines)) > width - 12
    assert not any(line.lstrip().startswith(("，", "。")) for line in lines)


def test_a_card_counts_the_witnesses_of_a_list_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counting(assertions: Json, sources: Json) -> list[Corroboration]:
        calls.append(len(assertions))
        return corroborate(assertions, sources)

    monkeypatch.setattr(assertion_text, "corroborate", counting)
    record = announcement(measures=[measure(date=f"{year}-01-01") for year in range(1900, 2020)])
    assert section(card("act", record), "Life").count("Title of a") == 120
    # The list of measures once, and the attributes of each measure, of which there are none.
    assert sum(calls) == 120
