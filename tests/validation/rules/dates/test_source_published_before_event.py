"""Sources that are older than what they report."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from communique.validation.registry import find
from support.rule_example import example_file
from support.rule_records import Codes


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


def test_both_dates_are_named(tmp_path: Path) -> None:
    rule = find("source-published-before-event")
    assert rule
    path = tmp_path / "example.yaml"
    path.write_bytes(example_file(rule, rule.bad))
    (message,) = (each.message for each in validate(path) if each.name == rule.name)
    assert "published on 2025-07-20, before 2025-07-26" in message
