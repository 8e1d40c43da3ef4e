"""First days of a year or a month that may stand for no day."""

from __future__ import annotations

import pytest

from support.one_record import INSTRUMENTS, SOURCES, Pointers


@pytest.mark.parametrize(
    ("date", "looks"),
    [
        ("role: announced, value: '2025-01-01'", True),
        ("role: adopted, value: '2025-01-01T00:00:00Z'", True),
        ("role: announced, value: '2025-01-01T15:30:00+01:00'", False),
        ("role: announced, value: '2025-01'", False),
        ("role: announced, value: '2025'", False),
        ("role: announced, value: '2025-01-01?'", False),
        ("role: held, value: '2025-01-01/2025-01-03'", False),
        ("role: announced, value: '2025-01-02'", False),
        ("role: entry_into_force, value: '2025-01-01'", False),
        ("role: applies_from, value: '2025-01-01'", False),
        ("role: deadline, value: '2025-01-01'", False),
        ("role: scheduled, value: '2025-01-01'", False),
        ("role: expired, value: '2025-01-01'", False),
        ("role: revoked, value: '2025-01-01'", False),
        ("role: announced, value: '2025-01-01', note: In the New Year's address.", False),
        ("role: announced, value: '2025-01-01', as_stated: on New Year's Day", False),
        ("role: announced, value: '2025-01-01', rank: deprecated, note: A default.", False),
        ("role: announced, value: '2025-01-01', evidence: [{source: page}]", True),
        ("role: announced, value: '2025-01-01', evidence: [{source: page}, {source: page}]", True),
        ("role: announced, value: '2025-01-01', evidence: [{source: page}, {source: other}]", False),
        ("role: published, value: '2025-07-30', evidence: [{source: page}]", True),
        ("role: published, value: '2025-07-29', evidence: [{source: page}]", False),
        ("role: published, value: '2025-07', evidence: [{source: page}]", False),
        ("role: published, value: '2025-07-30', evidence: [{source: dated}]", False),
        ("role: published, value: '2025-07-30', evidence: [{source: page}, {source: other}]", False),
        ("role: deadline, value: '2025-07-30', evidence: [{source: page}]", False),
        ("role: published, value: '2025-07-30', as_stated: today, evidence: [{source: page}]", False),
    ],
)
def test_dates_that_look_like_defaults(pointers: Pointers, date: str, looks: bool) -> None:
    expected = ["/dates/0/value"] if looks else []
    assert pointers("default-looking-date", f"dates:\n- {{{date}}}\n{SOURCES}") == expected


@pytest.mark.parametrize(
    ("measure", "looks"),
    [
        ("action: publish, stage: published, modality: asserted", True),
        ("action: bring_into_force, stage: in_force, modality: asserted", False),
        ("action: repeal, stage: repealed, modality: asserted", False),
        ("action: launch, stage: announced, modality: planned", False),
        ("action: publish, stage: published, modality: asserted, note: On New Year's Day.", False),
    ],
)
def test_measures_that_look_dated_by_default(pointers: Pointers, measure: str, looks: bool) -> None:
    fields = f"measures:\n- {{instrument: act, date: '2025-01-01', {measure}}}\n{INSTRUMENTS}"
    assert pointers("default-looking-date", fields) == (["/measures/0/date"] if looks else [])


@pytest.mark.parametrize(
    ("source", "looks"),
    [
        ("published: '2025-01-01'", True),
        ("published: '2025-01-01T00:00:00'", True),
        ("published: '2025-01-01T08:15:00'", False),
        ("published: '2025'", False),
        ("published: '2025-01-01', published_as_stated: 1 January 2025", False),
        ("published: '2025-01-01', note: Its first issue.", False),
        ("published: '2025-07-30', retrieved: '2025-07-30'", False),
    ],
)
def test_sources_that_look_dated_by_default(pointers: Pointers, source: str, looks: bool) -> None:
    fields = f"sources:\n- {{id: s, type: news, access: full_text, {source}}}\n"
    assert pointers("default-looking-date", fields) == (["/sources/0/published"] if looks else [])


@pytest.mark.parametrize(("more", "looks"), [("", True), (", note: In the New Year's address.", False)])
def test_a_statement_that_looks_dated_by_default(pointers: Pointers, more: str, looks: bool) -> None:
    fields = f"statements:\n- {{nature: context, text: {{en: It.}}, date: '2025-01-01'{more}}}\n"
    assert pointers("default-looking-date", fields) == (["/statements/0/date"] if looks else [])


def test_an_occasion_dated_by_default(pointers: Pointers) -> None:
    fields = "occasions:\n- {id: o, name: {en: O}, dates: [{value: '2025-01-01'}]}\n"
    assert pointers("default-looking-date", fields) == ["/occasions/0/dates/0/value"]
