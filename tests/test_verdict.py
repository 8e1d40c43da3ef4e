"""What is said of a file depends on the corpus alone: not on who asks, in which order, or how often."""

from __future__ import annotations

import json
import os
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from conftest import RECORDS, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Finding
from communique.api import inspect, inspect_content, validate
from communique.corpus.corpus import Corpus, Entry
from communique.corpus.graph import way_round
from communique.reading import read_bytes, read_file, record_files
from communique.text.source_text import Texts
from communique.validation.engine import check, check_corpus
from communique.validation.registry import record_rules
from communique.validation.registry import rules as every_rule
from communique.validation.rule import Context, RecordRule
from communique.validation.rule_example import example_file
from communique.validation.rules.references import relation_cycle

HEAD = {"schema_version": "0.2.0"}
EVIDENCE: list[dict[str, Any]] = [{"source": "report"}]
DATASET = {
    **HEAD,
    "kind": "dataset",
    "id": "dataset",
    "title": {"en": "All"},
    "licence": "CC0-1.0",
    "creators": [{"name": "Somebody"}],
    "version": "0.1.0",
    "coverage": {"as_of": "2026-11-24"},
    "languages": ["en"],
}
REPORT = {"id": "report", "type": "news", "access": "full_text"}
LAW = {"id": "x", "type": "law", "name": {"en": "Law"}}
NAMES = ("a", "b", "c")
IDS = st.sampled_from(["x", "xx", "xxx"])
WORDS = st.sampled_from(["Same", "Other"])


def announcement(id: str, **fields: Any) -> dict[str, Any]:
    return {
        **HEAD,
        "kind": "announcement",
        "id": id,
        "title": {"en": id},
        "types": ["speech"],
        "status": "reviewed",
        **({} if "roles" in fields else {"unknown": [{"field": "roles", "reason": "not_stated"}]}),
        "dates": [{"role": "announced", "value": "2025-07-26", "evidence": EVIDENCE}],
        **fields,
    }


def registry(id: str, **fields: Any) -> dict[str, Any]:
    return {**HEAD, "kind": "registry", "id": id, **fields}


def write(folder: Path, files: dict[str, Any]) -> Path:
    for name, data in files.items():
        text = data if isinstance(data, str) else json.dumps(data, indent=1)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path].append(finding)
    return found


def holds_together(folder: Path, asked: random.Random) -> None:
    """Each file alone, and some of them in any order, give of each file what the whole corpus gives."""
    whole = by_file(validate(folder))
    paths = [str(path) for path in record_files(folder)]
    for path in paths:
        assert validate(path) == whole.get(path, []), path
    some = asked.sample(paths, asked.randint(2, len(paths)))
    assert validate(some) == [finding for path in some for finding in whole.get(path, [])]


# Small corpora with every mistake that more than one file has a part in.

relation = st.builds(
    lambda type, target: {"type": type, "target": target, "basis": "reported", "evidence": EVIDENCE},
    st.sampled_from(["amends", "supersedes", "same_event", "precedes", "contrasts_with", "follows"]),
    st.sampled_from([*NAMES, "nowhere"]),
)
actor = st.builds(
    lambda id, name, former, part_of: {
        "id": id,
        "type": "group",
        "name": {"en": name},
        **({"former_ids": [former]} if former else {}),
        **({"part_of": part_of} if part_of else {}),
    },
    IDS,
    WORDS,
    st.none() | st.sampled_from(["x", "xx", "old", "older"]),
    st.none() | IDS,
)
shared = st.fixed_dictionaries(
    {},
    optional={"actors": st.lists(actor, max_size=2), "instruments": st.just([LAW])},
)
fields = st.builds(
    lambda mine, relations, role, status, title: {
        **mine,
        **({"relations": relations} if relations else {}),
        **({"roles": [{"actor": role, "role": "announcer", "evidence": EVIDENCE}]} if role else {}),
        **({"replaced_by": "b"} if status == "superseded" else {}),
        "status": status,
        "title": {"en": title},
    },
    shared,
    st.lists(relation, max_size=2),
    st.none() | st.sampled_from(["x", "x", "x", "old", "report"]),
    st.sampled_from(["reviewed", "reviewed", "draft", "withdrawn", "superseded"]),
    st.sampled_from(["China launches a fund", "China launches the fund"]),
)
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


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


TWO_WAYS = {
    "a": [{"type": "amends", "target": "b", "basis": "reported", "evidence": EVIDENCE}],
    "b": [{"type": "amends", "target": "a", "basis": "reported", "evidence": EVIDENCE}],
}


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
    walks = Mock(side_effect=way_round)
    monkeypatch.setattr(relation_cycle, "way_round", walks)
    found = check(documents).findings
    assert [each.code for each in found] == ["CQ308"] * size and walks.call_count == 1
    assert found[7].message.endswith(": o7 -> o8 -> o9 -> o10 -> o11 -> o12 -> o13 -> ... -> o7")


def occasion(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "name": {"en": id}, **fields}


# A document is not changed by checking it.


def test_checking_twice_finds_the_same(tmp_path: Path) -> None:
    text = json.dumps(announcement("a", tpyes=["x"], dates=[{"role": "no", "value": "26 July"}], sources="none"))
    document = read_bytes(text.encode(), "a.yaml")
    before = document.findings
    first, second = check([document]), check([document])
    assert first.findings == second.findings and len(first.findings) > 3
    assert document.findings is before


def test_a_document_cannot_be_changed() -> None:
    document = read_bytes(b"id: *x\n", "a.yaml")
    with pytest.raises(AttributeError):
        document.findings = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        document.marks[()] = document.marks[()]  # type: ignore[index]
    assert isinstance(document.findings, tuple) and isinstance(document.spoiled, frozenset)
    assert isinstance(document.internal_errors, tuple)


def test_a_file_that_vanishes_while_others_are_read_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"a": announcement("a", sources=[REPORT]), "b": announcement("b", sources=[REPORT])})

    def watch(files: Sequence[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
        for file, folder in files:
            (tmp_path / "b.yaml").unlink(missing_ok=True)
            yield file, folder

    found = inspect(tmp_path, watch=watch).findings
    assert [(Path(each.path).name, each.code) for each in found] == [("b.yaml", "CQ101")]


# What cannot be read sets off nothing elsewhere.


def spoil_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# \xff\n")


def spoil_id(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"report", b"rep\xfcrt", 1))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_large(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"#" * 2_000_000)


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("gone.yaml")


def cut_utf_16(path: Path) -> None:
    content = path.read_text(encoding="utf-8").encode("utf-16")
    path.write_bytes(content[: len(content) // 3])


def make_utf_16_without_mark(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16-le"))


def misspell_list(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"sources"', '"sourcs"'), encoding="utf-8")


def misspell_kind(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"kind"', '"knid"'), encoding="utf-8")


def make_list(path: Path) -> None:
    path.write_text(f"[{path.read_text(encoding='utf-8')}]", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "is_unread"),
    [
        (spoil_byte, "CQ102", False),
        (spoil_id, "CQ102", True),
        (empty, "CQ104", True),
        (make_large, "CQ111", True),
        (make_folder, "CQ101", True),
        (make_pipe, "CQ101", True),
        (make_link_to_nothing, "CQ101", True),
        (cut_utf_16, "CQ102", True),
        (make_utf_16_without_mark, "CQ113", False),
        (misspell_list, "CQ206", False),
        (misspell_kind, "CQ206", False),
        (make_list, "CQ201", False),
    ],
)
def test_a_spoilt_registry_is_its_own_mistake_only(
    spoil: Callable[[Path], None], code: str, is_unread: bool, tmp_path: Path, run: Run
) -> None:
    """Neither are references to it dangling, nor is what it may refer to unused."""
    group = {"type": "group", "name": {"en": "X"}}
    used = registry("used", actors=[{"id": "x", **group, "name": {"en": "Whole"}}])
    sources = registry("sources", sources=[REPORT], actors=[{"id": "part", **group, "part_of": "x"}])
    role = {"actor": "part", "role": "host", "evidence": EVIDENCE}
    write(tmp_path, {"dataset": DATASET, "a": announcement("a", roles=[role]), "used": used, "sources": sources})
    assert validate(tmp_path) == []
    spoil(tmp_path / "sources.yaml")
    report = inspect(tmp_path)
    assert {(Path(each.path).name, each.code) for each in report.findings} >= {("sources.yaml", code)}
    assert {Path(each.path).name for each in report.findings if each.code != "CQ312"} == {"sources.yaml"}
    assert validate(tmp_path / "a.yaml") == []
    said = "references to unknown ids not reported: sources.yaml cannot be read and may define them"
    assert (said in run("validate", ".", cwd=tmp_path).stdout.splitlines()) == is_unread


def test_a_file_of_another_program_hides_nothing(tmp_path: Path) -> None:
    lone = registry("lone", actors=[{"id": "alone", "type": "group", "name": {"en": "Lone"}}])
    role = {"actor": "lone-thing", "role": "host", "evidence": EVIDENCE}
    files = {"dataset": DATASET, "a": announcement("a", roles=[role], sources=[REPORT])}
    write(tmp_path, {**files, "lone": lone, "compose": {"version": 3, "id": "lone-thing"}})
    found = by_file(validate(tmp_path))
    assert {Path(path).name: [each.code for each in some] for path, some in found.items()} == {
        "a.yaml": ["CQ301"],
        "compose.yaml": ["CQ205", "CQ205"],
        "lone.yaml": ["CQ312"],
    }
    for path, some in found.items():
        assert validate(path) == some


def test_what_took_the_place_of_a_record_may_stand_in_a_broken_one(tmp_path: Path) -> None:
    old = announcement("old", status="superseded", replaced_by="new")
    relation = {**TWO_WAYS["b"][0], "target": "old"}
    new = announcement("new", tpyes=[])
    write(tmp_path, {"a": announcement("a", relations=[relation], sources=[REPORT]), "old": old, "new": new})
    (relied_on,) = [each for each in validate(tmp_path) if each.code == "CQ310"]
    assert relied_on.help == "relate to new, which took its place"


def test_a_witness_whose_source_cannot_be_read_is_no_witness_of_its_own(tmp_path: Path) -> None:
    def date(value: str, *sources: str, **fields: str) -> dict[str, Any]:
        return {"role": "announced", "value": value, "evidence": [{"source": each} for each in sources], **fields}

    dates = [date("2025-07-26", "report", "copy", rank="preferred"), date("2025-07-25", "third")]
    sources = [REPORT, {**REPORT, "id": "copy", "derived_from": "report"}]
    third = registry("more", sources=[{**REPORT, "id": "third"}])
    write(tmp_path, {"a": announcement("a", dates=dates, sources=sources), "more": third})
    assert [each.code for each in validate(tmp_path)] == ["CQ409"]
    (tmp_path / "more.yaml").write_text((tmp_path / "more.yaml").read_text() + "'")
    assert [(Path(each.path).name, each.code) for each in validate(tmp_path)] == [("more.yaml", "CQ105")]


# Whether a rule could look.


class Watched(Corpus):
    """A corpus that knows whether it was looked at."""

    looked = False

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_") and name != "complete":
            type(self).looked = True
        return super().__getattribute__(name)


@pytest.mark.parametrize("rule", record_rules(), ids=lambda rule: rule.name)
def test_a_rule_that_looks_at_other_records_says_so(rule: RecordRule) -> None:
    Watched.looked = False
    for entry in examples():
        list(rule.check(entry, Context(Watched((entry,)), Texts())))
    assert rule.looks_beyond >= Watched.looked


@cache
def examples() -> list[Entry]:
    """The records of all examples of rules."""
    rules = [rule for rule in every_rule().values() if not rule.stage.precedes_records and rule.bad]
    documents = [read_bytes(example_file(rule, rule.bad), f"{rule.code}.yaml") for rule in rules]
    return [*check_corpus(documents).corpus.entries]
