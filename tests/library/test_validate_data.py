"""Records in memory: the findings of a JSON file that holds the same, and clear errors for what JSON does not have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import communique
from communique.diagnostics.rule import Stage
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes, read_file, record_files
from communique.validation import registry
from support.folders import EXAMPLES, INVALID
from support.rule_example import example_file

OF_FILE_NAMES = "CQ303"
EMPTY: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "people"}


def cases() -> Iterator[Any]:
    for folder in sorted(EXAMPLES.iterdir()):
        yield pytest.param([read_file(path).data for path in record_files(folder)], id=folder.name)
    for path in sorted(INVALID.iterdir()):
        documents = [read_file(each) for each in record_files(path)] if path.name != "texts" else []
        data = [each.data for each in documents if each.complete and isinstance(each.data, dict)]
        if data and len(data) == len(documents):
            yield pytest.param(data, id=path.name)
    for rule in registry.rules().values():
        document = read_bytes(example_file(rule, rule.bad), f"example{rule.suffix}")
        if rule.bad and document.complete and isinstance(document.data, dict):
            yield pytest.param([document.data], id=rule.code)


def in_files(records: list[dict[str, Any]], folder: Path) -> list[tuple[str, str, str]]:
    paths = [folder / f"{place:03}.json" for place in range(len(records))]
    for path, record in zip(paths, records, strict=True):
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return [
        (str(paths.index(Path(each.path))), each.code, each.pointer)
        for each in communique.validate(folder)
        if each.code != OF_FILE_NAMES
    ]


@pytest.mark.parametrize("records", list(cases()))
def test_the_findings_are_those_of_a_file(records: list[dict[str, Any]], tmp_path: Path) -> None:
    found = communique.validate_data(records)
    in_memory = [(each.path.removeprefix("<data[").removesuffix("]>"), each.code, each.pointer) for each in found]
    assert sorted(in_memory) == sorted(in_files(records, tmp_path))


def test_there_are_cases_of_every_kind_of_rule() -> None:
    codes = {each.code for case in cases() for each in communique.validate_data(case.values[0])}
    stages = {rule.stage for code, rule in registry.rules().items() if code in codes}
    assert stages == {Stage.READING, Stage.STRUCTURE, Stage.RECORDS}


def test_one_record_is_the_same_as_a_list_of_one() -> None:
    record = {**EMPTY, "actors": [{"id": "a", "type": "persn", "name": {"en": "A"}}]}
    (alone,), (listed,) = communique.validate_data(record), communique.validate_data([record])
    assert (alone.code, alone.pointer, alone.path, listed.path) == ("CQ208", "/actors/0/type", "<data>", "<data[0]>")
    text = json.dumps(record, indent=2, ensure_ascii=False).splitlines()
    assert text[alone.line - 1][alone.column - 1 :].startswith('"persn"')


def test_a_model_is_checked_beside_the_registries_that_it_needs() -> None:
    corpus = communique.load(EXAMPLES / SCHEMA_VERSION)
    record = corpus.announcements["cn-waico-proposal-2025"]
    assert communique.validate_data([record, *corpus.registries.values()]) == []
    assert {each.code for each in communique.validate_data(record)} == {"CQ301"}


def test_nothing_that_is_given_is_changed() -> None:
    record = {**EMPTY, "actors": [{"id": "a", "type": "persn", "name": {"en": "A"}}]}
    before = json.dumps(record)
    communique.validate_data(record)
    assert json.dumps(record) == before


@pytest.mark.parametrize(
    ("value", "error", "word"),
    [
        (date(2025, 7, 26), TypeError, "'2025-07-26'"),
        (datetime(2025, 7, 26, 12), TypeError, "datetime"),
        ({"a"}, TypeError, "set"),
        (b"a", TypeError, "bytes"),
        (object(), TypeError, "object"),
        (MappingProxyType({"a": 1}), TypeError, "mappingproxy"),
        ({1: "a"}, TypeError, "key"),
        (float("nan"), ValueError, "nan"),
        (float("-inf"), ValueError, "inf"),
        pytest.param(10**6000, ValueError, "digits", id="digits"),
    ],
)
def test_what_json_does_not_have_is_an_error_with_its_place(value: Any, error: type[Exception], word: str) -> None:
    with pytest.raises(error, match=word) as caught:
        communique.validate_data({**EMPTY, "extensions": {"example.org": {"list": [1, value]}}})
    assert "/extensions/example.org/list/1" in str(caught.value)
    assert Path(caught.traceback[-1].path).name == "python_data.py"


def test_data_that_contains_itself_is_an_error() -> None:
    endless: dict[str, Any] = dict(EMPTY)
    endless["extensions"] = {"example.org": endless}
    with pytest.raises(ValueError, match="nested"):
        communique.validate_data(endless)


@pytest.mark.parametrize("text", ["\ud800", "a\u202eb", "e\u0301", "\x00", "tab\t", "\ufeff"])
def test_any_text_gives_findings(text: str) -> None:
    found = communique.validate_data({**EMPTY, "note": text})
    assert all(each.path == "<data>" for each in found)
    assert found or text == "tab\t"


@pytest.mark.parametrize("given", ["records", b"records", 1, None, ["records"], [EMPTY, 1], Path("records")])
def test_what_is_no_record_is_refused(given: Any) -> None:
    with pytest.raises(TypeError):
        communique.validate_data(given)


@pytest.mark.parametrize("given", [EMPTY, [EMPTY], 1, None, b"records", [EMPTY, "records"]])
def test_validate_takes_paths_and_names_what_takes_records(given: Any) -> None:
    for function in (communique.validate, communique.load):
        with pytest.raises(TypeError, match="validate_data"):
            function(given)
