"""The card of one assertion: RECORD#ASSERTION."""

from __future__ import annotations

import pytest

from communique.corpus.unknown_id import UnknownIdError
from support.command_line import Run
from support.folders import CORPUS
from support.small_corpus import SIGNED, Json, announcement, card, measure, section, statement

PLAN: Json = {"id": "plan", "kind": "promise", "by": ["p"], "text": {"en": "Act."}, "evidence": ["s"]}


def test_a_commitment_with_what_came_of_it() -> None:
    record = announcement(commitments=[PLAN, PLAN | {"id": "other", "text": {"en": "Wait."}}])
    met = {"commitment": "a#plan", "state": "met", "date": "2024-07-01"}
    report = announcement("b", dates=[{"role": "announced", "value": "2024-07-02"}], outcomes=[met])
    shown = card("a#plan", record, report)
    assert shown.startswith("Title of a\na#plan · commitment\n")
    outcome = "met on 2024-07-01 (Monday), in b"
    assert section(shown, "Commitment") == f"plan promise of Ada Example: Act. [1 independent source] {outcome}"
    assert section(shown, "Sources") == "Daily"
    assert section(shown, f"Sources for: {outcome}") == "none"
    assert section(shown, "Recorded in") == "a, announcement of 2024-06-13"
    assert "Wait" not in shown


def test_the_sources_of_what_came_of_a_commitment() -> None:
    record = announcement(commitments=[PLAN])
    late: Json = {"commitment": "a#plan", "state": "met_late", "date": "2024-07-01", "evidence": ["s"]}
    early: Json = {"commitment": "a#plan", "state": "partly_met", "date": "2024-06-20", "interim": True}
    report = announcement("b", dates=[{"role": "announced", "value": "2024-07-02"}], outcomes=[early, late])
    shown = card("a#plan", record, report)
    assert section(shown, "Sources for: met late on 2024-07-01 (Monday), in b") == "Daily"
    assert section(shown, "Sources for: interim: partly met as of 2024-06-20 (Thursday), in b") == "none"


def test_any_other_assertion_and_a_property_with_its_measure() -> None:
    seat = {"id": "seat", "name": "seat", "value": "Rome"}
    record = announcement(
        dates=[*SIGNED],
        measures=[measure(id="signing", modality="planned", attributes=[seat])],
        statements=[statement(id="said"), statement("It is not so.")],
    )
    assert section(card("a#seat", record), "Attribute") == "Example Act: planned: seat: Rome [no source]"
    assert section(card("a#signing", record), "Measure").endswith("- planned: seat: Rome [no source]")
    said = card("a#said", record)
    assert section(said, "Statement").startswith("Ada Example: It is so. [no source]")
    assert "It is not so." not in section(said, "Statement")


def test_what_competes_with_it_is_beside_it() -> None:
    numbers = [{"id": f"n{value}", "subject": "guests", "value": value, "comparator": "exactly"} for value in (9, 12)]
    shown = card("a#n9", announcement(quantities=numbers))
    assert section(shown, "Quantity") == "guests: exactly 9 (disputed, see below) [no source]"
    assert section(shown, "Disputed") == "Numbers - guests: exactly 9 [no source] - guests: exactly 12 [no source]"


def test_an_id_that_is_not_there() -> None:
    record = announcement(commitments=[PLAN])
    with pytest.raises(UnknownIdError, match=r"a#plam; did you mean plan\?"):
        card("a#plam", record)
    with pytest.raises(UnknownIdError, match="a#fund; a has plan"):
        card("a#fund", record)
    with pytest.raises(UnknownIdError, match="act#fund; nothing in act has an id of its own"):
        card("act#fund", record)


def test_on_the_command_line(run: Run) -> None:
    done = run("show", "example-bill-2026#translation", "--in", CORPUS)
    assert done.returncode == 0 and "example-bill-2026#translation · commitment" in done.stdout
    wrong = run("show", "example-bill-2026#no-such-thing", "--in", CORPUS)
    assert wrong.returncode == 2
    assert "unknown id 'example-bill-2026#no-such-thing'; example-bill-2026 has " in wrong.stderr
    other = run("show", "example-bil-2026#translation", "--in", CORPUS)
    assert other.returncode == 2 and "did you mean example-bill-2026" in other.stderr
    registry = run("show", "states#plan", "--in", CORPUS)
    assert registry.returncode == 2 and "there is no card for states" in registry.stderr
    early = run("show", "example-bill-2026#translation", "--on", "2000-01-01", "--in", CORPUS)
    assert early.returncode == 0 and "not there yet" in early.stdout and "Not announced yet" in early.stdout
