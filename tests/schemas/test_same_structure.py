"""The versions that differ in words only are known, and their records are read by the models at once."""

from __future__ import annotations

from typing import Any

import pytest

from communique import schemas
from communique.models import RECORD_KINDS, SAME_STRUCTURE, SCHEMA_VERSION
from communique.schemas.comparison import WORDS


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
