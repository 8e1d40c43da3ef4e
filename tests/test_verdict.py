"""What is said of a file depends on the corpus alone: not on who asks, in which order, or how often."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from conftest import RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Finding
from communique.checking import check
from communique.library import validate
from communique.reading import read_file, record_files

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
        "types": ["other"],
        "status": "reviewed",
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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_each_shipped_record_alone_is_judged_as_with_all_others(step: int) -> None:
    documents = [read_file(path) for path in record_files(RECORDS)]
    whole = by_file(list(check(documents).findings))
    for document in documents[::step]:
        assert list(check(documents, {document.path}).findings) == whole.get(document.path, [])


def test_the_shipped_records_spoilt_are_judged_alike(shipped_copy: Path) -> None:
    """Every record has a double whose definitions are the same, and every second one a typing error."""
    paths = list(record_files(shipped_copy))
    for number, path in enumerate(paths[::6]):
        text = path.read_text(encoding="utf-8")
        path.with_name(f"copy-{path.name}").write_text(text + ("tpyo: 1\n" if number % 2 else ""), encoding="utf-8")
    documents = [read_file(path) for path in record_files(shipped_copy)]
    whole = by_file(list(check(documents).findings))
    assert len(whole) > 8
    for document in documents[::7]:
        assert list(check(documents[::-1], {document.path}).findings) == whole.get(document.path, [])
