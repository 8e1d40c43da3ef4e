"""The versions that differ in words only are known, and their records are read by the models at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique import schemas
from communique.models import RECORD_KINDS, SAME_STRUCTURE, SCHEMA_VERSION
from communique.reading import read_bytes, read_file, record_files
from communique.schemas.comparison import WORDS
from communique.validation.engine import check
from communique.validation.examination import examine
from support.folders import EXAMPLES, INVALID


def structure(node: Any, *, names: bool = False) -> Any:
    """The schema without what is for people; ``names`` is true if the keys are names and no keywords."""
    if isinstance(node, list):
        return [structure(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: structure(each, names=key in ("properties", "$defs") and not names)
        for key, each in node.items()
        if names or key not in WORDS
    }


def bare(version: str, kind: str) -> Any:
    found = structure(schemas.load(version, kind))
    del found["$id"], found["properties"]["schema_version"]
    return found


@pytest.mark.parametrize("version", schemas.versions())
def test_the_versions_of_one_structure_are_listed(version: str) -> None:
    is_same = all(bare(version, kind) == bare(SCHEMA_VERSION, kind) for kind in RECORD_KINDS)
    assert is_same == (version in SAME_STRUCTURE), "SAME_STRUCTURE in models/schema_version.py is wrong"


def test_they_are_the_newest_in_their_order() -> None:
    assert schemas.versions()[-len(SAME_STRUCTURE) :] == SAME_STRUCTURE


RECORDS = [path for version in SAME_STRUCTURE for path in record_files(EXAMPLES / version)]
NAMED = f"schema_version: {SAME_STRUCTURE[0]}".encode()
BAD = [path for path in sorted(INVALID.glob("*.yaml")) if NAMED in path.read_bytes()]


def test_no_record_of_theirs_needs_a_validator_of_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("communique.validation.structure.check.structure_violations")
    assert {examine(read_file(path)).reach.value for path in RECORDS} == {"record"}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_findings_are_those_of_the_newest_version(path: Path) -> None:
    content = path.read_bytes()
    newest = content.replace(NAMED, f"schema_version: {SCHEMA_VERSION}".encode())
    found, again = (list(check([read_bytes(each, "x.yaml")]).findings) for each in (content, newest))
    assert found == again
    assert found
