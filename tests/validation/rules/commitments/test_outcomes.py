"""Outcomes that contradict others, their sources, or what was promised by whom."""

from __future__ import annotations

import pytest

from support.one_record import Findings

PROMISE = "- {id: plan, kind: promise, by: [%s], text: {en: Write a plan.}}\n"
ACTORS = """actors:
- {id: cn, type: country, country: CN, name: {en: China}}
- {id: cn-office, type: government_body, country: CN, name: {en: Office}}
- {id: jp, type: country, country: JP, name: {en: Japan}}
- {id: firm, type: company, country: CN, name: {en: Firm}}
- {id: lab, type: company, part_of: firm, name: {en: Lab}}
- {id: club, type: group, members: [jp], countries: [CN], name: {en: Club}}
- {id: friends, type: group, name: {en: Friends}}
"""
SOURCES = """sources:
- {id: early, type: news, access: full_text, published: '2025-07-27'}
- {id: late, type: news, access: full_text, retrieved: '2026-01'}
- {id: undated, type: news, access: full_text}
"""


def of(code: str, findings: Findings, **records: str) -> list[str]:
    return [
        f"{each.path.rpartition('/')[2]} {each.severity} {each.pointer}"
        for each in findings(**records)
        if each.code == code
    ]


@pytest.mark.parametrize(
    ("outcome", "severity"),
    [
        ("date: '2025-10-01'", "warning"),
        ("date: '2025-10'", "warning"),
        ("date: '2025'", ""),
        ("date: '2025-07-27'", ""),
        ("date: '2025-10-01', evidence: [early]", "warning"),
        ("date: '2025-10-01', evidence: [early, late]", ""),
        ("date: '2025-10-01', evidence: [early, undated]", "info"),
        ("date: '2025-10-01', rank: deprecated, note: No.", ""),
    ],
)
def test_no_outcome_is_later_than_who_reports_it(findings: Findings, outcome: str, severity: str) -> None:
    fields = f"outcomes:\n- {{commitment: example#plan, state: met, {outcome}}}\n" + SOURCES
    fields += "commitments:\n" + PROMISE % "cn" + ACTORS
    expected = [f"example.yaml {severity} /outcomes/0/date"] if severity else []
    assert of("CQ809", findings, example=fields) == expected


@pytest.mark.parametrize(
    ("keepers", "actor", "is_found"),
    [
        ("cn", "jp", True),
        ("cn", "firm", True),
        ("cn", "cn-office", False),
        ("cn-office", "cn", False),
        ("firm", "lab", False),
        ("firm", "cn", True),
        ("club", "jp", False),
        ("club", "firm", False),
        ("club", "lab", True),
        ("friends", "jp", False),
        ("cn, jp", "jp", False),
        ("cn", "nobody", False),
        ("nobody", "cn", False),
    ],
)
def test_who_has_a_part_in_a_commitment(findings: Findings, keepers: str, actor: str, is_found: bool) -> None:
    outcome = f"outcomes:\n- {{commitment: example#plan, state: dropped, by: [{actor}]}}\n"
    found = of("CQ810", findings, example="commitments:\n" + PROMISE % keepers + outcome + ACTORS)
    assert found == ["example.yaml warning /outcomes/0/by/0"] * is_found


@pytest.mark.parametrize(
    ("outcome", "field"),
    [
        ("state: dropped", "commitment"),
        ("state: dropped, evidence: [early]", "commitment"),
        ("state: dropped, evidence: [late]", ""),
        ("state: dropped, evidence: [undated]", ""),
        ("state: met, date: '2025-07-20'", "date"),
        ("state: met, date: '2025-07'", "date"),
        ("state: met, date: '2025-09-30'", ""),
    ],
)
def test_nothing_comes_of_what_is_not_yet_promised(findings: Findings, outcome: str, field: str) -> None:
    made = "dates:\n- {role: announced, value: '2025-10-01'}\ncommitments:\n" + PROMISE % "cn" + ACTORS
    report = f"outcomes:\n- {{commitment: made#plan, {outcome}}}\n" + SOURCES
    found = of("CQ802", findings, made=made, report=report)
    assert found == ([f"report.yaml warning /outcomes/0/{field}"] if field else [])


@pytest.mark.parametrize(
    ("state", "done", "is_found"),
    [
        ("met_late", "../2025-07-22", True),
        ("met_late", "../2025-07-23", False),
        ("met", "../2025-09-30", False),
        ("met", "2025-07-23/..", True),
        ("met_late", "2025-07-20/..", False),
    ],
)
def test_a_day_with_an_open_end_is_compared_with_the_due_day_as_far_as_it_is_certain(
    findings: Findings, state: str, done: str, is_found: bool
) -> None:
    promise = "- {id: plan, kind: promise, by: [cn], text: {en: Write a plan.}, due: {date: '2025-07-22'}}\n"
    outcome = f"outcomes:\n- {{commitment: example#plan, state: {state}, date: '{done}'}}\n"
    found = of("CQ803", findings, example="status: draft\ncommitments:\n" + promise + outcome + ACTORS)
    assert found == ["example.yaml warning /outcomes/0/state"] * is_found


DROPPED, MET = "state: dropped", "state: met, date: '2025-07-26'"


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (DROPPED, MET, True),
        (DROPPED, f"{MET}, confidence: disputed", False),
        (f"{DROPPED}, note: Some say so.", MET, True),
        (f"{DROPPED}, note: Some say so.", f"{MET}, note: Others say so.", False),
        (DROPPED, f"{MET}, rank: preferred", False),
        (f"{DROPPED}, rank: preferred", f"{MET}, rank: preferred", True),
        (DROPPED, f"{MET}, rank: deprecated, note: No.", False),
        ("state: partly_met, date: '2025-07-20'", MET, False),
        ("state: met", MET, False),
    ],
)
def test_outcomes_in_two_records(findings: Findings, one: str, other: str, is_found: bool) -> None:
    made = "status: draft\ncommitments:\n" + PROMISE % "cn" + ACTORS
    given = {
        id: f"status: draft\noutcomes:\n- {{commitment: made#plan, {each}}}\n"
        for id, each in (("one", one), ("two", other))
    }
    expected = ["two.yaml warning /outcomes/0/state"] if is_found else []
    assert of("CQ808", findings, made=made, **given) == expected
