"""The stage of an instrument on each day follows from measures and stated days, planned and confirmed apart."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique import cards
from communique.cards.date_text import day_text
from communique.corpus.corpus import Corpus, Entry
from communique.corpus.history import turns, turns_on
from communique.exporting.tables import Stated, stated
from communique.models import SCHEMA_VERSION, Announcement, EdtfDate, Registry

Json = Any


def announcement(id: str, day: str, **fields: Json) -> Announcement:
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": id,
        "title": {"en": id},
        "types": ["legislative_act"],
        "status": "reviewed",
        "dates": [{"role": "announced", "value": day}, *fields.pop("dates", [])],
    }
    return Announcement.model_validate(data | fields)


def measure(action: str, stage: str, modality: str = "asserted", **more: Json) -> Json:
    return {"instrument": "act", "action": action, "stage": stage, "modality": modality, **more}


def stated_day(role: str, value: str, **more: Json) -> Json:
    return {"role": role, "value": value, **more}


def corpus(*records: Announcement) -> Corpus:
    law = {"type": "law", "name": {"en": "Act"}}
    registry = {
        "schema_version": SCHEMA_VERSION,
        "kind": "registry",
        "id": "defined",
        "instruments": [{"id": "act", **law}, {"id": "other", **law}],
    }
    entries = [Entry(f"{each.id}.yaml", each) for each in records]
    return Corpus((*entries, Entry("defined.yaml", Registry.model_validate(registry))))


def found(*records: Announcement) -> list[str]:
    """Each state in a line, and a mark for those that no record confirms."""
    return [
        f"{state.since}..{state.until or ''} {state.stage}{'' if state.firmness == 'confirmed' else '?'}"
        for state in corpus(*records).states("act")
    ]


SIGNED = measure("sign", "signed")
IN_FORCE = stated_day("entry_into_force", "2026-01-01")
PART = {"instrument": "act", "part": "Chapter V"}

LIVES: list[tuple[list[Announcement], list[str]]] = [
    ([announcement("a", "2025-09-29", measures=[SIGNED])], ["2025-09-29.. signed"]),
    (
        [announcement("a", "2025-09-29", measures=[SIGNED], dates=[IN_FORCE])],
        ["2025-09-29..2026-01-01 signed", "2026-01-01.. in_force?"],
    ),
    # Whoever reports it afterwards confirms it.
    (
        [
            announcement("a", "2025-09-29", measures=[SIGNED], dates=[IN_FORCE]),
            announcement("b", "2026-01-02", measures=[measure("bring_into_force", "in_force", date="2026-01-01")]),
        ],
        ["2025-09-29..2026-01-01 signed", "2026-01-01.. in_force"],
    ),
    (
        [announcement("a", "2026-02-01", measures=[measure("publish", "published")], dates=[IN_FORCE])],
        ["2026-01-01..2026-02-01 in_force", "2026-02-01.. published"],
    ),
    # What is suspended does not enter into force on a day that was set before; a day that is set afterwards counts.
    (
        [
            announcement("a", "2025-09-29", measures=[SIGNED], dates=[IN_FORCE]),
            announcement("b", "2025-12-01", measures=[measure("suspend", "suspended")]),
        ],
        ["2025-09-29..2025-12-01 signed", "2025-12-01.. suspended"],
    ),
    (
        [
            announcement("a", "2025-09-29", measures=[SIGNED], dates=[IN_FORCE]),
            announcement("b", "2025-12-01", measures=[measure("postpone", "postponed")]),
            announcement(
                "c",
                "2025-12-02",
                measures=[measure("amend", "signed")],
                dates=[stated_day("applies_from", "2027-01-01")],
            ),
        ],
        [
            "2025-09-29..2025-12-01 signed",
            "2025-12-01..2025-12-02 postponed",
            "2025-12-02..2027-01-01 signed",
            "2027-01-01.. in_force?",
        ],
    ),
    # A part.
    (
        [
            announcement(
                "a", "2025-09-29", measures=[SIGNED], dates=[stated_day("applies_from", "2026-01-01", scope=PART)]
            )
        ],
        ["2025-09-29..2026-01-01 signed", "2026-01-01.. in_force_partially?"],
    ),
    (
        [
            announcement(
                "a",
                "2025-09-29",
                measures=[SIGNED],
                dates=[IN_FORCE, stated_day("applies_from", "2026-08-02", scope=PART)],
            )
        ],
        ["2025-09-29..2026-01-01 signed", "2026-01-01.. in_force?"],
    ),
    (
        [
            announcement(
                "a",
                "2025-09-29",
                measures=[SIGNED],
                dates=[IN_FORCE, stated_day("expired", "2027-01-01"), stated_day("expired", "2026-06-01", scope=PART)],
            )
        ],
        ["2025-09-29..2026-01-01 signed", "2026-01-01..2027-01-01 in_force?", "2027-01-01.. lapsed?"],
    ),
    # Neither a day that is only wished for, nor one of another instrument, nor one of several.
    (
        [
            announcement(
                "a",
                "2025-09-29",
                measures=[SIGNED],
                dates=[
                    stated_day("entry_into_force", "2026-01-01", modality="under_consideration"),
                    stated_day("entry_into_force", "2026-01-02", scope={"instrument": "other"}),
                ],
            )
        ],
        ["2025-09-29.. signed"],
    ),
    (
        [
            announcement(
                "a",
                "2025-09-29",
                measures=[SIGNED, {**measure("sign", "signed"), "instrument": "other"}],
                dates=[IN_FORCE],
            )
        ],
        ["2025-09-29.. signed"],
    ),
    # A plan shows where it is, and moves nothing.
    (
        [
            announcement("a", "2025-01-01", measures=[measure("bring_into_force", "in_force")]),
            announcement("b", "2025-03-01", measures=[measure("repeal", "in_force", "planned", date="2025-06-01")]),
            announcement("c", "2025-07-01", measures=[measure("repeal", "repealed", "denied")]),
        ],
        ["2025-01-01.. in_force"],
    ),
    # A deprecated day and a withdrawn record say nothing.
    (
        [
            announcement("a", "2025-09-29", measures=[SIGNED], dates=[{**IN_FORCE, "rank": "deprecated"}]),
            announcement("b", "2025-10-01", measures=[measure("repeal", "repealed")], status="withdrawn"),
        ],
        ["2025-09-29.. signed"],
    ),
    # A stage that is reported again is the same state.
    (
        [
            announcement("a", "2025-01-01", measures=[measure("propose", "proposed")]),
            announcement("b", "2025-11-01", measures=[measure("propose", "proposed")]),
        ],
        ["2025-01-01.. proposed"],
    ),
    # Both sides of a dispute.
    (
        [
            announcement(
                "a",
                "2025-05-13",
                measures=[
                    measure("revoke", "repealed", date="2025-05-12", question="Is it revoked?"),
                    measure("suspend", "suspended", date="2025-05-13", question="Is it revoked?"),
                ],
            )
        ],
        ["2025-05-12.. repealed", "2025-05-13.. suspended"],
    ),
]


@pytest.mark.parametrize(("records", "expected"), LIVES)
def test_the_life_of_an_instrument(records: list[Announcement], expected: list[str]) -> None:
    assert found(*records) == expected
    assert found(*reversed(records)) == expected


@given(st.randoms(use_true_random=False), st.dates(date(2024, 12, 1), date(2027, 12, 31)))
def test_the_states_of_a_day_are_those_whose_time_it_is(chance: random.Random, day: date) -> None:
    records = [each for lives, _ in LIVES for each in lives]
    chosen = [each.model_copy(update={"id": f"r{at}"}) for at, each in enumerate(chance.sample(records, 4))]
    known = corpus(*chosen)
    states = known.state("act", day)
    current = turns_on(turns("act", chosen), day)
    assert {each.stage for each in states} == {each.stage for each in current}
    assert all(each in known.states("act") and each.holds(day) for each in states)


def test_before_the_first_day_there_is_no_state() -> None:
    assert corpus(LIVES[0][0][0]).state("act", date(2025, 9, 28)) == []


@pytest.mark.parametrize(("records", "expected"), LIVES)
def test_the_table_has_the_states_and_their_assertions(records: list[Announcement], expected: list[str]) -> None:
    tables = communique.tables(corpus(*records))
    rows = [row for row in tables["states"] if row["instrument_id"] == "act"]
    assert [
        f"{row['since']}..{row['until'] or ''} {row['stage']}{'' if row['firmness'] == 'confirmed' else '?'}"
        for row in rows
    ] == expected
    keys = {(name, row["key"]): row for name in ("dates", "measures") for row in tables[name]}
    for row in rows:
        assert keys[str(row["assertion_table"]), row["assertion_key"]]["announcement_id"] == row["announcement_id"]


def test_what_an_export_holds_of_an_announcement_is_the_same_afterwards() -> None:
    every = [each for records, _ in LIVES for record in records for each in stated(record)]
    assert every and [Stated.unpacked(each.packed()) for each in every] == every


def test_a_card_is_of_a_day() -> None:
    known = corpus(*LIVES[1][0])
    before, after = (cards.card("act", known, 100, day) for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert "Current stage\n  signed (at the latest from the announcement of 2025-09-29)" in before
    assert "Current stage\n  in force (entry into force 2026-01-01, as set in advance)" in after


def rows_of(*records: Announcement) -> list[tuple[Json, ...]]:
    columns = ("stage", "begins", "day_basis", "since", "firmness", "disputed")
    rows = communique.tables(corpus(*records))["states"]
    return [tuple(str(row[each]) if each == "since" else row[each] for each in columns) for row in rows]


def test_an_inexact_day_counts_from_its_last_possible_day_and_an_open_end_from_its_first() -> None:
    for day, since in [
        ("../2025-08-08", "2025-08-08"),
        ("2025-07-26/2025-07-28", "2025-07-28"),
        ("2025-07", "2025-07-31"),
        ("2025-05-22/..", "2025-05-22"),
    ]:
        record = announcement("a", "2025-09-01", measures=[measure("grant", "in_force", date=day)])
        assert rows_of(record) == [("in_force", day, "measure", since, "confirmed", False)]
        first = date.fromisoformat(since)
        assert corpus(record).state("act", first) and not corpus(record).state("act", first - timedelta(1))
        before, after = (cards.card("act", corpus(record), 100, on=each) for each in (first - timedelta(1), first))
        assert "Current stage" not in before and f"Current stage\n  in force ({day_text(EdtfDate(day))})" in after


def test_a_stage_that_only_an_announcement_dates_was_reached_at_the_latest_then() -> None:
    record = announcement("a", "2025-09-29", measures=[SIGNED])
    assert rows_of(record) == [("signed", "../2025-09-29", "announcement", "2025-09-29", "confirmed", False)]
    own = announcement("a", "2025-09-29", dates=[stated_day("signed", "2025-09-20")], measures=[SIGNED])
    assert rows_of(own) == [("signed", "2025-09-20", "date", "2025-09-20", "confirmed", False)]


@pytest.mark.parametrize("modality", ["planned", "conditional", "under_consideration"])
def test_what_was_not_done_is_not_confirmed(modality: str) -> None:
    record = announcement("a", "2025-09-29", measures=[measure("establish", "announced", modality)])
    assert rows_of(record) == [("announced", "../2025-09-29", "announcement", "2025-09-29", modality, False)]
    before = announcement("b", "2025-01-01", measures=[measure("establish", "announced", date="2025-01-01")])
    assert rows_of(before, record) == [("announced", "2025-01-01", "measure", "2025-01-01", "confirmed", False)]


def test_of_disputed_days_the_last_counts_and_of_two_events_the_first() -> None:
    for more, day, is_disputed in [({}, "2025-09-30", True), ({"actors": ["p"]}, "2025-09-29", False)]:
        dates = [stated_day("announced", "2025-09-30", **more)]
        record = announcement("a", "2025-09-29", dates=dates, measures=[SIGNED])
        assert rows_of(record) == [("signed", f"../{day}", "announcement", day, "confirmed", is_disputed)]


def test_what_the_curator_calls_disputed_or_likely_is_no_sure_state() -> None:
    def found(*records: Announcement) -> list[tuple[Json, ...]]:
        rows = communique.tables(corpus(*records))["states"]
        names = ("stage", "since", "until", "confidence", "disputed")
        return [tuple(row[each] if each == "disputed" else str(row[each] or "") for each in names) for row in rows]

    day = stated_day("revoked", "2025-05-12", confidence="disputed", scope={"instrument": "act"})
    suspended = measure("suspend", "suspended", date="2025-05-13")
    repealed = measure("revoke", "repealed", date="2025-05-13", confidence="disputed")
    told = announcement("a", "2025-05-13", dates=[day], measures=[suspended, repealed])
    disputed, beside = ("repealed", "2025-05-12", "", "disputed", True), ("suspended", "2025-05-13", "", "", False)
    assert found(told) == [disputed, beside]
    sure = announcement("b", "2025-06-01", measures=[measure("revoke", "repealed", date="2025-06-01")])
    assert found(told, sure) == [
        ("repealed", "2025-05-12", "2025-06-01", "disputed", True),
        ("suspended", "2025-05-13", "2025-06-01", "", False),
        ("repealed", "2025-06-01", "", "", False),
    ]
    later = announcement("c", "2025-07-01", measures=[measure("revoke", "repealed", confidence="disputed")])
    assert found(sure, later) == [("repealed", "2025-06-01", "", "", False)]
    likely = announcement(
        "d", "2025-05-13", measures=[measure("sign", "signed", date="2025-05-01", confidence="likely")]
    )
    assert found(likely) == [("signed", "2025-05-01", "", "likely", False)]
