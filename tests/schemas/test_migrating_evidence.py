"""From 0.2.1 to 0.3.0 and back: evidence gets shorter, passages get names, and no byte, fact or comment is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from communique import schemas
from communique.api import migrate
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.schemas.migrations import InexpressibleError, migrated, upgrade
from support.examples import examples

Json = Any
HEAD = (
    "schema_version: 0.2.1\nkind: announcement\nid: example\ntitle: {en: An example}\ntypes: [other]\nstatus: draft\n"
)
DIGESTS = [f"sha256:{letter * 64}" for letter in "ab"]


def in_brackets(data: Json) -> str:
    """Each field of the record as a flow mapping or list."""
    fields = ((name, yaml.safe_dump(value, default_flow_style=True, width=10**6)) for name, value in data.items())
    return "".join(f"{name}: {text.removesuffix('...' + chr(10))}" for name, text in fields)


WRITERS: dict[str, Callable[[Json], str]] = {
    "JSON": json.dumps,
    "JSON on many lines": lambda data: json.dumps(data, indent=2),
    "block": lambda data: yaml.safe_dump(data, sort_keys=False),
    "block, sorted": yaml.safe_dump,
    "flow": in_brackets,
}


def pieces() -> st.SearchStrategy[Json]:
    """Evidence of 0.2.1, in which sources, ranges and digests repeat."""
    ranges = st.tuples(st.sampled_from([0, 3]), st.sampled_from([9, 12]), st.sampled_from(DIGESTS))
    passage = ranges.map(lambda parts: dict(zip(("start", "end", "digest"), parts, strict=True)))
    whole = st.tuples(
        st.sampled_from(["report", "a-rather-long-name-of-a-source-that-fills-the-line", "2025"]),
        st.none() | passage,
        st.sampled_from([None, "So.", "Two\nlines.\n"]),
    )
    return whole.map(
        lambda parts: {name: part for name, part in zip(("source", "passage", "note"), parts, strict=True) if part}
    )


@st.composite
def records(draw: st.DrawFn) -> Json:
    dates = [
        {"role": "announced", "value": "2025-07-26", "evidence": draw(st.lists(pieces(), max_size=4))}
        for _ in range(draw(st.integers(1, 3)))
    ]
    cited = draw(st.lists(pieces(), max_size=2))
    actors = [{"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}, "evidence": cited}]
    data = {**yaml.safe_load(HEAD), "dates": dates, "actors": actors, "extensions": {"ours": {"evidence": [1]}}}
    return json.loads(json.dumps(data))  # no object stands twice


@pytest.mark.property
@pytest.mark.parametrize("way", WRITERS)
def test_evidence_there_and_back(way: str) -> None:
    seen: set[str] = set()

    @settings(deadline=None, derandomize=True, max_examples=examples(25))
    @given(records())
    def check(data: Json) -> None:
        content = WRITERS[way](data).encode()
        assert read_bytes(content, "").data == data
        there = migrated(content, "0.3.0")
        newest = read_bytes(there, "").data
        assert {**newest, "schema_version": SCHEMA_VERSION} == upgrade(read_bytes(content, "").data)
        assert Draft202012Validator(schemas.load("0.3.0", "announcement")).is_valid(newest)
        back = migrated(there, "0.2.1")
        assert read_bytes(back, "").data == data
        if way != "JSON on many lines":  # what was on many lines comes back on one
            assert back == content
        seen.update(newest)

    check()
    assert "passages" in seen


EVIDENCE = {
    "one line": ("evidence: [{source: a}, {source: b}]", "evidence: [a, b]"),
    "too wide for objects": (
        "evidence:\n  - source: " + "\n  - source: ".join(f"a-source-with-a-name-{number}" for number in range(4)),
        "evidence: [a-source-with-a-name-0, a-source-with-a-name-1, a-source-with-a-name-2, a-source-with-a-name-3]",
    ),
    "a comment between": ("evidence:\n  - source: a  # one\n  - source: b", "evidence:\n  - a  # one\n  - b"),
    "a note": (
        "evidence:\n  - source: a\n    note: So.\n  - source: b",
        "evidence:\n  - source: a\n    note: So.\n  - b",
    ),
    "quoted": ("evidence: [{source: 'a'}]", "evidence: ['a']"),
}


@pytest.mark.parametrize("way", EVIDENCE)
def test_however_evidence_is_written(way: str) -> None:
    old, new = (f"{HEAD}dates:\n- role: announced\n  value: '2025-07-26'\n  {each}\n" for each in EVIDENCE[way])
    there = migrate(old.encode(), "0.3.0")
    assert there.decode() == new.replace("0.2.1", "0.3.0")
    assert migrate(there, "0.2.1").decode() == old


def test_a_range_is_named_once() -> None:
    passage = f"\n    passage:\n      start: 0\n      end: 9\n      digest: {DIGESTS[0]}"
    evidence = f"  evidence:\n  - source: a{passage}\n    note: So.\n  - source: a{passage}\n"
    old = f"{HEAD}dates:\n- role: announced\n  value: '2025-07-26'\n{evidence}# The end.\n"
    there = migrate(old.encode(), "0.3.0").decode()
    assert (
        "  evidence:\n  - passage: a-0-9\n    note: So.\n  - passage: a-0-9\n# The end.\npassages:\n- id: a-0-9\n"
        in there
    )
    assert there.count(DIGESTS[0]) == 1
    assert migrate(there.encode(), "0.2.1").decode() == old


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        ("[{source: a, support: presumed}]", "support"),
        ("[{source: a, confidence: likely}]", "confidence"),
        ("[{passage: other}]", "the record has no passage other"),
        ("[a]", "cannot express passage opening, to which no evidence points"),
    ],
)
def test_what_the_older_version_cannot_express_is_refused(evidence: str, reason: str) -> None:
    passages = f"passages:\n- {{id: opening, source: a, start: 0, end: 9, digest: '{DIGESTS[0]}'}}\n"
    used = "- {role: signed, value: '2025-07-26', evidence: [{passage: opening}]}\n" if "[a]" not in evidence else ""
    dates = f"dates:\n- {{role: announced, value: '2025-07-26', evidence: {evidence}}}\n{used}"
    content = HEAD.replace("0.2.1", "0.3.0") + dates + passages
    with pytest.raises(InexpressibleError, match=reason):
        migrate(content.encode(), "0.2.1")


def test_a_name_that_a_curator_chose_is_dropped_on_the_way_back() -> None:
    dates = "dates:\n- {role: announced, value: '2025-07-26', evidence: [{passage: opening}]}\n"
    passages = f"passages:\n- {{id: opening, source: a, start: 0, end: 9, digest: '{DIGESTS[0]}'}}\n"
    back = migrate((HEAD.replace("0.2.1", "0.3.0") + dates + passages).encode(), "0.2.1").decode()
    assert f"evidence: [{{source: a, passage: {{start: 0, end: 9, digest: '{DIGESTS[0]}'}}}}]" in back
    assert "passages" not in back and "opening" not in back
