"""How firmly something is put, and by whom, is shown wherever it stands."""

from __future__ import annotations

import pytest

from communique.cards import assertion_text
from communique.corpus.corroboration import Corroboration, corroborate
from support.small_corpus import SIGNED, Json, announcement, card, measure, section, statement

# How firmly it is put.


@pytest.mark.parametrize("modality", ["denied", "hypothetical", "under_consideration", "conditional"])
def test_a_statement_begins_with_how_firmly_it_is_put(modality: str) -> None:
    record = announcement(statements=[statement(modality=modality, speech_act="reports", about="act")])
    words = f"{modality.replace('_', ' ')} (reports): It is so."
    assert f"Ada Example {words}" in section(card("a", record), "Statements")
    assert words in section(card("act", record), "Statements about it")
    assert words in section(card("p", record), "Statements")


def test_an_inference_names_who_draws_it_wherever_it_stands() -> None:
    said = statement(nature="inference", about="act", evidence=[{"source": "s"}])
    record = announcement(statements=[said])
    assert "Ada Example (inference) It is so." in section(card("a", record), "Statements")
    assert "Ada Example (inference) It is so." in section(card("act", record), "Statements about it")
    assert "inference: It is so." in section(card("p", record), "Statements")
    assert "Ada Example (inference): It is so." in section(card("s", record), "Cited in a")


def test_a_measure_that_is_denied_is_no_step_of_a_life() -> None:
    record = announcement(measures=[measure(modality="denied", attributes=[{"name": "seat", "value": "Rome"}])])
    shown = card("act", record)
    assert section(shown, "History") == section(shown, "Current stage") == ""
    assert section(shown, "Denied or hypothetical").startswith("denied: Example Act: sign; then signed [no source]")


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
    for id, heading in (("a", "Who"), ("p", "Other roles"), ("s", "Cited in a")):
        assert "note on Daily: Not sure that it is in there." in section(card(id, record), heading)


def test_a_property_is_no_firmer_than_the_measure_that_it_belongs_to() -> None:
    seat = {"name": "seat", "value": "Rome", "speaker": "p", "evidence": [{"source": "s"}]}
    planned = announcement(measures=[measure(modality="planned", attributes=[seat])])
    reported = "planned: Example Act: seat: Rome"
    assert "planned: seat: Rome, according to Ada Example" in section(card("act", planned), "Properties")
    assert reported in section(card("p", planned), "Stated properties")
    assert f"{reported}, according to Ada Example" in section(card("s", planned), "Cited in a")
    wrong = announcement(measures=[measure(rank="deprecated", attributes=[seat])])
    assert "seat" not in card("p", wrong) and section(card("act", wrong), "Properties") == ""
    reported = "seat: Rome, according to Ada Example (deprecated)"
    assert reported in section(card("act", wrong), "Deprecated")
    assert reported in section(card("s", wrong), "Cited in a")


@pytest.mark.parametrize("own", [{}, {"date": "2024-06-10"}, {"modality": "planned"}])
def test_a_property_is_not_given_the_day_of_its_measure(own: Json) -> None:
    record = announcement(dates=[*SIGNED], measures=[measure(attributes=[{"name": "seat", "value": "Rome"}], **own)])
    firm = "planned: " if "modality" in own else ""
    shown = section(card("act", record), "Properties")
    assert shown == f"{firm}seat: Rome [no source] in a, announcement of 2024-06-13"


def test_a_sources_card_says_of_what_a_day_or_a_name_is_one() -> None:
    fair = {"id": "fair", "name": {"en": "Fair"}, "dates": [{"value": "2024-06-12", "evidence": [{"source": "s"}]}]}
    shown = section(card("s", occasions=[fair]), "Cited in defined")
    assert shown == "Fair: 2024-06-12 (Wednesday)"


def test_an_original_that_is_not_cited_is_named_as_such() -> None:
    def source(id: str, **fields: Json) -> Json:
        return {"id": id, "type": "news", "access": "excerpt"} | fields

    sources = [
        source("s", publisher="Daily"),
        source("t", publisher="Weekly", derived_from=["s"], title="On it", title_basis="reconstructed"),
        source("u", authors=["Ada Example", "Bo Example"], derived_from=["s"]),
        source("v", derived_from=["s"]),
    ]

    def cited(*ids: str) -> str:
        role = {"actor": "p", "role": "speaker", "evidence": [{"source": id} for id in ids]}
        count = f"Sources: {len(ids)} source{'s' if len(ids) > 1 else ''}, 1 independent"
        return section(card("a", announcement(roles=[role]), sources=sources), count)

    assert cited("t") == "Daily (not cited here) - derived: Weekly, On it (title reconstructed)"
    assert cited("s", "u", "v") == "Daily - derived: Ada Example, Bo Example - derived: v"


def test_a_source_with_two_originals_stands_below_both() -> None:
    sources: list[Json] = [{"id": id, "type": "news", "access": "excerpt"} for id in "st"]
    sources += [{"id": "u", "type": "news", "access": "excerpt", "derived_from": ["s", "t"]}]
    role = {"actor": "p", "role": "speaker", "evidence": ["s", "u"]}
    shown = section(card("a", announcement(roles=[role]), sources=sources), "Sources: 2 sources, 1 to 2 independent")
    assert shown == "s s; t (not cited here) - derived: u"


def test_how_sure_it_is_that_a_source_derives_from_another() -> None:
    derivation = {"source": "s", "confidence": "uncertain", "note": "The figures are the same."}
    copy = {"id": "t", "type": "news", "access": "excerpt", "derived_from": [derivation]}
    sources = [{"id": "s", "type": "news", "access": "excerpt", "publisher": "Daily"}, copy]
    shown = section(card("t", sources=sources), "Derived from")
    assert shown == "Daily (uncertain) note: The figures are the same."


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"type": "news"}, "unknown, as news is by itself"),
        ({"type": "mirror"}, "derived, as mirror is by itself"),
        ({"type": "news", "origin": "own"}, "own"),
        ({"type": "news", "origin": "derived"}, "derived"),
        ({"type": "official", "derived_from": ["s"]}, "derived"),
    ],
)
def test_the_origin_by_which_a_source_is_counted(fields: Json, shown: str) -> None:
    sources = [{"id": "s", "type": "news", "access": "excerpt"}, {"id": "t", "access": "excerpt", **fields}]
    assert section(card("t", sources=sources), "Origin") == shown


# Folding, and commands to CI systems.


def test_a_card_counts_the_sources_of_a_list_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counting(assertions: Json, sources: Json) -> list[Corroboration]:
        calls.append(len(assertions))
        return corroborate(assertions, sources)

    monkeypatch.setattr(assertion_text, "corroborate", counting)
    record = announcement(measures=[measure(date=f"{year}-01-01") for year in range(1900, 2020)])
    assert section(card("act", record), "History").count("Title of a") == 120
    # The list of measures once, and the attributes of each measure, of which there are none.
    assert sum(calls) == 120


def test_a_source_that_is_only_presumed_to_say_so_is_not_counted() -> None:
    sources = [{"id": "s", "type": "official", "access": "excerpt"}]
    role = {"actor": "p", "role": "speaker", "evidence": [{"source": "s", "support": "presumed"}]}
    shown = card("a", announcement(roles=[role]), sources=sources)
    assert "[no independent source; 1 presumed]" in section(shown, "Who")
    assert section(shown, "Sources: 1 source, 0 independent") == "s"


def test_how_sources_were_found_to_say_so_is_counted() -> None:
    pieces = [
        {"source": "s", "support": "listed"},
        {"source": "t", "support": "listed", "confidence": "uncertain"},
        {"source": "u", "support": "direct"},
    ]
    sources = [{"id": id, "type": "news", "access": "excerpt"} for id in "stu"]
    record = announcement(roles=[{"actor": "p", "role": "speaker", "evidence": pieces}])
    weights = "2 named for a whole list, 1 uncertain to say so, 1 read for this"
    bracket = f"[1 to 3 independent sources; {weights}]"
    assert section(card("a", record, sources=sources), "Who") == f"Ada Example: speaker {bracket}"
    cited = section(card("t", record, sources=sources), "Cited in a")
    assert cited == "Ada Example: speaker [named for a whole list; uncertain to say so]"


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("quote", "quoted in the source, here in other words"),
        ("paraphrase", "paraphrased in the source"),
        ("readout", "from a readout"),
        ("transcript", "from a transcript"),
    ],
)
def test_a_statement_in_the_curators_words_is_not_called_a_quotation(form: str, label: str) -> None:
    shown = section(card("a", announcement(statements=[statement(form=form)])), "Statements")
    assert shown == f"Ada Example It is so. ({label}) [no source]"


def test_what_is_compatible_is_shown_and_not_only_its_id() -> None:
    dates = [
        {"role": "announced", "value": "2024-06-13", "id": "at-home"},
        {"role": "announced", "value": "2024-06-14", "compatible_with": ["at-home"]},
    ]
    shown = section(card("a", announcement(dates=dates)), "When")
    assert shown.endswith("2024-06-14 (Friday) [no source] can be true together with: announced 2024-06-13 (Thursday)")
    assert "at-home" not in shown


def test_what_is_unknown_of_a_commitment_is_said_once() -> None:
    unknown = [{"field": "due", "reason": "not_stated"}]
    plan = {"id": "plan", "kind": "promise", "text": {"en": "Act."}, "unknown": unknown}
    record = announcement(commitments=[plan])
    assert section(card("a", record), "Commitments") == "plan promise: Act. [no source] unknown: due: not stated"


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({}, ""),
        ({"origin": "own"}, ""),
        ({"origin": "derived"}, " (derived; from what is not known)"),
        ({"type": "mirror"}, " (derived; from what is not known)"),
    ],
)
def test_a_source_that_is_derived_does_not_look_like_an_original(fields: Json, mark: str) -> None:
    sources = [{"id": "s", "type": "news", "access": "excerpt", **fields}]
    role = {"actor": "p", "role": "speaker", "evidence": ["s"]}
    shown = card("a", announcement(roles=[role]), sources=sources)
    assert shown.rstrip().endswith(f"independent\n  s{mark}")


@pytest.mark.parametrize(("type", "mark"), [("news", "perhaps derived"), ("rewrite", "derived; from what is not sure")])
def test_a_derivation_that_is_not_sure_is_called_so(type: str, mark: str) -> None:
    derivation = {"source": "s", "confidence": "uncertain"}
    sources = [
        {"id": "s", "type": "news", "access": "excerpt", "publisher": "Daily"},
        {"id": "t", "type": type, "access": "excerpt", "derived_from": [derivation]},
    ]
    role = {"actor": "p", "role": "speaker", "evidence": ["t"]}
    shown = card("a", announcement(roles=[role]), sources=sources)
    assert f"t ({mark})" in shown and "- derived" not in shown
