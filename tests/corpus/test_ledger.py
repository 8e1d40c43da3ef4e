"""Due days are what the calendar says; open, overdue and ended follow from them and from outcomes, for a given day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.corpus import Corpus, Entry
from communique.corpus.ledger import LedgerEntry, Status, due_day
from communique.corpus.ledger.day_table import StoredDays, day_table
from communique.corpus.ledger.periods import later
from communique.models import SCHEMA_VERSION, Announcement, Due, EdtfDate, Registry

Json = Any
DAYS = st.dates(date(1900, 1, 1), date(2900, 1, 1))


def announcement(id: str = "order", day: str = "2025-01-23", **fields: Json) -> Announcement:
    data = {"kind": "announcement", "id": id, "title": {"en": "Order"}, "types": ["other"], "status": "draft"}
    dates = [{"role": "signed", "value": day}]
    return Announcement.model_validate({"schema_version": SCHEMA_VERSION, "dates": dates, **data, **fields})


def corpus(*records: Announcement, meeting: str = "2025-02-10/2025-02-11") -> Corpus:
    occasions = [{"id": "summit", "name": {"en": "Summit"}, "dates": [{"value": meeting}]}]
    registry = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "defined", "occasions": occasions}
    entries = [Entry(f"{each.id}.yaml", each) for each in records]
    return Corpus((*entries, Entry("defined.yaml", Registry.model_validate(registry))))


def plan(**fields: Json) -> list[Json]:
    return [{"id": "plan", "kind": "obligation", "by": ["cn"], "text": {"en": "Write a plan."}, **fields}]


WITHIN = {"within": "P180D", "after": {"date_role": "signed"}}


def entry(on: str, *outcomes: Json, **fields: Json) -> LedgerEntry:
    of = [{"commitment": "order#plan", **each} for each in outcomes]
    made = announcement(commitments=plan(**{"due": WITHIN, **fields}))
    (found,) = corpus(made, announcement("report", "2025-07-23", outcomes=of)).ledger(date.fromisoformat(on))
    return found


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (WITHIN, "2025-07-22"),
        ({"date": "2026-08-02"}, "2026-08-02"),
        ({"date": "2026-08"}, "2026-08"),
        ({"before": "summit"}, "2025-02-09"),
        ({"within": "P2W", "after": {"occasion": "summit"}}, "2025-02-25"),
        ({"within": "P1M", "after": {"date": "2024-01-31"}}, "2024-02-29"),
        ({"within": "P1Y", "after": {"date": "2024-02-29"}}, "2025-02-28"),
        ({"within": "P1Y1M1D", "after": {"date": "2023-12-31"}}, "2025-02-01"),
        ({"within": "P30D", "after": {"date": "2025-06"}}, "2025-07-01/2025-07-30"),
        ({"within": "P30D", "after": {"date": "2025-06-01~"}}, "2025-07-01~"),
        ({"within": "P10D", "after": {"announcement": "other"}}, "2024-05-31"),
        ({"within": "P10D", "after": {"announcement": "other", "date_role": "published"}}, None),
        ({"within": "P10D", "after": {"announcement": "gone"}}, None),
        ({"within": "P10D", "after": {"date": "2025/.."}}, None),
        ({"within": "P9999Y", "after": {"date": "2025-01-01"}}, None),
        ({"date": "2025-02-30"}, None),
        (None, None),
    ],
)
def test_due_days(due: Json, expected: str | None) -> None:
    records = corpus(announcement(), announcement("other", "2024-05-21"))
    given = Due.model_validate(due) if due else None
    found = due_day(given, "order", records.calendar)
    assert found == expected
    stored = {("announcements", each.id): day_table(each) for each in records.announcements.values()}
    stored |= {("occasions", each.id): day_table(each) for each in records.occasions.values()}
    assert due_day(given, "order", StoredDays(lambda table, id: stored.get((table, id), {}))) == found


def test_competing_days_make_an_interval() -> None:
    dates = [{"role": "signed", "value": "2025-01-20"}, {"role": "signed", "value": "2025-01-23"}]
    records = corpus(announcement(dates=dates))
    assert due_day(Due.model_validate(WITHIN), "order", records.calendar) == "2025-07-19/2025-07-22"


def test_a_date_of_a_part_or_of_an_instrument_is_another_date() -> None:
    dates = [
        {"role": "signed", "value": "2025-01-01", "scope": {"part": "annex"}},
        {"role": "signed", "value": "2025-02-01", "scope": {"instrument": "act"}},
        {"role": "signed", "value": "2025-03-01"},
        {"role": "signed", "value": "2025-04-01", "modality": "denied"},
    ]
    days = corpus(announcement(dates=dates)).calendar
    of_act = {"within": "P1D", "after": {"date_role": "signed", "instrument": "act"}}
    assert due_day(Due.model_validate(of_act), "order", days) == "2025-02-02"
    assert due_day(Due.model_validate({**of_act, "after": {"date_role": "signed"}}), "order", days) == "2025-03-02"


@given(DAYS, st.integers(0, 4000))
def test_days_and_weeks_are_counted_one_by_one(day: date, count: int) -> None:
    assert later(day, f"P{count}D") == day + timedelta(count)
    assert later(day, f"P{count}W") == day + timedelta(7 * count)


@given(DAYS, st.integers(0, 400))
def test_months_reach_the_same_day_or_the_last_one(day: date, count: int) -> None:
    found = later(day, f"P{count}M")
    assert found and (found.year - day.year) * 12 + found.month - day.month == count
    assert found.day == day.day or (found.day < day.day and (found + timedelta(1)).day == 1)
    assert later(day, f"P{count // 12}Y{count % 12}M") == found


MET = {"state": "met_late", "date": "2025-07-23"}


@pytest.mark.parametrize(
    ("on", "outcomes", "fields", "status"),
    [
        ("2025-07-22", [], {}, Status.OPEN),
        ("2025-07-23", [], {}, Status.OVERDUE),
        ("2025-07-22", [MET], {}, Status.OPEN),
        ("2025-07-23", [MET], {}, Status.ENDED),
        ("2025-08-01", [{**MET, "interim": True}], {}, Status.OVERDUE),
        ("2025-08-01", [{**MET, "rank": "deprecated"}], {}, Status.OVERDUE),
        ("2025-08-01", [{**MET, "by": ["cn"]}], {}, Status.ENDED),
        ("2025-08-01", [{**MET, "by": ["cn"]}], {"by": ["cn", "us"]}, Status.OVERDUE),
        ("2025-08-01", [{"state": "dropped"}], {}, Status.ENDED),
        ("2025-08-01", [], {"modality": "conditional"}, Status.OPEN),
        ("2025-08-01", [], {"due": {"date": "2025-06~"}}, Status.OPEN),
        ("2025-06-30", [], {"due": {"date": "2025-06"}}, Status.OPEN),
        ("2025-07-01", [], {"due": {"date": "2025-06"}}, Status.OVERDUE),
        ("2025-06-30", [], {"due": {"date": "2025-06-01/2025-06-30"}}, Status.OPEN),
        ("2025-07-01", [], {"due": {"date": "2025-06-01/2025-06-30"}}, Status.OVERDUE),
        ("2030-01-01", [], {"due": {"date": "2025-06-01?/2025-06-30"}}, Status.OPEN),
        ("2030-01-01", [], {"due": {"date": "2025-06-01/2025-06-30~"}}, Status.OPEN),
        ("2030-01-01", [], {"due": {"date": "2025-06-30?"}}, Status.OPEN),
        ("2030-01-01", [], {"due": {"date": "2025-06-01/.."}}, Status.OPEN),
    ],
)
def test_the_status_on_a_day(on: str, outcomes: list[Json], fields: Json, status: Status) -> None:
    assert entry(on, *outcomes, **fields).status is status


def test_what_is_not_made_or_not_made_yet_is_in_no_ledger() -> None:
    on = date(2025, 6, 1)
    assert corpus(announcement(commitments=plan(modality="denied"))).ledger(on) == []
    assert corpus(announcement(commitments=plan(rank="deprecated"))).ledger(on) == []
    assert corpus(announcement(day="2025-06-02", commitments=plan())).ledger(on) == []
    assert corpus(announcement(status="withdrawn", commitments=plan())).ledger(on) == []
    assert len(corpus(announcement(commitments=plan())).ledger(on)) == 1


def test_lateness_is_counted_in_days_only_where_both_days_are_certain() -> None:
    late = entry("2025-08-01", MET)
    assert late.days_late(late.outcomes[0].outcome) == 1
    for outcome in ({"state": "met", "date": "2025-07"}, {"state": "met"}, {"state": "missed", "date": "2025-07-23"}):
        found = entry("2025-08-01", outcome)
        assert found.days_late(found.outcomes[0].outcome) is None


def test_two_outcomes_that_contradict_each_other_are_both_in_it() -> None:
    found = entry("2025-08-01", MET, {"state": "missed", "date": "2025-07-23"})
    assert [each.disputed for each in found.outcomes] == [True, True]
    interim = [{**MET, "interim": True}, {"state": "partly_met", "date": "2025-05-01", "interim": True}]
    of_two = entry("2025-08-01", *interim)
    assert [each.disputed for each in of_two.outcomes] == [False, False]


def reports(first: list[Json], second: list[Json]) -> LedgerEntry:
    """The entry of a commitment of which two records report outcomes, the second one a month later."""
    one, other = ([{"commitment": "order#plan", **each} for each in outcomes] for outcomes in (first, second))
    records = (announcement("one", "2025-08-01", outcomes=one), announcement("two", "2025-09-01", outcomes=other))
    (found,) = corpus(announcement(commitments=plan(due=WITHIN)), *records).ledger(date(2026, 1, 1))
    return found


DROPPED: Json = {"state": "dropped"}


@pytest.mark.parametrize(
    ("one", "other", "is_disputed"),
    [
        (DROPPED, MET, True),
        (DROPPED, DROPPED, False),
        (DROPPED, {**MET, "rank": "deprecated"}, False),
        (DROPPED, {**MET, "by": ["cn"]}, False),
        (DROPPED, {**MET, "assessor": "institute"}, False),
        (DROPPED, {**MET, "interim": True}, False),
        (MET, {"state": "met_late"}, False),
        (MET, {"state": "met_late", "date": "2025-07"}, False),
        (MET, {"state": "met_late", "date": "2025-07-24"}, True),
        (MET, {"state": "met", "date": "2025-07-23"}, True),
        ({**MET, "date": "2025-07"}, {**MET, "confidence": "disputed"}, True),
        # what is only assessed is overtaken by what happens later, but not the other way round
        ({"state": "partly_met"}, {"state": "met", "date": "2025-08-15"}, False),
        ({"state": "partly_met", "date": "2025-05"}, MET, False),
        ({"state": "partly_met", "date": "2025-07-23"}, MET, True),
        (MET, {"state": "partly_met"}, True),
        ({"state": "missed", "date": "2025-07-22"}, MET, False),
        ({"state": "missed", "date": "2025-07-22"}, {**MET, "state": "met"}, True),
        ({"state": "partly_met"}, {"state": "missed"}, False),
        ({"state": "partly_met", "date": "2025-12"}, {"state": "missed", "date": "2025-12"}, True),
        # an assessor's scores
        ({**MET, "assessor": "a", "score": 1}, {**MET, "assessor": "a", "score": 0.5}, True),
        ({**MET, "assessor": "a", "score": 1}, {**MET, "assessor": "a"}, False),
        (
            {"state": "partly_met", "assessor": "a", "score": 0.2},
            {"state": "partly_met", "assessor": "a", "score": 0.5},
            False,
        ),
    ],
)
def test_outcomes_in_two_records_are_compared(one: Json, other: Json, is_disputed: bool) -> None:
    found = reports([one], [other])
    assert found.disputed is any(each.disputed for each in found.outcomes) is is_disputed
    if "date" in one and "date" in other:
        assert reports([], [one, other]).disputed is is_disputed


def test_of_two_records_the_preferred_outcome_is_shown_and_the_dispute_named() -> None:
    (shown,) = reports([DROPPED], [{**MET, "rank": "preferred"}]).outcomes
    assert (shown.outcome.state, shown.disputed) == ("met_late", True)


def test_what_one_record_holds_compatible_is_so_in_others() -> None:
    both = [{**DROPPED, "id": "given-up"}, {**MET, "compatible_with": ["given-up"]}]
    assert not reports(both, [MET]).disputed
    assert reports(both, [{"state": "superseded"}]).disputed


def test_a_later_report_is_not_known_earlier() -> None:
    records = (announcement("one", "2025-08-01", outcomes=[{"commitment": "order#plan", **DROPPED}]),)
    late = announcement("two", "2025-09-01", outcomes=[{"commitment": "order#plan", "state": "superseded"}])
    found = corpus(announcement(commitments=plan()), *records, late)
    assert [found.ledger(on)[0].disputed for on in (date(2025, 8, 31), date(2025, 9, 1))] == [False, True]


def test_entries_come_by_due_day_and_undated_ones_last() -> None:
    commitments = [
        {**plan()[0], "id": id, "due": due} if due else {**plan()[0], "id": id}
        for id, due in (("never", None), ("later", {"date": "2026"}), ("soon", {"date": "2025-03-01"}))
    ]
    found = corpus(announcement(commitments=commitments)).ledger(date(2025, 2, 1))
    assert [each.commitment.id for each in found] == ["soon", "later", "never"]
    assert found[1].due == EdtfDate("2026") and found[2].due is None


@pytest.mark.parametrize(
    ("done", "on", "status"),
    [
        ("../2025-08-08", "2025-07-22", Status.OPEN),
        ("../2025-08-08", "2025-08-07", Status.OPEN),
        ("../2025-08-08", "2025-08-08", Status.ENDED),
        ("2025-08-01/2025-08-08", "2025-07-31", Status.OVERDUE),
        ("2025-08-01/2025-08-08", "2025-08-01", Status.OPEN),
        ("2025-08-01/2025-08-08", "2025-08-08", Status.ENDED),
        ("2025-08-01/..", "2025-08-01", Status.ENDED),
    ],
)
def test_a_commitment_has_ended_from_the_last_possible_day_and_is_not_overdue_before(
    done: str, on: str, status: Status
) -> None:
    found = entry(on, {"state": "met", "date": done})
    assert found.status is status and bool(found.outcomes) is (status is Status.ENDED)


@pytest.mark.parametrize(
    ("day", "on", "is_made"), [("../2025-08-08", "2025-08-07", False), ("2025-08/..", "2025-08-31", True)]
)
def test_a_commitment_is_made_from_the_last_possible_day(day: str, on: str, is_made: bool) -> None:
    made = corpus(announcement(day=day, commitments=plan()))
    assert bool(made.ledger(date.fromisoformat(on))) is is_made
    assert made.ledger(date(2025, 9, 1))
