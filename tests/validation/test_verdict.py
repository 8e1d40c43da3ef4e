"""What is said of a file depends on the corpus alone: not on who asks, in which order, or how often."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Finding
from communique.api import inspect_content, validate
from communique.corpus.cycles import shortest_cycle
from communique.reading import read_bytes, read_file, record_files
from communique.validation.engine import check
from communique.validation.rules.references import relation_cycle
from support.examples import examples
from support.folders import RECORDS
from support.written_corpus import (
    DATASET,
    NAMES,
    REPORT,
    TWO_WAYS,
    announcement,
    by_file,
    fields,
    registry,
    shared,
    write,
)


def holds_together(folder: Path, asked: random.Random) -> None:
    """Each file alone, and some of them in any order, give of each file what the whole corpus gives."""
    whole = by_file(validate(folder))
    paths = [str(path) for path in record_files(folder)]
    for path in paths:
        assert validate(path) == whole.get(path, []), path
    some = asked.sample(paths, asked.randint(2, len(paths)))
    assert validate(some) == [finding for path in some for finding in whole.get(path, [])]


SPOILT: dict[str, Any] = {
    "nothing": lambda data: data,
    "a typing error": lambda data: {**data, "tpyes": []},
    "an older version": lambda data: {**data, "schema_version": "0.1.0"},
    "no kind": lambda data: {("kin" if key == "kind" else key): value for key, value in data.items()},
    "broken off": lambda data: json.dumps(data, indent=1)[:-1] + ", 'and so\n",
    "of others": lambda data: {"version": 3, "id": "x"},
    "empty": lambda data: "",
    "another dataset": lambda data: DATASET,
}
spoiling = st.sampled_from(["nothing"] * 12 + list(SPOILT))

spoilings = st.lists(spoiling, min_size=5, max_size=5)


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(fields, min_size=3, max_size=3), shared, shared, spoilings, st.randoms())
def test_one_file_and_the_whole_corpus_say_the_same_of_it(
    tmp_path: Path,
    records: list[dict[str, Any]],
    one: dict[str, Any],
    other: dict[str, Any],
    spoilt: list[str],
    asked: random.Random,
) -> None:
    files = {name: announcement(name, **each) for name, each in zip(NAMES, records, strict=True)}
    files |= {"one": registry("one", sources=[REPORT], **one), "other": registry("other", **other)}
    content = {name: SPOILT[how](data) for (name, data), how in zip(files.items(), spoilt, strict=True)}
    holds_together(write(tmp_path, {"dataset": DATASET, **content}), asked)


@pytest.mark.slow
@pytest.mark.parametrize("step", [24, pytest.param(1, marks=pytest.mark.slow)])
def test_each_shipped_record_alone_is_judged_as_with_all_others(step: int) -> None:
    documents = [read_file(path) for path in record_files(RECORDS)]
    whole = by_file(list(check(documents).findings))
    for document in documents[::step]:
        assert list(check(documents, {document.path}).findings) == whole.get(document.path, [])


@pytest.mark.slow
def test_the_shipped_records_spoilt_are_judged_alike(shipped_copy: Path) -> None:
    """Every record has a double whose definitions are the same, and every second one a typing error."""
    paths = list(record_files(shipped_copy))
    for number, path in enumerate(paths[::6]):
        text = path.read_text(encoding="utf-8")
        path.with_name(f"copy-{path.name}").write_text(text + ("tpyo: 1\n" if number % 2 else ""), encoding="utf-8")
    documents = [read_file(path) for path in record_files(shipped_copy)]
    whole = by_file(list(check(documents).findings))
    assert len(whole) > 8
    for document in documents[::20]:
        assert list(check(documents[::-1], {document.path}).findings) == whole.get(document.path, [])


def test_the_order_of_the_documents_and_the_names_of_the_files_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = announcement("b", actors=[{"id": "x", "type": "group", "name": {"en": "X"}}], relations=TWO_WAYS["b"])
    first = announcement("a", actors=again["actors"], relations=TWO_WAYS["a"])
    write(tmp_path, {"dataset": DATASET, "a": first, "b": again, "r": registry("r", sources=[REPORT])})
    documents = [read_file(path) for path in record_files(tmp_path)]
    found = by_file(list(check(documents).findings))
    assert [{each.code for each in some} >= {"CQ302", "CQ308"} for some in found.values()] == [True, True]
    assert by_file(list(check(documents[::-1]).findings)) == found
    monkeypatch.chdir(tmp_path)
    said = messages(validate("a.yaml"))
    assert messages(validate(tmp_path / "a.yaml")) == messages(validate(["b.yaml", f"../{tmp_path.name}"])) == said
    assert messages(inspect_content((tmp_path / "a.yaml").read_bytes(), "a.yaml").findings) == said


def messages(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings if Path(each.path).name == "a.yaml"]


def test_a_link_to_a_file_of_the_corpus_is_judged_alike(tmp_path: Path) -> None:
    write(tmp_path, {"dataset": DATASET, "r": registry("r", sources=[REPORT])})
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yaml").symlink_to(tmp_path / "r.yaml")
    whole = by_file(validate(tmp_path))
    assert {each.code for each in validate(tmp_path / "deep" / "a.yaml")} >= {"CQ302", "CQ303"}
    assert validate(tmp_path / "deep" / "a.yaml") == whole[str(tmp_path / "deep" / "a.yaml")]


def test_a_second_dataset_is_told_in_both_files(tmp_path: Path) -> None:
    write(tmp_path, {"dataset": DATASET, "about": {**DATASET, "id": "about"}})
    found = validate(tmp_path)
    assert [(Path(each.path).name, each.code) for each in found] == [("about.yaml", "CQ304"), ("dataset.yaml", "CQ304")]
    assert "dataset.yaml:3" in found[0].message and "about.yaml:3" in found[1].message


def test_a_long_cycle_through_many_files_is_told_in_each_in_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 300
    steps = [
        json.dumps(registry(f"r{n}", occasions=[occasion(f"o{n}", part_of=f"o{(n + 1) % size}")])) for n in range(size)
    ]
    documents = [read_bytes(text.encode(), f"r{n}.yaml") for n, text in enumerate(steps)]
    walks = Mock(side_effect=shortest_cycle)
    monkeypatch.setattr(relation_cycle, "shortest_cycle", walks)
    found = check(documents).findings
    assert [each.code for each in found] == ["CQ308"] * size and walks.call_count == 1
    assert found[7].message.endswith(": o7 -> o8 -> o9 -> o10 -> o11 -> o12 -> o13 -> ... -> o7")


def occasion(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "name": {"en": id}, **fields}
