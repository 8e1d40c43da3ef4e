"""Models and published JSON Schema accept and reject the same documents, and two engines agree on the schema."""

from __future__ import annotations

import functools
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from communique import schemas
from communique.models import RECORD_KINDS as MODELS
from communique.models import SCHEMA_VERSION
from communique.reading import read_file
from support.documents import KINDS, mutated, valid_looking
from support.examples import examples
from support.folders import CORPUS, RECORD

RELAXED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@functools.cache
def engines(kind: str) -> tuple[Draft202012Validator, Any]:
    schema = schemas.load(SCHEMA_VERSION, kind)
    return Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)


def verdicts(kind: str, document: Any) -> dict[str, bool]:
    try:
        MODELS[kind].model_validate(document)
        model = True
    except ValidationError:
        model = False
    python, rust = engines(kind)
    return {
        "model": model,
        "jsonschema (Python)": python.is_valid(document),
        "jsonschema (Rust)": rust.is_valid(document),
    }


def agree(kind: str, document: Any) -> bool:
    """Assert that all give one verdict; gives it."""
    found = verdicts(kind, document)
    assert len(set(found.values())) == 1, f"{found}\n{document!r}"
    return found["model"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_documents_built_from_the_schema(kind: str) -> None:
    seen: set[bool] = set()

    @settings(RELAXED, max_examples=40)
    @given(valid_looking(kind))
    def check(document: Any) -> None:
        seen.add(agree(kind, document))

    check()
    assert True in seen, "nothing valid was ever built, so the test proves nothing"


@pytest.mark.property
@pytest.mark.parametrize("path", [RECORD, CORPUS / "registry" / "instruments.yaml", CORPUS / "dataset.yaml"])
def test_mutations_of_the_real_records(path: Any) -> None:
    document = read_file(path).data
    kind = document["kind"]
    assert agree(kind, document)
    seen: set[bool] = set()

    @settings(RELAXED, max_examples=examples(120))
    @given(mutated(document))
    def check(spoilt: Any) -> None:
        seen.add(agree(kind, spoilt))

    check()
    assert seen == {True, False}


@pytest.mark.slow
@settings(RELAXED, max_examples=60)
@given(st.data())
def test_mutations_of_built_documents(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    document = data.draw(valid_looking(kind))
    agree(kind, data.draw(mutated(document)))


TRAILING_NEWLINE = {
    "id": "example\n",
    "schema_version": "0.1.0\n",
    "title": {"en\n": "An example"},
    "dates": [{"role": "announced", "value": "2025-07-26\n"}],
    "sources": [{"id": "report", "type": "news", "access": "full_text", "url": "https://example.org/\n"}],
}


@pytest.mark.parametrize("field", TRAILING_NEWLINE)
def test_a_trailing_newline_is_refused_by_all(field: str) -> None:
    document = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "An example"},
        "types": ["other"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26"}],
    }
    assert agree("announcement", document)
    assert not agree("announcement", {**document, field: TRAILING_NEWLINE[field]})
