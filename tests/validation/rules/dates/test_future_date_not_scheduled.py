"""Dates after the last revision that are not said to be planned."""

from __future__ import annotations

from datetime import date

import pytest

from communique.reading import read_bytes
from communique.validation.engine import check
from support.one_record import INSTRUMENTS, Pointers, record

REVISED = (
    "revisions:\n- {date: '2025-07-30', change: created, by: us, reason: First.}\n"
    "- {date: '2025-08-15', change: updated, by: us, reason: More.}\n"
)


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        ("role: held, value: '2025-09-25'", True),
        ("role: adopted, value: '2025-09'", True),
        ("role: expired, value: '2026'", True),
        ("role: held, value: '2025-08-15'", False),
        ("role: announced, value: '2025-08-16'", False),  # in a time zone that is ahead
        ("role: announced, value: '2025-08-17'", True),
        ("role: adopted, value: '2025-08'", False),
        ("role: held, value: '2025-08-10/2025-09-01'", False),
        ("role: held, value: '../2025-09-01'", False),
        ("role: scheduled, value: '2025-09-25'", False),
        ("role: entry_into_force, value: '2026-01-01'", False),
        ("role: applies_from, value: '2026-08-02'", False),
        ("role: deadline, value: '2026-08-02'", False),
        ("role: held, value: '2025-09-25', rank: deprecated, note: Put off.", False),
    ],
)
def test_dates_ahead_of_the_last_revision(pointers: Pointers, date: str, ahead: bool) -> None:
    expected = ["/dates/0/value"] if ahead else []
    assert pointers("future-date-not-scheduled", f"{REVISED}dates:\n- {{{date}}}\n") == expected


@pytest.mark.parametrize(
    ("measure", "ahead"),
    [
        ("action: launch, stage: in_force, modality: asserted", True),
        ("action: launch, stage: announced, modality: planned", False),
        ("action: launch, stage: in_force, modality: asserted, rank: deprecated, note: Put off.", False),
    ],
)
def test_measures_ahead_of_the_last_revision(pointers: Pointers, measure: str, ahead: bool) -> None:
    fields = f"{REVISED}measures:\n- {{instrument: body, date: '2025-09-25', {measure}}}\n{INSTRUMENTS}"
    assert pointers("future-date-not-scheduled", fields) == (["/measures/0/date"] if ahead else [])


def test_what_is_said_cannot_be_said_later(pointers: Pointers) -> None:
    one = "- {{nature: context, text: {{en: It.}}, date: '{}'}}\n"
    fields = f"{REVISED}statements:\n{one.format('2025-08-01')}{one.format('2025-10-01')}"
    assert pointers("future-date-not-scheduled", fields) == ["/statements/1/date"]


@pytest.mark.parametrize(("today", "ahead"), [(date(2025, 9, 1), True), (date(2025, 9, 24), False)])
def test_without_revisions_today_counts(today: date, ahead: bool) -> None:
    document = read_bytes(record("dates:\n- {role: held, value: '2025-09-25'}\n"), "example.yaml")
    found = [finding.message for finding in check([document], today=today).findings]
    message = f"held on 2025-09-25 is stated as a fact, but today is {today}"
    assert found == ([message] if ahead else [])


def test_the_last_day_of_all_has_no_morrow() -> None:
    fields = (
        f"{REVISED.replace('2025-08-15', '9999-12-31')}"
        "dates:\n- {role: held, value: '9999-12-31', evidence: [{source: s}]}\n"
        "sources:\n- {id: s, type: news, access: full_text, published: '9999-12-31'}\n"
    )
    report = check([read_bytes(record(fields), "example.yaml")], today=date.max)
    assert (report.findings, report.internal_errors) == ((), ())


def test_today_is_what_the_clock_says(pointers: Pointers) -> None:
    assert pointers("future-date-not-scheduled", "dates:\n- {role: held, value: '9000-09-25'}\n") == ["/dates/0/value"]
