"""Rules over values: default dates, dates ahead, rivals, copies, stages, lives of instruments, what is unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from communique import validate
from communique.corpus.provenance import independent
from communique.diagnostics.finding import Finding
from communique.models import SCHEMA_VERSION, Source
from communique.reading import read_bytes
from communique.validation.engine import check
from communique.validation.registry import find
from communique.validation.rule_example import example_file

Findings = Callable[..., list[Finding]]
Pointers = Callable[[str, str], list[str]]


def record(fields: str, id: str = "example") -> bytes:
    rule = find("impossible-date")
    assert rule
    return example_file(rule, f"id: {id}\n{fields}")


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """What is found in announcements with these fields, each a file of its own, named by its id."""

    def validated(**records: str) -> list[Finding]:
        for id, fields in records.items():
            (tmp_path / f"{id}.yaml").write_bytes(record(fields, id))
        return validate(tmp_path)

    return validated


@pytest.fixture
def pointers(findings: Findings) -> Pointers:
    """Where the rule of that name finds something in one announcement with these fields."""

    def found(name: str, fields: str) -> list[str]:
        return [finding.pointer for finding in findings(example=fields) if finding.name == name]

    return found


SOURCES = (
    "sources:\n"
    "- {id: page, type: official, access: full_text, retrieved: '2025-07-30'}\n"
    "- {id: dated, type: news, access: full_text, published: '2025-07-30', retrieved: '2025-07-30'}\n"
    "- {id: agency, type: news_agency, access: full_text}\n"
    "- {id: copy, type: mirror, access: full_text, derived_from: agency}\n"
    "- {id: translation, type: rewrite, access: full_text, derived_from: copy}\n"
    "- {id: other, type: news, access: full_text}\n"
)
INSTRUMENTS = "instruments:\n- {id: act, type: law, name: {en: Act}}\n- {id: body, type: body, name: {en: Body}}\n"


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
    message = f"held on 2025-09-25 is told as a fact, but today is {today}"
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


ONE, OTHER = "role: announced, value: '2025-07-26'", "role: announced, value: '2025-07-25'"


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (ONE, OTHER, True),
        (f"{ONE}, rank: preferred", OTHER, False),
        (ONE, f"{OTHER}, rank: deprecated, note: A Friday.", False),
        (f"{ONE}, confidence: disputed", OTHER, False),
        (f"{ONE}, confidence: likely", f"{OTHER}, confidence: uncertain", True),
        (f"{ONE}, note: In Asia.", f"{OTHER}, note: In America.", False),
        (f"{ONE}, note: In Asia.", OTHER, True),
        (f"{ONE}, as_stated: Saturday", f"{ONE}, as_stated: 26 July", False),
        (f"{ONE}, scope: {{part: A}}", f"{OTHER}, scope: {{part: B}}", False),
        (f"{ONE}, scope: {{part: A}}", f"{OTHER}, scope: {{part: A}}", True),
        (ONE, "role: published, value: '2025-07-25'", False),
        (ONE, "role: announced, value: '2025-07'", False),
    ],
)
def test_conflicts_between_dates(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    fields = f"dates:\n- {{{first}}}\n- {{{second}}}\n"
    assert pointers("conflict-without-preferred", fields) == (["/dates/1"] if conflict else [])


def test_a_conflict_of_many_values_is_one_finding(pointers: Pointers) -> None:
    fields = f"dates:\n- {{{ONE}}}\n- {{{OTHER}}}\n- {{role: announced, value: '2025-07-24'}}\n"
    assert pointers("conflict-without-preferred", fields) == ["/dates/1"]


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("value: 800, comparator: more_than", "value: 700, comparator: unqualified", True),
        ("value: 800, comparator: more_than", "value: 850, comparator: unqualified", False),
        ("value: 800, comparator: about", "value: 800, comparator: unqualified", False),
    ],
)
def test_conflicts_between_quantities(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    fields = f"quantities:\n- {{subject: visitors, {first}}}\n- {{subject: visitors, {second}}}\n"
    assert pointers("conflict-without-preferred", fields) == (["/quantities/1"] if conflict else [])


@pytest.mark.parametrize(
    ("fields", "conflict"),
    [
        ("dates: [{value: '2025-07-26'}, {value: '2025-07-27'}]", True),
        ("dates: [{value: '2025-07-26'}, {value: '2025-07-27', part: exhibition}]", False),
        ("other_names: [{name: WAIC, type: abbreviation}, {name: WAIC, type: misnomer}]", True),
        ("other_names: [{name: WAIC}, {name: Conference}]", False),
    ],
)
def test_conflicts_in_a_definition(pointers: Pointers, fields: str, conflict: bool) -> None:
    found = pointers("conflict-without-preferred", f"occasions:\n- {{id: o, name: {{en: O}}, {fields}}}\n")
    assert bool(found) == conflict


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        ("stage: suspended, modality: asserted", "stage: repealed, modality: asserted", True),
        (
            "actors: [a], stage: in_force, modality: asserted",
            "actors: [b], stage: suspended, modality: asserted",
            False,
        ),
        (
            "date: '2025', stage: in_force, modality: asserted",
            "date: '2026', stage: suspended, modality: asserted",
            False,
        ),
        (
            "stage: suspended, modality: asserted",
            "stage: suspended, modality: asserted, unknown: [{field: date, reason: not_seen}]",
            False,
        ),
    ],
)
def test_conflicts_between_measures(pointers: Pointers, first: str, second: str, conflict: bool) -> None:
    head = "instrument: act, action: suspend"
    actors = "actors:\n- {id: a, type: company, name: {en: A}}\n- {id: b, type: company, name: {en: B}}\n"
    fields = f"measures:\n- {{{head}, {first}}}\n- {{{head}, {second}}}\n{INSTRUMENTS}{actors}"
    assert pointers("conflict-without-preferred", fields) == (["/measures/1"] if conflict else [])


def test_a_question_makes_statements_compete(pointers: Pointers) -> None:
    one = "- {{nature: context, text: {{en: {}}}, question: Who?}}\n"
    assert pointers("conflict-without-preferred", "statements:\n" + one.format("He.") + one.format("She.")) == [
        "/statements/1"
    ]


def test_two_capacities_are_no_conflict(pointers: Pointers) -> None:
    fields = (
        "roles:\n- {actor: a, role: speaker, capacity: {en: Minister}}\n"
        "- {actor: a, role: speaker, capacity: {en: Chair}}\n"
        "actors:\n- {id: a, type: person, name: {en: A}}\n"
    )
    assert pointers("conflict-without-preferred", fields) == []


def test_independent_sources() -> None:
    def source(id: str, derived_from: str | None = None) -> Source:
        return Source.model_validate(
            {"id": id, "type": "news", "access": "excerpt", **({"derived_from": derived_from} if derived_from else {})}
        )

    made = [source("a"), source("b", "a"), source("c", "b"), source("d", "gone"), source("e", "gone")]
    made += [source("x", "y"), source("y", "z"), source("z", "y"), source("self", "self")]
    sources = {each.id: each for each in made}
    assert independent([], sources) == frozenset()
    assert independent(["a", "b", "c"], sources) == {"a"}
    assert independent(["d", "e"], sources) == {"gone"}
    assert independent(["nobody", "a"], sources) == {"nobody", "a"}
    assert independent(["x", "y", "z"], sources) == {"y"}
    assert independent(["self"], sources) == {"self"}


@pytest.mark.parametrize(
    ("preferred", "rival", "by_copies"),
    [
        ("[{source: agency}, {source: copy}]", "evidence: [{source: other}]", True),
        ("[{source: copy}, {source: translation}]", "evidence: [{source: other}]", True),
        ("[{source: copy}, {source: page}]", "evidence: [{source: other}]", False),
        ("[{source: agency}]", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: agency}]", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: copy}]", "evidence: [{source: translation}]", False),
        ("[{source: agency}, {source: copy}]", "evidence: [{source: translation}, {source: other}]", True),
        ("[{source: agency}, {source: copy}]", "confidence: uncertain", False),
        ("[{source: agency}, {source: copy}], note: It was there.", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: copy}]", "rank: deprecated, note: No., evidence: [{source: other}]", False),
    ],
)
def test_preferred_by_copies(pointers: Pointers, preferred: str, rival: str, by_copies: bool) -> None:
    fields = f"dates:\n- {{{ONE}, rank: preferred, evidence: {preferred}}}\n- {{{OTHER}, {rival}}}\n{SOURCES}"
    assert pointers("preferred-by-copies", fields) == (["/dates/0/rank"] if by_copies else [])


def test_copies_are_told_by_sources_of_other_files(findings: Findings) -> None:
    dates = (
        f"dates:\n- {{{ONE}, rank: preferred, evidence: [{{source: agency}}, {{source: copy}}]}}\n"
        f"- {{{OTHER}, evidence: [{{source: other}}]}}\n"
    )
    (finding,) = findings(dates=dates, sources=SOURCES)
    assert finding.message.startswith("the 2 sources of the preferred date all go back to agency")


@pytest.mark.parametrize(
    ("action", "stage", "modality", "severity"),
    [
        ("establish", "in_force", "asserted", None),
        ("establish", "proposed", "planned", None),
        ("establish", "announced", "planned", None),
        ("establish", "adopted", "planned", "warning"),
        ("establish", "in_force_partially", "conditional", "warning"),
        ("establish", "in_force", "conditional", "warning"),
        ("establish", "in_force", "planned", "error"),
        ("establish", "in_force", "denied", "error"),
        ("establish", "idea", "denied", None),
        ("establish", "withdrawn", "denied", None),
        ("adopt", "rejected", "denied", None),
        ("adopt", "rejected", "planned", "warning"),
        ("adopt", "adopted", "under_consideration", "error"),
        ("sign", "signed", "planned", "warning"),
        ("sign", "adopted", "planned", None),
        ("bring_into_force", "adopted", "planned", None),
        ("bring_into_force", "in_force_partially", "planned", None),
        ("bring_into_force", "in_force", "planned", "warning"),
        ("amend", "in_force", "planned", None),
        ("amend", "in_force", "hypothetical", None),
        ("repeal", "in_force", "under_consideration", None),
        ("repeal", "repealed", "planned", "error"),
        ("revoke", "in_force", "denied", None),
        ("revoke", "repealed", "denied", "error"),
        ("fund", "lapsed", "denied", None),
        ("fund", "lapsed", "planned", "warning"),
        ("implement", "fulfilled", "planned", "warning"),
    ],
)
def test_stages_and_modalities(
    findings: Findings, action: str, stage: str, modality: str, severity: str | None
) -> None:
    measure = f"instrument: act, action: {action}, stage: {stage}, modality: {modality}"
    found = findings(example=f"measures:\n- {{{measure}}}\n{INSTRUMENTS}")
    expected = [("stage-contradicts-modality", severity, "/measures/0/stage")] if severity else []
    assert [(each.name, each.severity, each.pointer) for each in found] == expected


def test_a_deprecated_measure_may_contradict_itself(findings: Findings) -> None:
    measure = "instrument: act, action: adopt, stage: adopted, modality: planned, rank: deprecated, note: Muddled."
    assert findings(example=f"measures:\n- {{{measure}}}\n{INSTRUMENTS}") == []


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


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        (f"dates:\n- {{{ONE}}}\n- {{{OTHER}, rank: deprecated}}\n", ["/dates/1/rank"]),
        (f"dates:\n- {{{ONE}, note: Right.}}\n- {{{OTHER}, rank: deprecated}}\n", ["/dates/1/rank"]),
        (f"dates:\n- {{{ONE}}}\n- {{{OTHER}, rank: deprecated, note: Wrong.}}\n", []),
        (
            "occasions:\n- {id: o, name: {en: O}, note: Held., dates: [{value: '2025', rank: deprecated}]}\n",
            ["/occasions/0/dates/0/rank"],
        ),
    ],
)
def test_why_it_is_deprecated(pointers: Pointers, fields: str, places: list[str]) -> None:
    assert pointers("deprecated-without-note", fields) == places


@pytest.mark.parametrize(
    ("field", "help", "word"),
    [
        ("relations", None, ""),
        ("relation", "did you mean relations?", "relations"),
        ("source", "did you mean sources?", "sources"),
        ("members", "it is the name of an attribute: move the entry to the measure", ""),
        ("xylophone", f"communique schema show {SCHEMA_VERSION} has all ", ""),
    ],
)
def test_fields_of_an_announcement_that_are_unknown(
    findings: Findings, field: str, help: str | None, word: str
) -> None:
    found = findings(example=f"unknown:\n- {{field: {field}, reason: not_stated}}\n")
    assert [finding.name for finding in found] == (["unknown-names-no-field"] if help else [])
    assert all(finding.help.startswith(help or "") and finding.replacement == word for finding in found)


@pytest.mark.parametrize(
    ("field", "right"),
    [("date", True), ("actors", True), ("members", True), ("budget", True), ("membres", False), ("published", False)],
)
def test_fields_of_a_measure_that_are_unknown(pointers: Pointers, field: str, right: bool) -> None:
    measure = f"instrument: body, action: establish, stage: proposed, modality: planned, unknown: [{{field: {field}, "
    found = pointers("unknown-names-no-field", f"measures:\n- {{{measure}reason: not_stated}}]}}\n{INSTRUMENTS}")
    assert found == ([] if right else ["/measures/0/unknown/0/field"])


@pytest.mark.parametrize(("field", "right"), [("published", True), ("authors", True), ("date", False)])
def test_fields_of_a_source_that_are_unknown(pointers: Pointers, field: str, right: bool) -> None:
    source = f"id: s, type: news, access: excerpt, unknown: [{{field: {field}, reason: not_seen}}]"
    found = pointers("unknown-names-no-field", f"sources:\n- {{{source}}}\n")
    assert found == ([] if right else ["/sources/0/unknown/0/field"])


@pytest.mark.parametrize(
    ("definition", "given"),
    [
        ("sources:\n- {id: x, type: news, access: excerpt, published: '2025', unknown: [{field: published", True),
        (
            "sources:\n- {id: x, type: news, access: excerpt, published_as_stated: now, unknown: [{field: published",
            False,
        ),
        ("sources:\n- {id: x, type: news, access: excerpt, authors: [A], unknown: [{field: authors", True),
        ("sources:\n- {id: x, type: news, access: excerpt, authors: [], unknown: [{field: authors", False),
        ("instruments:\n- {id: x, type: law, name: {en: X}, bindingness: binding, unknown: [{field: bindingness", True),
        (
            "instruments:\n- {id: x, type: law, name: {en: X}, bindingness: unknown, unknown: [{field: bindingness",
            False,
        ),
        ("occasions:\n- {id: x, name: {en: X}, dates: [{value: '2025'}], unknown: [{field: dates", True),
        (
            "occasions:\n- {id: x, name: {en: X}, dates: [{value: '2025', rank: deprecated, note: No.}], "
            "unknown: [{field: dates",
            False,
        ),
    ],
)
def test_what_is_declared_unknown_and_given(pointers: Pointers, definition: str, given: bool) -> None:
    assert bool(pointers("unknown-is-given", f"{definition}, reason: not_seen}}]}}\n")) == given


@pytest.mark.parametrize(
    ("attributes", "given"),
    [
        ("{name: members, value: 13}", True),
        ("{name: members, value: 13, rank: deprecated, note: No.}", False),
        ("{name: budget, value: 13}", False),
    ],
)
def test_an_attribute_that_is_declared_unknown_and_given(pointers: Pointers, attributes: str, given: bool) -> None:
    measure = f"instrument: body, action: establish, stage: proposed, modality: planned, attributes: [{attributes}]"
    fields = f"measures:\n- {{{measure}, unknown: [{{field: members, reason: not_seen}}]}}\n{INSTRUMENTS}"
    assert pointers("unknown-is-given", fields) == (["/measures/0/unknown/0/field"] if given else [])


@pytest.mark.parametrize("tag", ["en" + "-abcde" * 150, "en" + "-1abc1" * 150, "en-Latn-US" + "-variant1" * 20])
def test_a_language_tag_without_end_is_told_and_breaks_nothing(findings: Findings, tag: str) -> None:
    longer = tag + "-abcde" * 1_000
    source = f"sources: [{{id: page, type: news, access: excerpt, language: {longer}, note: Read in part.}}]\n"
    found = [each for each in findings(example=f"summary: {{{tag}: Text}}\n{source}") if each.code == "CQ606"]
    assert [each.pointer for each in found] == [f"/summary/{tag}", "/sources/0/language"]
    assert all(len(each.message) < 100 and "for example en" in each.help and not each.replacement for each in found)


@pytest.mark.parametrize("tag", ["en--GB", "en-", "-en", "x-private", "en-x-private", "EN", "e", "english"])
def test_a_tag_of_another_form_is_malformed(findings: Findings, tag: str) -> None:
    source = f"sources: [{{id: page, type: news, access: excerpt, language: '{tag}'}}]\n"
    assert [each.code for each in findings(example=source) if each.pointer.endswith("language")] == ["CQ209"]
