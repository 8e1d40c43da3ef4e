"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import Finding, validate
from communique.validation.registry import find
from communique.validation.rule_example import example_file
from support.linked_records import Write
from support.one_record import Findings, Pointers, record
from support.rule_records import Codes


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


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a folder; the keywords are their names and what stands in them."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


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
