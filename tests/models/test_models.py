"""Strictness, dates, codelists."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from communique.codelists import CODELISTS, RelationType, RoleType, Topic
from communique.lexicon.date_forms import diagnose
from communique.models import SCHEMA_VERSION, Announcement, EdtfDate, Passage, Quantity, Source, walk
from communique.models.edtf import PATTERN

MINIMAL: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "kind": "announcement",
    "id": "example",
    "title": {"en": "An example"},
    "types": ["other"],
    "status": "draft",
    "dates": [{"role": "announced", "value": "2025-07-26"}],
}
QUANTITY = {"subject": "companies", "value": 12, "comparator": "more_than"}


@pytest.mark.parametrize("value", ["12", True, None, [12], float("nan"), float("inf")])
def test_no_number_is_made_of_what_is_none(value: object) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate({**QUANTITY, "value": value})


@pytest.mark.parametrize("value", [12, 12.5, 10**20, -3])
def test_a_number_stays_as_it_was_written(value: float) -> None:
    made = Quantity.model_validate({**QUANTITY, "value": value})
    assert made.value == value
    assert type(made.value) is type(value)


@pytest.mark.parametrize("value", [12, True, None, ["x"], {"en": "x"}, b"x"])
def test_no_text_is_made_of_what_is_none(value: object) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate({**QUANTITY, "subject": value})


@pytest.mark.parametrize(
    "change", [{"note": None}, {"extra": 1}, {"sources": {}}, {"dates": []}, {"types": ["other", "other"]}]
)
def test_objects_are_closed_and_null_is_not_absence(change: dict[str, object]) -> None:
    Announcement.model_validate(MINIMAL)
    with pytest.raises(ValidationError):
        Announcement.model_validate({**MINIMAL, **change})


def test_models_are_frozen() -> None:
    made = Announcement.model_validate(MINIMAL)
    with pytest.raises(ValidationError):
        made.id = "another"  # type: ignore[misc]


def test_conditions() -> None:
    with pytest.raises(ValidationError, match="replaced_by"):
        Announcement.model_validate({**MINIMAL, "status": "superseded"})
    with pytest.raises(ValidationError, match="replaced_by"):
        Announcement.model_validate({**MINIMAL, "replaced_by": "another"})
    Announcement.model_validate({**MINIMAL, "status": "superseded", "replaced_by": "another"})


def test_a_whole_float_is_an_integer_as_in_json_schema() -> None:
    passage = Passage.model_validate(
        {"id": "p", "source": "s", "start": 0.0, "end": 12, "digest": "sha256:" + "0" * 64}
    )
    assert passage.start == 0 and type(passage.start) is int


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "qualifier"),
    [
        ("2025-07-26", "2025-07-26", "2025-07-26", "day", ""),
        ("2025-07-26T14:06:00+03:00", "2025-07-26", "2025-07-26", "time", ""),
        ("2024-02", "2024-02-01", "2024-02-29", "month", ""),
        ("2025", "2025-01-01", "2025-12-31", "year", ""),
        ("2025?", "2025-01-01", "2025-12-31", "year", "uncertain"),
        ("2025-07~", "2025-07-01", "2025-07-31", "month", "approximate"),
        ("2025-07-26%", "2025-07-26", "2025-07-26", "day", "uncertain and approximate"),
        ("202X", "2020-01-01", "2029-12-31", "decade", ""),
        ("20XX", "2000-01-01", "2099-12-31", "century", ""),
        ("2025-XX", "2025-01-01", "2025-12-31", "year", ""),
        ("2025-07-XX", "2025-07-01", "2025-07-31", "month", ""),
        ("2025-21", "2025-01-01", "2025-12-31", "season", ""),
        ("2025-07-26/2025-07-28", "2025-07-26", "2025-07-28", "interval", ""),
        ("2025-08/..", "2025-08-01", None, "interval", ""),
        ("../2025-08", None, "2025-08-31", "interval", ""),
        ("2025/", "2025-01-01", None, "interval", ""),
        ("-0500", None, None, "year", ""),
        ("Y170000002", None, None, "year", ""),
    ],
)
def test_what_a_date_means(text: str, earliest: str | None, latest: str | None, precision: str, qualifier: str) -> None:
    made = Announcement.model_validate({**MINIMAL, "dates": [{"role": "announced", "value": text}]}).dates[0].value
    assert (str(made), made.precision, made.qualifier, made.error) == (text, precision, qualifier, None)
    assert made.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert made.latest == (date.fromisoformat(latest) if latest else None)


@pytest.mark.parametrize(
    "text",
    ["85", "1985-4-12", "1985-13", "1985-00", "1985-04-32", "2001-25", "/", "../..", "Y1985", "1985-04-12T25:00:00",
     "1985-04-12T23:20", "XXXX", "1985-XX-12", "1985?-04", "19850412", "2025-07-26T14:06:00/2026", "2025-07-26\n", ""],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValidationError):
        Announcement.model_validate({**MINIMAL, "dates": [{"role": "announced", "value": text}]})


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2023-02-29", "February 2023 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2000-02-29", None),
        ("2025-04-31T10:00:00", "April 2025 has 30 days"),
        ("2025-07-26/2025-06-31", "June 2025 has 30 days"),
        ("2025-07-28/2025-07-26", "the interval ends before it begins"),
        ("-0004-02-30", "February -4 has 29 days"),
    ],
)
def test_what_the_calendar_does_not_have(text: str, error: str | None) -> None:
    assert EdtfDate(text).error == error


@given(st.dates())
def test_every_day_of_the_calendar_is_a_day(day: date) -> None:
    made = EdtfDate(day.isoformat())
    assert (made.earliest, made.latest, made.error) == (day, day, None)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_no_date_of_the_right_shape_breaks_anything(text: str) -> None:
    made = EdtfDate(text)
    if made.error is None and made.earliest and made.latest:
        assert made.earliest <= made.latest


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("2025/07/26", ["2025-07-26"]),
        ("26 July 2025", ["2025-07-26"]),
        ("July 26, 2025", ["2025-07-26"]),
        ("26.7.2025", ["2025-07-26"]),
        ("20250726", ["2025-07-26"]),
        ("2025-7-6", ["2025-07-06"]),
        ("2025-07-26 14:06", ["2025-07-26T14:06:00"]),
        ("March 2026", ["2026-03"]),
        ("2026/03", ["2026-03"]),
        ("03/2026", ["2026-03"]),
        ("spring 2026", ["2026-21"]),
        ("2020s", ["202X"]),
        ("Monday, 2nd March 2026", ["2026-03-02"]),
        ("2026\u201303\u201302", ["2026-03-02"]),
        ("2026年3月2日", ["2026-03-02"]),
        ("2026-03-02 to 2026-03-04", ["2026-03-02/2026-03-04"]),
        ("2 March 2026 to 4 March 2026", ["2026-03-02/2026-03-04"]),
        ("2\u20134 March 2026", ["2026-03-02/2026-03-04"]),
        ("March 2-4, 2026", ["2026-03-02/2026-03-04"]),
        (" 2026-03-02", ["2026-03-02"]),
        ("07/26/2025", ["2025-07-26"]),
        ("26-07-2025", ["2025-07-26"]),
        # Day and month may be either, unless the weekday tells.
        ("03/04/2026", ["2026-04-03", "2026-03-04"]),
        ("3-4-2026", ["2026-04-03", "2026-03-04"]),
        ("04/04/2026", ["2026-04-04"]),
        ("Friday, 03/04/2026", ["2026-04-03"]),
        # Nothing is made of what says something else.
        ("13.-15.06.2024", ["2024-06-13/2024-06-15"]),
        ("13. - 15. June 2024", ["2024-06-13/2024-06-15"]),
        ("30.05.–02.06.2024", ["2024-05-30/2024-06-02"]),
        ("15.-13.06.2024", []),
        ("1er March 2025", ["2025-03-01"]),
        ("4-2 March 2026", []),
        ("2025/21", []),  # in EDTF, month 21 is a spring
        ("22/2025", []),
        ("maybe 2025", []),
        ("decade 2025", []),
        ("marathon 2025", []),
        ("soon", []),
    ],
)
def test_what_a_text_that_is_no_date_can_mean(text: str, readings: list[str]) -> None:
    assert diagnose(text) == (tuple(readings), "")


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("2025-13-01", "there is no month 13; the order is year-month-day"),
        (
            "TBD",
            "give what is known, even if it is only the year or the decade, such as 202X for 2020 to 2029; if the "
            "record has other dates, delete this one and say so in a note",
        ),
        ("31 April 2026", "there is no 31 April 2026; check the date in the source"),
        ("31.02.2025", "there is no 31 February 2025; check the date in the source"),
        ("26/07/25", "the year needs four digits: use year-month-day, and check the source for the year"),
        ("25-07-26", "the year needs four digits: use year-month-day, and check the source for the year"),
        ("Friday, 26 July 2025", "2025-07-26 is a Saturday, not a Friday; check the date in the source"),
        ("Sunday 03/04/2026", "2026-04-03 is a Friday, not a Sunday; check the date in the source"),
    ],
)
def test_what_to_say_of_a_text_that_cannot_be_a_date(text: str, help: str) -> None:
    assert diagnose(text) == ((), help)


def test_codelists_are_as_the_design_names_them() -> None:
    names = {codelist.list_name for codelist in CODELISTS}
    assert {"announcement_type", "instrument_type", "action", "stage", "bindingness", "modality", "statement_nature",
            "speech_act", "role", "actor_type", "date_role", "relation", "source_type", "topic"} <= names  # fmt: skip
    assert str(RoleType.ABSENTEE) == "absentee" and RelationType.FOLLOWS.definition.startswith("Came after")


@pytest.mark.parametrize("codelist", CODELISTS, ids=lambda codelist: codelist.list_name)
def test_every_code_is_defined(codelist: Any) -> None:
    assert len({member.definition for member in codelist}) == len(codelist)
    for member in codelist:
        assert member.label and member.definition.endswith(".") and member.since
        assert member.name.lower() == member.value.replace(".", "_")


def test_topics_are_a_tree() -> None:
    assert Topic.SAFETY_FRONTIER.parent is Topic.SAFETY
    assert Topic.SAFETY.parent is None
    for topic in Topic:
        assert topic.parent is None or topic.parent in Topic


def test_walk_meets_every_object_once() -> None:
    made = Announcement.model_validate({**MINIMAL, "actors": [{"id": "a", "type": "person", "name": {"en": "A"}}]})
    assert [pointer for pointer, _ in walk(made)] == [(), ("dates", 0), ("actors", 0)]


@pytest.mark.parametrize("origin", ["own", "unknown"])
def test_only_a_derived_source_names_what_it_derives_from(origin: str) -> None:
    source = {"id": "page", "type": "news", "access": "excerpt"}
    Source.model_validate({**source, "origin": origin})
    Source.model_validate({**source, "derived_from": ["agency"]})
    Source.model_validate({**source, "origin": "derived", "derived_from": ["agency"]})
    with pytest.raises(ValidationError, match="derived_from must not be given here"):
        Source.model_validate({**source, "origin": origin, "derived_from": ["agency"]})
