"""`communique schema --bundle --flat`: the schema for structured outputs of language models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from communique import schemas
from communique.authoring.answer import record_of
from communique.models import SCHEMA_VERSION
from communique.schemas.flat import flat
from support.command_line import Run
from support.documents import valid_looking
from support.every_field import every_field
from support.flattened import flattened
from support.folders import CORPUS, RECORD, RECORDS

FULL = schemas.load(SCHEMA_VERSION, "announcement")
FLAT = flat()
VALID = Draft202012Validator(FLAT)

# What OpenAI, Anthropic and Gemini all document for structured outputs, and the limits of OpenAI, which are stated.
KEYWORDS = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "$ref", "description"}
MOST_PROPERTIES, DEEPEST, MOST_CODES, LONGEST = 5_000, 10, 1_000, 120_000


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within the flat schema."""
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("anyOf", ())]
    for each in [*inner, *([schema["items"]] if "items" in schema else ())]:
        yield from nodes(each)


def depth(schema: dict[str, Any], above: tuple[str, ...] = ()) -> int:
    """How many objects are inside each other; the definitions are not recursive."""
    if name := schema.get("$ref", "").rpartition("/")[2]:
        assert name not in above
        return depth(FLAT["$defs"][name], (*above, name))
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    inner += [schema["items"]] if "items" in schema else []
    return ("properties" in schema) + max((depth(each, above) for each in inner), default=0)


def test_it_uses_only_what_every_api_takes() -> None:
    Draft202012Validator.check_schema(FLAT)
    for node in nodes(FLAT):
        assert node.keys() - KEYWORDS <= ({"$defs"} if node is FLAT else set())
        if "$ref" in node:
            assert node.keys() == {"$ref"} and node["$ref"].removeprefix("#/$defs/") in FLAT["$defs"]
        if "properties" in node:
            assert (node["type"], node["additionalProperties"]) == ("object", False)
            assert node["required"] == list(node["properties"])
        assert isinstance(node.get("type", ""), str)


def test_it_is_within_the_stated_limits() -> None:
    names = [name for node in nodes(FLAT) for name in node.get("properties", ())]
    codes = [code for node in nodes(FLAT) for code in node.get("enum", ())]
    assert len(names) < MOST_PROPERTIES
    assert len(codes) < MOST_CODES
    assert sum(map(len, [*names, *codes, *FLAT["$defs"]])) < LONGEST
    assert depth(FLAT) <= DEEPEST


def test_no_object_looks_like_a_text_in_a_language() -> None:
    objects = [each["properties"].keys() for each in FULL["$defs"].values() if "properties" in each]
    assert [each for each in objects if each <= {"language", "text"}] == []


def assert_accepted(record: dict[str, Any]) -> None:
    answer = flattened(record, FULL, FULL)
    assert [error.json_path for error in VALID.iter_errors(answer)] == []
    assert record_of(answer) == {name: each for name, each in record.items() if name != "extensions"}


def test_it_accepts_every_field_that_the_full_schema_accepts() -> None:
    given = [each.document for each in every_field() if each.kind == "announcement"]
    assert len(given) > 300
    for record in given:
        assert_accepted(record)


@pytest.mark.slow
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(valid_looking("announcement"))
def test_it_accepts_whatever_follows_the_full_schema(record: dict[str, Any]) -> None:
    assert_accepted(record)


def announcements(folder: Path) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = [yaml.load(path.read_bytes(), loader) for path in sorted(folder.rglob("2*/*.yaml"))]
    return [each for each in found if each["schema_version"] == SCHEMA_VERSION]


@pytest.mark.parametrize("folder", [CORPUS, pytest.param(RECORDS, marks=pytest.mark.slow)])
def test_it_accepts_the_records(folder: Path) -> None:
    records = announcements(folder)
    assert records
    for record in records:
        assert_accepted(record)


def test_its_description_says_what_was_loosened() -> None:
    number = json.dumps(FULL).count('"uniqueItems": true')
    assert f"uniqueItems ({number})" in FLAT["description"]
    assert "Left out are the fields: extensions." in FLAT["description"]
    assert "communique validate" in FLAT["description"]


@pytest.mark.parametrize("spoiled", [{"kind": "other"}, {"more": 1}, {"types": ["speach"]}, {"title": {"en": "A"}}])
def test_it_refuses_what_it_can(spoiled: dict[str, Any]) -> None:
    record = yaml.safe_load(RECORD.read_bytes())
    assert not VALID.is_valid({**flattened(record, FULL, FULL), **spoiled})


def test_an_answer_becomes_a_valid_record(run: Run, tmp_path: Path) -> None:
    text = "A new body.\nIt is to sit in Shanghai."
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report.txt").write_text(text, encoding="utf-8")
    record = {
        "schema_version": SCHEMA_VERSION,
        "kind": "announcement",
        "id": "example",
        "title": {"en": "A new body", "zh-Hans": "新机构"},
        "types": ["other"],
        "status": "draft",
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": [{"source": "report"}]}],
        "sources": [{"id": "report", "type": "news", "access": "full_text"}],
    }
    answer = flattened(record, FULL, FULL)
    answer["dates"][0]["evidence"][0]["words"] = "It is to sit in Shanghai."
    assert VALID.is_valid(answer)
    (tmp_path / "answer.json").write_text(json.dumps(answer), encoding="utf-8")
    printed = run("schema", "record", "answer.json", cwd=tmp_path)
    (tmp_path / "example.yaml").write_text(printed.stdout, encoding="utf-8")
    assert run("cite", "--fill", "example.yaml", "--sources", "texts", cwd=tmp_path).returncode == 0
    done = run("validate", "example.yaml", "--sources", "texts", cwd=tmp_path)
    assert done.stdout == "1 file checked: no findings\n1 passage verified, 0 failed, 0 not checked\n"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("[]", "no object with the fields of a record"),
        ("{", "cannot be read"),
        ('{"title": [{"language": "en", "text": "A"}, {"language": "en", "text": "B"}]}', "two texts in one language"),
    ],
)
def test_an_answer_that_is_no_record_is_refused(content: str, error: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "answer.json").write_text(content, encoding="utf-8")
    done = run("schema", "record", "answer.json", cwd=tmp_path)
    assert (done.returncode, error in done.stderr, done.stdout) == (2, True, "")


def test_the_command_prints_one_file_without_outside_references(run: Run) -> None:
    assert json.loads(run("schema", "--bundle", "--flat").stdout) == FLAT
    bundle = run("schema", "--bundle").stdout
    assert json.loads(bundle) == FULL
    assert bundle.count('"$ref": "') == bundle.count('"$ref": "#/$defs/') > 0
    assert run("schema", "--flat").returncode == run("schema", "0.2.1", "--bundle", "--flat").returncode == 2
