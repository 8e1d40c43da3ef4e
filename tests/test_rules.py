"""What the rules weigh, beyond their examples: where they must speak, and where they must be silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from communique import validate
from communique.validation.registry import find
from communique.validation.rule_example import example_file

Codes = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def codes(tmp_path: Path) -> Codes:
    """Codes and pointers of the findings about a record with these fields."""

    def check(fields: str) -> list[tuple[str, str]]:
        rule = find("impossible-date")
        assert rule
        path = tmp_path / "example.yaml"
        path.write_bytes(example_file(rule, fields))
        return [(finding.name, finding.pointer) for finding in validate(path)]

    return check


def test_an_impossible_date_sets_off_nothing_else(codes: Codes) -> None:
    fields = (
        "dates:\n- {role: announced, value: '2025-02-30', as_stated: Sunday, evidence: [{source: s}]}\n"
        "sources:\n- {id: s, type: news, access: full_text, published: '2025-01-02'}\n"
    )
    assert codes(fields) == [("impossible-date", "/dates/0/value")]


@pytest.mark.parametrize(
    ("value", "stated", "contradicts"),
    [
        ("2025-07-26", "on Saturday", False),
        ("2025-07-26", "SUNDAY", True),
        ("2025-07-26", "samedi 26 juillet", False),
        ("2025-07-26", "dimanche 26 juillet", True),
        ("2025-07-26", "7月26日星期六", False),
        ("2025-07-26", "7月26日星期日", True),
        ("2025-07-26", "周六", False),
        ("2025-07-26", "Samstag", False),
        ("2025-07-26", "Freitag", True),
        ("2025-07-26", "Friday or Saturday", False),
        ("2025-07-26", "Sundays excepted", False),
        ("2025-07", "on Sunday", False),
        ("2025-07-26T01:00:00", "Sunday", True),
        ("2025-07-26", "26 July", False),
    ],
)
def test_weekdays(codes: Codes, value: str, stated: str, contradicts: bool) -> None:
    found = codes(f"dates:\n- {{role: announced, value: '{value}', as_stated: '{stated}'}}\n")
    assert found == ([("weekday-contradicts-date", "/dates/0/as_stated")] if contradicts else [])


def test_a_source_with_a_wrong_weekday(codes: Codes) -> None:
    source = "{id: s, type: news, access: full_text, published: '2025-07-26', published_as_stated: Sunday}"
    assert codes(f"sources:\n- {source}\n") == [("weekday-contradicts-date", "/sources/0/published_as_stated")]


@pytest.mark.parametrize(
    ("role", "published", "early"),
    [
        ("announced", "2025-07-24", True),
        ("announced", "2025-07-25", False),
        ("announced", "2025-07", False),
        ("announced", "2025-06", True),
        ("scheduled", "2025-01-02", False),
        ("entry_into_force", "2025-01-02", False),
    ],
)
def test_sources_before_the_event(codes: Codes, role: str, published: str, early: bool) -> None:
    fields = (
        f"dates:\n- {{role: {role}, value: '2025-07-26', evidence: [{{source: s}}]}}\n"
        f"sources:\n- {{id: s, type: news, access: full_text, published: '{published}'}}\n"
    )
    assert [name for name, _ in codes(fields)] == (["source-published-before-event"] if early else [])


def test_values_of_different_scope_do_not_compete(codes: Codes) -> None:
    fields = (
        "dates:\n- {role: applies_from, value: '2025-02-02', rank: preferred, scope: {part: Chapter I}}\n"
        "- {role: applies_from, value: '2025-08-02', rank: preferred, scope: {part: Chapter V}}\n"
    )
    assert codes(fields) == []


def test_attributes_of_different_measures_do_not_compete(codes: Codes) -> None:
    measure = (
        "- {{instrument: {0}, action: establish, stage: proposed, modality: planned, "
        "attributes: [{{name: seat, value: {1}, rank: preferred}}]}}\n"
    )
    fields = (
        "measures:\n"
        + measure.format("one", "Here")
        + measure.format("two", "There")
        + "instruments:\n- {id: one, type: body, name: {en: One}}\n- {id: two, type: body, name: {en: Two}}\n"
    )
    assert codes(fields) == []


@pytest.mark.parametrize(
    ("first", "then", "wrong"),
    [
        ("signed, value: '2025-01-02'", "entry_into_force, value: '2025-01-01'", True),
        ("signed, value: '2025-01-02'", "entry_into_force, value: '2025-01-02'", False),
        ("signed, value: '2025-01'", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025'", "revoked, value: '2024'", True),
        ("adopted, value: '2025-03-01', scope: {part: A}", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025-03-01', rank: deprecated, note: Slip.", "entry_into_force, value: '2025-01-01'", False),
        ("adopted, value: '2025-02-30'", "entry_into_force, value: '2025-01-01'", None),
    ],
)
def test_order_of_dates(codes: Codes, first: str, then: str, wrong: bool | None) -> None:
    found = codes(f"dates:\n- {{role: {first}}}\n- {{role: {then}}}\n")
    expected = {
        True: [("dates-out-of-order", "/dates/1/value")],
        False: [],
        None: [("impossible-date", "/dates/0/value")],
    }
    assert found == expected[wrong]


@pytest.mark.parametrize(
    ("relation", "speaks"),
    [
        ("basis: reported", True),
        ("basis: inferred", True),
        ("basis: inferred, note: The dates show it.", False),
        ("basis: reported, evidence: [{source: s}]", False),
    ],
)
def test_evidence_of_relations(codes: Codes, relation: str, speaks: bool) -> None:
    fields = (
        "status: reviewed\ntypes: [speech]\nunknown:\n- {field: roles, reason: not_stated}\n"
        "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: s}]}\n"
        f"relations:\n- {{type: follows, target: plan, {relation}}}\n"
        "instruments:\n- {id: plan, type: action_plan, name: {en: Plan}}\n"
        "sources:\n- {id: s, type: news, access: full_text}\n"
    )
    assert codes(fields) == ([("assertion-without-evidence", "/relations/0")] if speaks else [])


def test_an_impossible_date_that_a_source_gives_may_be_kept(codes: Codes) -> None:
    kept = "{role: announced, value: '2025-02-30', rank: deprecated, note: There is no such day.}"
    assert codes(f"dates:\n- {{role: announced, value: '2025-02'}}\n- {kept}\n") == []


def test_context_needs_no_evidence_and_a_draft_is_only_warned(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    path = tmp_path / "example.yaml"
    fields = "status: draft\nstatements:\n- {nature: context, text: {en: Background.}}\n"
    path.write_bytes(example_file(rule, fields))
    assert [(f.name, f.severity, f.pointer) for f in validate(path)] == [
        ("assertion-without-evidence", "warning", "/dates/0")
    ]


def test_a_reference_to_another_kind_says_so(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    path = tmp_path / "example.yaml"
    path.write_bytes(example_file(rule, "occasion: a\nactors:\n- {id: a, type: person, name: {en: A}}\n"))
    (finding,) = validate(path)
    assert finding.message.startswith("expected the id of an occasion, found that of an actor: a")


REGISTRY = "kind: registry\nschema_version: 0.1.0\nid: {0}\n{1}"


def test_a_mistake_in_one_file_sets_off_nothing_in_another(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    using = "occasion: summit\nroles:\n- {actor: someone, role: speaker}\n"
    (tmp_path / "example.yaml").write_bytes(example_file(rule, using))
    someone = "actors:\n- {id: someone, type: persn, name: {en: Someone}}\n"
    (tmp_path / "shape.yaml").write_text(REGISTRY.format("shape", someone))
    (tmp_path / "broken.yaml").write_text(REGISTRY.format("broken", "occasions:\n- id: summit\n  name: {en: 'Sum\n"))
    found = [(Path(finding.path).name, finding.name) for finding in validate(tmp_path)]
    assert found == [("broken.yaml", "broken-yaml"), ("shape.yaml", "unknown-code")]


def test_ids_are_unique_across_files_and_kinds(tmp_path: Path) -> None:
    body = "actors:\n- {id: same, type: person, name: {en: A}}\n"
    (tmp_path / "one.yaml").write_text(REGISTRY.format("one", body))
    (tmp_path / "two.yaml").write_text(
        REGISTRY.format("two", body.replace("actors", "occasions").replace("type: person, ", ""))
    )
    found = [(each.name, Path(each.path).name, each.line) for each in validate(tmp_path)]
    assert found == [("duplicate-id", "one.yaml", 5), ("duplicate-id", "two.yaml", 5)]
    assert ["two.yaml:5" in each.message for each in validate(tmp_path)] == [True, False]
