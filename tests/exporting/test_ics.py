"""The calendar, read by ical and by icalendar."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

import communique
from communique import Corpus, ExportError
from support.small_corpus import announcement, measure
from support.small_corpus import corpus as small

APPLIES = {"role": "applies_from", "value": "2030-02-02", "scope": {"instrument": "act", "part": "Chapter V"}}
ANNOUNCED = {"role": "announced", "value": "2024-06-13"}


def calendar(of: Corpus, folder: Path) -> Calendar:
    """What icalendar reads; ical has to read as many events."""
    assert communique.export(of, "ics", folder) == ["calendar.ics"]
    content = (folder / "calendar.ics").read_bytes()
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    assert len(IcsCalendarStream.calendar_from_ics(content.decode()).events) == len(found.walk("VEVENT"))
    return found


def summaries(found: Calendar) -> list[tuple[date, str]]:
    events: list[Any] = found.walk("VEVENT")
    return [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events]


def test_it_has_what_was_set_in_advance_and_what_is_due(tmp_path: Path) -> None:
    due = {
        "id": "plan",
        "kind": "obligation",
        "by": ["p"],
        "text": {"en": "Write a plan."},
        "due": {"date": "2025-01-31"},
    }
    found = calendar(small(announcement(dates=[ANNOUNCED, APPLIES], commitments=[due])), tmp_path / "out")
    assert summaries(found) == [
        (date(2030, 2, 2), "Applies from, Chapter V: Example Act"),
        (date(2025, 1, 31), "Due: obligation of Ada Example: Write a plan."),
    ]
    assert all("Title of a" in str(event["DESCRIPTION"]) for event in found.walk("VEVENT"))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"modality": "planned"}, ["Applies from, Chapter V (planned): Example Act"]),
        ({"value": "2030-02-02?"}, ["Applies from, Chapter V (uncertain): Example Act"]),
        ({"confidence": "disputed"}, ["Applies from, Chapter V (disputed): Example Act"]),
        ({"confidence": "likely"}, ["Applies from, Chapter V (likely): Example Act"]),
        ({"confidence": "uncertain", "value": "2030-02-02?"}, ["Applies from, Chapter V (uncertain): Example Act"]),
        ({"confidence": "verified"}, ["Applies from, Chapter V: Example Act"]),
        ({"modality": "denied"}, []),
        ({"rank": "deprecated"}, []),
        ({"value": "2030-02"}, []),
    ],
    ids=str,
)
def test_a_day_says_no_more_than_the_record(changed: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    sure = {"role": "deadline", "value": "2026-01-01"}
    found = calendar(small(announcement(dates=[ANNOUNCED, sure, APPLIES | changed])), tmp_path / "out")
    assert [text for _, text in summaries(found)] == ["Deadline: Title of a", *expected]


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([measure()], "Revoked: Example Act"),
        ([measure(), measure(instrument="office", modality="planned")], "Revoked: Example Act"),
        ([measure(), measure(instrument="office")], "Revoked: Title of a"),
        ([], "Revoked: Title of a"),
    ],
)
def test_a_day_without_an_instrument_is_that_of_the_only_one(
    measures: list[Any], expected: str, tmp_path: Path
) -> None:
    record = announcement(dates=[ANNOUNCED, {"role": "revoked", "value": "2025-01-20"}], measures=measures)
    assert summaries(calendar(small(record), tmp_path / "out")) == [(date(2025, 1, 20), expected)]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ({"state": "met"}, " (outcome: met)"),
        ({"state": "met", "interim": True, "confidence": "likely"}, " (outcome: met, for the time being, likely)"),
        ({"state": "met_late", "confidence": "disputed"}, " (outcome: met late, disputed)"),
        ({"state": "met", "rank": "deprecated"}, ""),
    ],
    ids=str,
)
def test_a_commitment_says_what_another_record_reports_of_it(
    outcome: dict[str, Any], expected: str, tmp_path: Path
) -> None:
    due = {"id": "plan", "kind": "promise", "text": {"en": "Write."}, "due": {"date": "2025-01-31"}}
    records = announcement(commitments=[due]), announcement("b", outcomes=[{"commitment": "a#plan", **outcome}])
    ((_, summary),) = summaries(calendar(small(*records), tmp_path / "out"))
    assert summary == f"Due: promise: Write.{expected}"


def test_both_sides_of_a_dispute_are_there_and_say_so(tmp_path: Path) -> None:
    found = calendar(small(announcement(dates=[APPLIES, {**APPLIES, "value": "2031-02-02"}])), tmp_path / "out")
    assert [text for _, text in summaries(found)] == ["Applies from, Chapter V (disputed): Example Act"] * 2


def test_no_day_and_no_record_that_counts_give_no_calendar(tmp_path: Path) -> None:
    nothing = small(announcement(), announcement("b", status="withdrawn", dates=[APPLIES]))
    assert communique.export(nothing, "ics", tmp_path / "out") == []


def test_no_clock_is_read(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = calendar(corpus, tmp_path / "a").to_ical()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert calendar(corpus, tmp_path / "b").to_ical() == first


def test_the_missing_library_is_named(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ExportError, match=r"pip install 'communique\[calendar\]'"):
        communique.export(corpus, "ics", tmp_path / "out")
