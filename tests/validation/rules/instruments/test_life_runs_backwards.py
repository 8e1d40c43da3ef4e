"""Instruments of which the stages run backwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.one_record import INSTRUMENTS, Findings

EVIDENCE = "evidence: [{source: s}]"


def told(day: str, measure: str, status: str = "draft", dates: str = "") -> str:
    """The fields of an announcement of that day with one measure."""
    return (
        f"status: {status}\ndates:\n- {{role: announced, value: '{day}', {EVIDENCE}}}\n{dates}"
        f"measures:\n- {{instrument: act, {measure}, {EVIDENCE}}}\n"
    )


DEFINED = f"{INSTRUMENTS}sources:\n- {{id: s, type: news, access: full_text}}\n"
ADOPTED = "action: adopt, stage: adopted, modality: asserted"
PROPOSED = "action: publish, stage: proposed, modality: asserted"
REPEALED = "action: repeal, stage: repealed, modality: asserted"


@pytest.mark.parametrize(
    ("earlier", "later", "backwards"),
    [
        (told("2025-03-01", ADOPTED), told("2025-06-01", PROPOSED), True),
        (told("2025-06-01", ADOPTED), told("2025-03-01", PROPOSED), False),
        (told("2025-03-01", ADOPTED), told("2025-03-01", PROPOSED), False),
        (told("2025-03-01", ADOPTED), told("2025", PROPOSED), False),
        (told("2025", ADOPTED), told("2025-06-01", PROPOSED), False),
        (told("2024", ADOPTED), told("2025-06-01", PROPOSED), True),
        (told("2025-03-01", f"{ADOPTED}, date: '2025-07-01'"), told("2025-06-01", PROPOSED), False),
        (told("2025-07-01", f"{ADOPTED}, date: '2025-03-01'"), told("2025-06-01", PROPOSED), True),
        (told("2025-03-01", ADOPTED), told("2025-06-01", "action: amend, stage: proposed, modality: planned"), False),
        (told("2025-03-01", ADOPTED), told("2025-06-01", "action: introduce, stage: idea, modality: asserted"), False),
        (told("2025-03-01", ADOPTED), told("2025-06-01", "action: repeal, stage: idea, modality: denied"), False),
        (told("2025-03-01", ADOPTED), told("2025-06-01", "action: fund, stage: idea, modality: hypothetical"), False),
        (told("2025-03-01", ADOPTED), told("2025-06-01", f"{PROPOSED}, rank: deprecated, note: No."), False),
        (told("2025-03-01", f"{ADOPTED}, confidence: disputed"), told("2025-06-01", PROPOSED), False),
        (told("2025-03-01", ADOPTED, status="withdrawn"), told("2025-06-01", PROPOSED), False),
        (told("2025-03-01", ADOPTED), told("2025-06-01", PROPOSED, status="withdrawn"), False),
        (
            told("2025-03-01", "action: adopt, stage: rejected, modality: asserted"),
            told("2025-06-01", PROPOSED),
            False,
        ),
        (
            told("2025-03-01", "action: publish, stage: published, modality: asserted"),
            told("2025-06-01", PROPOSED),
            False,
        ),
        (told("2025-03-01", REPEALED), told("2025-06-01", PROPOSED), True),
        # What is planned for a later day is at its stage on the day of the announcement.
        (
            told("2025-03-01", ADOPTED),
            told("2025-02-01", "action: launch, stage: announced, modality: planned, date: '2026'"),
            False,
        ),
        # Of the dates, what made it known as a whole counts.
        (
            told("2025-06-01", ADOPTED, dates=f"- {{role: published, value: '2025-01-10', {EVIDENCE}}}\n"),
            told("2025-03-01", PROPOSED),
            False,
        ),
        (
            told("2025-06-01", ADOPTED, dates=f"- {{role: published, value: '2025-01-10', {EVIDENCE}}}\n").replace(
                "role: announced", "role: announced, scope: {part: A}"
            ),
            told("2025-03-01", PROPOSED),
            True,
        ),
        (
            told("2025-03-01", ADOPTED).replace("role: announced", "role: announced, scope: {part: A}"),
            told("2025-06-01", PROPOSED),
            True,
        ),
        # Of rival values of it, the preferred one.
        (
            told(
                "2025-06-01",
                ADOPTED,
                dates=f"- {{role: announced, value: '2025-01-10', rank: preferred, {EVIDENCE}}}\n",
            ),
            told("2025-03-01", PROPOSED),
            True,
        ),
    ],
)
def test_lives_that_run_backwards(findings: Findings, earlier: str, later: str, backwards: bool) -> None:
    found = findings(defined=DEFINED, earlier=earlier, later=later)
    expected = [("life-runs-backwards", "warning", "/measures/0/stage")] if backwards else []
    assert [(each.name, each.severity, each.pointer) for each in found] == expected
    for finding in found:
        assert Path(finding.path).name == "later.yaml"
        assert "in earlier (" in finding.message and "earlier.yaml:" in finding.message


def test_a_second_step_back_is_no_news(findings: Findings) -> None:
    again = told("2025-08-01", "action: establish, stage: under_deliberation, modality: planned")
    found = findings(a=told("2025-03-01", ADOPTED), b=told("2025-06-01", PROPOSED), c=again, defined=DEFINED)
    assert [Path(finding.path).name for finding in found] == ["b.yaml"]


def test_what_ended_on_the_same_day_leaves_it_open(findings: Findings) -> None:
    rejected = told("2025-03-01", "action: adopt, stage: rejected, modality: asserted")
    assert findings(a=told("2025-03-01", ADOPTED), b=rejected, c=told("2025-06-01", PROPOSED), defined=DEFINED) == []


def test_other_instruments_have_lives_of_their_own(findings: Findings) -> None:
    other = told("2025-06-01", PROPOSED).replace("instrument: act", "instrument: body")
    assert findings(a=told("2025-03-01", ADOPTED), b=other, defined=DEFINED) == []


@pytest.mark.parametrize(
    ("end", "begin", "wrong"),
    [
        (REPEALED, ADOPTED, True),
        (
            "action: revoke, stage: repealed, modality: asserted",
            "action: sign, stage: signed, modality: asserted",
            True,
        ),
        (REPEALED, "action: establish, stage: in_force, modality: asserted", True),
        (REPEALED, "action: bring_into_force, stage: in_force, modality: asserted", True),
        ("action: revoke, stage: withdrawn, modality: asserted", ADOPTED, False),
        ("action: repeal, stage: in_force, modality: planned", ADOPTED, False),
        ("action: suspend, stage: suspended, modality: asserted", ADOPTED, False),
        (REPEALED, "action: establish, stage: adopted, modality: asserted", False),
        (REPEALED, f"{ADOPTED}, confidence: disputed", False),
    ],
)
def test_an_end_before_the_beginning(findings: Findings, end: str, begin: str, wrong: bool) -> None:
    found = findings(end=told("2025-03-01", end), begin=told("2025-06-01", begin), defined=DEFINED)
    expected = [("life-runs-backwards", "error", "begin.yaml", "/measures/0/action")] if wrong else []
    assert [(each.name, each.severity, Path(each.path).name, each.pointer) for each in found] == expected
    assert all("in end (" in finding.message for finding in found)


def test_an_end_after_any_beginning_is_in_order(findings: Findings) -> None:
    first, again = told("2024-01-02", ADOPTED), told("2025-06-01", ADOPTED)
    assert findings(a=first, b=told("2025-03-01", REPEALED), c=again, defined=DEFINED) == []
