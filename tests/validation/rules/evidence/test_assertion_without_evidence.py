"""Which assertions need evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from communique.validation.registry import find
from communique.validation.rule_example import example_file
from support.rule_records import Codes


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


def test_context_needs_no_evidence_and_a_draft_is_only_warned(tmp_path: Path) -> None:
    rule = find("impossible-date")
    assert rule
    path = tmp_path / "example.yaml"
    fields = "status: draft\nstatements:\n- {nature: context, text: {en: Background.}}\n"
    path.write_bytes(example_file(rule, fields))
    assert [(f.name, f.severity, f.pointer) for f in validate(path)] == [
        ("assertion-without-evidence", "warning", "/dates/0")
    ]
