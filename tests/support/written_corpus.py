"""Records of a small corpus as plain data, written to a folder."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from communique import Finding

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


def with_subjects(folder: Path, subjects: Iterable[str]) -> Path:
    """A new folder with a valid corpus, which has a quantity with each of these subjects.

    JSON has an escape for every character.
    """
    quantities = [{"subject": each, "value": 1, "comparator": "exactly", "evidence": EVIDENCE} for each in subjects]
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(announcement("a", quantities=quantities)), encoding="utf-8")
    return write(folder, {"dataset": DATASET, "all": registry("all", sources=[REPORT])})


def by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path].append(finding)
    return found


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

TWO_WAYS = {
    "a": [{"type": "amends", "target": "b", "basis": "reported", "evidence": EVIDENCE}],
    "b": [{"type": "amends", "target": "a", "basis": "reported", "evidence": EVIDENCE}],
}
