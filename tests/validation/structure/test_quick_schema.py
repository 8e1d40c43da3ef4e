"""The quick verdict of older schemas is that of jsonschema, and nothing else changes with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from communique import schemas
from communique.models import SCHEMA_VERSION
from communique.reading import read_file, record_files
from communique.validation.engine import check
from communique.validation.structure import quick_schema
from communique.validation.structure.quick_schema import surely_accepts
from support.documents import mutated
from support.examples import examples
from support.folders import EXAMPLES

OLDER = [each for each in schemas.versions() if each != SCHEMA_VERSION]
OLD_RECORDS = [path for version in OLDER for path in record_files(EXAMPLES / version)]
RELAXED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, max_examples=examples(25))


@pytest.mark.property
@pytest.mark.parametrize("path", OLD_RECORDS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_the_quick_verdict_is_that_of_jsonschema(path: Path) -> None:
    data = read_file(path).data
    version, kind = data["schema_version"], data["kind"]
    engine = Draft202012Validator(schemas.load(version, kind))
    seen = {surely_accepts(data, version, kind)}

    @RELAXED
    @given(mutated(data))
    def agrees(spoilt: Any) -> None:
        verdict = surely_accepts(spoilt, version, kind)
        assert verdict == engine.is_valid(spoilt)
        seen.add(verdict)

    agrees()
    assert seen == {True, False}


@pytest.mark.parametrize("number", [10**400, -(10**30), float("nan"), float("inf"), 3.0])
def test_no_number_is_a_defect(number: float) -> None:
    example = read_file(OLD_RECORDS[-1]).data
    assert not surely_accepts({**example, "measures": number}, OLDER[-1], example["kind"])


def test_without_the_library_nothing_is_sure_and_the_findings_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [read_file(path) for path in OLD_RECORDS]
    found = check(documents)
    quick_schema._validator.cache_clear()
    monkeypatch.setattr(quick_schema, "find_spec", lambda _: None)
    assert not surely_accepts(documents[0].data, OLDER[0], documents[0].data["kind"])
    assert check(documents) == found
    quick_schema._validator.cache_clear()
