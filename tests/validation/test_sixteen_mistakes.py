"""Sixteen kinds of mistake, in YAML and in JSON, and some more: one finding each, in its place, with the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from support.sixteen_mistakes import IN_JSON, IN_YAML, JSON, MORE_IN_YAML, YAML, Mistake

CASES = [
    *(pytest.param("example.yaml", YAML, mistake, id=f"YAML: {name}") for name, mistake in MORE_IN_YAML.items()),
    *(pytest.param("example.yaml", YAML, mistake, id=f"YAML: {name}") for name, mistake in IN_YAML.items()),
    *(pytest.param("example.json", JSON, mistake, id=f"JSON: {name}") for name, mistake in IN_JSON.items()),
]


@pytest.mark.parametrize(("name", "text"), [("example.yaml", YAML), ("example.json", JSON)])
def test_without_an_error_there_is_no_finding(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert validate(tmp_path / name) == []


@pytest.mark.parametrize(("name", "text", "mistake"), CASES)
def test_one_error_is_one_finding(name: str, text: str, mistake: Mistake, tmp_path: Path) -> None:
    assert mistake.old in text
    spoilt = text.replace(mistake.old, mistake.new, 1)
    (tmp_path / name).write_bytes(spoilt.encode("utf-8", "surrogateescape"))
    found = [(finding.code, finding.line, finding.column) for finding in validate(tmp_path / name)]
    assert found == [(mistake.code, mistake.line, mistake.column)]
    assert mistake.help in validate(tmp_path / name)[0].help
