"""Every rule explains itself, and its examples do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.api import inspect
from communique.diagnostics.rule import Rule
from communique.documenting.rule_text import explain
from communique.validation import registry
from support.rule_example import example_file

RULES = list(registry.rules().values())
WITH_EXAMPLES = [rule for rule in RULES if rule.bad]


def findings(rule: type[Rule], example: str | bytes, folder: Path) -> list[tuple[str, str]]:
    path = folder / f"example{rule.suffix}"
    path.write_bytes(example_file(rule, example))
    texts = folder / "texts"
    texts.mkdir()
    for name, text in rule.texts:
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    return [(finding.code, finding.severity) for finding in inspect(path, sources=texts).findings]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.name)
def test_bad_example_gives_exactly_this_finding(rule: type[Rule], tmp_path: Path) -> None:
    assert findings(rule, rule.bad, tmp_path) == [(rule.code, rule.severity)]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.name)
def test_good_example_gives_none(rule: type[Rule], tmp_path: Path) -> None:
    assert findings(rule, rule.good, tmp_path) == []


def test_codes_and_names_are_unique_and_explained() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        page = " ".join(explain(rule).split())
        assert rule.reason in page and rule.fix in page
        assert registry.find(rule.name) is registry.find(rule.code.lower()) is rule


def test_only_rules_that_need_more_than_a_file_have_no_example() -> None:
    without = [rule.name for rule in RULES if not rule.bad]
    assert without == [
        "unreadable-file",
        "unreadable-cell",
        "second-dataset",
        "missing-inverse",
        "retired-record-relied-on",
        "unused-definition",
        "near-duplicate-record",
        "relation-against-dates",
        "unreadable-source-text",
        "unused-exception",
        "expired-exception",
        "outcome-contradicts-another",
    ]
