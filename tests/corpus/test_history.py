"""One announcement has one day wherever it is named, and one instrument has one history."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique import cards
from communique.cards.labels import day_label
from communique.codelists import Action, Confidence, DateRole, Modality, Rank, RecordStatus, Stage
from communique.corpus.corpus import Corpus, Entry
from communique.corpus.date_order import is_surely_after, is_surely_before, sort_day
from communique.corpus.history import (
    Basis,
    announcement_dating,
    announcement_day,
    announcement_days,
    certain_steps,
    day_words,
    instrument_history,
    is_denied_or_hypothetical,
    is_fact,
    occasion_days,
)
from communique.corpus.search.searchable import day_of
from communique.models import SCHEMA_VERSION, Announcement, EdtfDate, Registry
from communique.validation.rules.dates.relation_against_dates import RelationAgainstDates
from communique.validation.rules.duplicates.near_duplicate_record import NearDuplicateRecord
from support.judged import violations

Json = Any


def announcement(id: str = "one", **fields: Json) -> Announcement:
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": id,
        "title": {"en": "China launches a fund"},
        "types": ["speech"],
        "status": "reviewed",
        "occasion": "fair",
        "roles": [{"actor": "cn", "role": "announcer"}],
        "dates": [{"role": "announced", "value": "2025-01-05"}],
    }
    return Announcement.model_validate(data | fields)


def corpus(*records: Announcement) -> Corpus:
    registry = {
        "schema_version": SCHEMA_VERSION,
        "kind": "registry",
        "id": "defined",
        "actors": [{"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}],
        "occasions": [{"id": "fair", "name": {"en": "Fair"}}],
        "instruments": [{"id": "act", "type": "law", "name": {"en": "Act"}}],
    }
    entries = [Entry(f"{number}.yaml", record) for number, record in enumerate(records)]
    return Corpus((*entries, Entry("defined.yaml", Registry.model_validate(registry))))


def is_double(record: Announcement, day: str) -> bool:
    """Whether the rule takes a record that was certainly announced on the day for the same announcement."""
    known = corpus(record, announcement("two", dates=[{"role": "announced", "value": day}]))
    return known.entries[0].path in dict(violations(NearDuplicateRecord(), *known.entries))


def follows(record: Announcement, day: str) -> bool:
    """Whether the rule lets a record of the day follow the record."""
    relation = {"type": "follows", "target": "one", "basis": "reported"}
    later = announcement("two", dates=[{"role": "announced", "value": day}], relations=[relation])
    known = corpus(record, later)
    return not violations(RelationAgainstDates(), *known.entries)


def days_on_card(record: Announcement) -> str:
    """The label of the announcement on the card of its occasion."""
    _, _, rest = cards.card("fair", corpus(record), 200).partition("\nAnnounced there\n")
    return rest.partition(record.title["en"])[0].strip()


DAYS = [date(2025, 1, 1) + timedelta(days=10 * number) for number in range(4)]
DATES = st.lists(
    st.fixed_dictionaries(
        {"role": st.sampled_from(list(DateRole)), "value": st.sampled_from(DAYS).map(str)},
        optional={
            "rank": st.sampled_from(list(Rank)),
            "modality": st.sampled_from(list(Modality)),
            "confidence": st.sampled_from(list(Confidence)),
            "scope": st.sampled_from([{"part": "annex"}, {"instrument": "act"}]),
        },
    ),
    min_size=1,
    max_size=6,
)


@given(DATES)
def test_a_made_announcement_has_one_day_everywhere(dates: Json) -> None:
    record = announcement(dates=dates)
    days = announcement_days(record)
    assert days_on_card(record) == (" or ".join(days) or "undated")
    assert day_of(record) == " or ".join(days)
    (row,) = communique.tables(corpus(record))["announcements"]
    assert row["day"] == announcement_day(record) == next(iter(days), None)
    assert [is_double(record, str(each)) for each in DAYS] == [str(each) == row["day"] for each in DAYS]
    first = sort_day(announcement_day(record))
    assert [follows(record, str(each)) for each in DAYS] == [not days or each >= first for each in DAYS]


def test_every_announcement_of_the_records_has_one_day_everywhere(shipped: communique.Corpus) -> None:
    rows = {row["id"]: row["day"] for row in communique.tables(shipped)["announcements"]}
    assert len(rows) == len(shipped.announcements) >= 40
    for id, record in shipped.announcements.items():
        assert rows[id] == announcement_day(record) is not None
        dating = announcement_dating(record)
        assert day_label(record) == day_words(dating)
        assert day_of(record) == day_words(dating, lambda day: day.partition("T")[0])


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ([("scheduled", "2030-01-01"), ("delivered", "2025-01-01")], "2025-01-01"),
        ([("signed", "2024-12-30"), ("delivered", "2025-01-01")], "2025-01-01"),
        ([("deadline", "2030-01-01"), ("adopted", "2025-01-01"), ("published", "2025-01-03")], "2025-01-01"),
        ([("scheduled", "2030-01-01")], None),
    ],
)
def test_a_day_that_lies_ahead_is_not_the_day_of_the_announcement(dates: Json, day: str | None) -> None:
    record = announcement(dates=[{"role": role, "value": value} for role, value in dates])
    assert announcement_day(record) == day
    assert [is_double(record, each) for each in ("2030-01-01", "2025-01-01")] == [False, day is not None]


def test_what_is_denied_or_deprecated_is_no_day_of_the_announcement() -> None:
    denied = {"role": "announced", "value": "2025-01-01", "modality": "denied"}
    deprecated = {"role": "announced", "value": "2025-01-02", "rank": "deprecated"}
    assert announcement_days(announcement(dates=[denied, deprecated])) == ()
    held = {"role": "held", "value": "2025-01-03"}
    assert announcement_days(announcement(dates=[denied, deprecated, held])) == ("2025-01-03",)


def test_an_occasion_takes_place_on_the_days_of_the_whole() -> None:
    (fair,) = corpus().occasions.values()
    dates = [{"value": "2025-07-26"}, {"value": "2025-07-27"}, {"value": "2025-07-28", "part": "exhibition"}]
    given = type(fair).model_validate({"id": "fair", "name": {"en": "Fair"}, "dates": dates})
    assert occasion_days(given) == ("2025-07-26", "2025-07-27")
    assert day_of(given) == "2025-07-26 or 2025-07-27"


MEASURES = st.lists(
    st.fixed_dictionaries(
        {
            "instrument": st.sampled_from(["act", "panel"]),
            "action": st.sampled_from(list(Action)),
            "stage": st.sampled_from(list(Stage)),
            "modality": st.sampled_from(list(Modality)),
        },
        optional={
            "date": st.sampled_from([*map(str, DAYS), "2025", "../2025-01-11"]),
            "rank": st.sampled_from(list(Rank)),
            "confidence": st.sampled_from(list(Confidence)),
        },
    ),
    max_size=4,
)
STATUSES = [RecordStatus.DRAFT, RecordStatus.REVIEWED, RecordStatus.WITHDRAWN]
RECORDS_MADE = st.lists(st.tuples(MEASURES, DATES, st.sampled_from(STATUSES)), max_size=4)


@given(RECORDS_MADE, st.randoms(use_true_random=False))
def test_a_history_does_not_depend_on_the_order_of_the_records(made: Json, shuffler: random.Random) -> None:
    records = [
        announcement(f"r{number}", measures=measures, dates=dates, status=status)
        for number, (measures, dates, status) in enumerate(made)
    ]
    history = instrument_history("act", records)
    shuffled = records[:]
    shuffler.shuffle(shuffled)
    assert instrument_history("act", shuffled) == history
    days = [sort_day(step.dating.certain) for step in history]
    assert days == sorted(days)
    counted = [
        (record.id, place)
        for record in records
        for place, each in enumerate(record.measures)
        if each.instrument == "act"
        and record.status in (RecordStatus.DRAFT, RecordStatus.REVIEWED)
        and each.rank is not Rank.DEPRECATED
        and each.modality not in (Modality.DENIED, Modality.HYPOTHETICAL)
    ]
    assert sorted((step.announcement.id, step.place) for step in history) == counted


@given(MEASURES, DATES)
def test_a_certain_step_is_a_step_with_a_day_that_is_not_in_doubt(measures: Json, dates: Json) -> None:
    record = announcement(measures=measures, dates=dates)
    steps = {step.place: step for id in ("act", "panel") for step in instrument_history(id, [record])}
    for certain in certain_steps(record):
        step = steps[certain.place]
        assert certain.measure is step.measure and certain.measure.confidence is not Confidence.DISPUTED
        assert certain.begins == certain.when.earliest and certain.ends == certain.when.latest
        assert certain.when == (step.date if step.is_done else announcement_day(record))
        same = [each for each in record.measures if each.matter == step.matter]
        assert step.measure.is_preferred or not any(each.is_preferred for each in same)


def test_where_the_day_of_a_step_is_from() -> None:
    measures = [
        {"instrument": "act", "action": "adopt", "stage": "adopted", "modality": "asserted"},
        {"instrument": "act", "action": "sign", "stage": "signed", "modality": "asserted", "date": "2025-01-02"},
        {"instrument": "act", "action": "publish", "stage": "announced", "modality": "planned"},
    ]
    dates = [{"role": "announced", "value": "2025-01-05"}, {"role": "adopted", "value": "2025-01-01"}]
    history = instrument_history("act", [announcement(measures=measures, dates=dates)])
    assert [(step.measure.action, step.date, step.dating.basis, step.is_done) for step in history] == [
        ("adopt", "2025-01-01", Basis.DATE, True),
        ("sign", "2025-01-02", Basis.MEASURE, True),
        ("publish", "2025-01-05", Basis.ANNOUNCEMENT, False),
    ]


@pytest.mark.parametrize("modality", list(Modality))
def test_every_modality_is_a_fact_or_did_not_happen_or_is_neither(modality: Modality) -> None:
    (measure,) = announcement(
        measures=[{"instrument": "act", "action": "sign", "stage": "signed", "modality": modality}]
    ).measures
    assert is_fact(measure) is (modality is Modality.ASSERTED)
    assert is_denied_or_hypothetical(measure) is (modality in (Modality.DENIED, Modality.HYPOTHETICAL))


EDTF = st.sampled_from(
    [EdtfDate(each) for each in (*map(str, DAYS), "2025", "2025-01", "../2025-01-11", "2025-01-11/..", "Y10000")]
)


@given(EDTF, EDTF, st.integers(0, 40).map(lambda days: timedelta(days=days)))
def test_of_two_dates_at_most_one_is_surely_before_the_other(one: EdtfDate, other: EdtfDate, leeway: timedelta) -> None:
    assert not (is_surely_before(one, other, leeway) and is_surely_before(other, one, leeway))
    if is_surely_before(one, other, leeway):
        assert one.latest is not None and is_surely_after(other, one.latest, leeway)
        assert is_surely_before(one, other, timedelta(0)) and one.is_before(other)


def test_one_day_is_left_to_the_time_zones() -> None:
    first, second, third = (EdtfDate(f"2025-07-{day}") for day in (25, 26, 27))
    assert not is_surely_before(first, second) and is_surely_before(first, third)
    assert not is_surely_after(second, date(2025, 7, 25)) and is_surely_after(third, date(2025, 7, 25))
    assert not is_surely_before(EdtfDate("2025-07-01/.."), EdtfDate("2030"))
