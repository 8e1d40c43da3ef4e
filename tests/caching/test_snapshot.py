"""A snapshot gives back what was written, and reads little for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.caching import block
from communique.caching.snapshot import Snapshot
from communique.caching.snapshot_writer import InOrder, write_snapshot
from support.examples import examples
from support.snapshots import IDENTITY, SECRET, Sections, content, count_reads, opened, write

# With surrogates, line breaks and quotes: Python's texts can hold them all.
TEXTS = st.text(st.characters(), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SECTIONS = st.dictionaries(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=12), max_size=3)
MANY = {"facts": {f"announcement-{number:06}": [f"records/{number}.yaml", number] for number in range(20_000)}}


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "TARGET", 60)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache") / "a.snapshot"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A snapshot of many blocks."""
    path = tmp_path_factory.mktemp("cache") / "large.snapshot"
    write(path, MANY)
    return path


def filled(sections: Sections) -> Sections:
    """A section without entries is as good as none."""
    return {name: entries for name, entries in sections.items() if entries}


@settings(deadline=None, max_examples=examples(40))  # the disk may be busy
@given(sections=SECTIONS)
@pytest.mark.parametrize("target", [1, 60, block.TARGET])
def test_what_was_written_is_read(path: Path, sections: Sections, target: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "TARGET", target)
        write(path, sections)
    assert content(path) == filled(sections)
    with opened(path) as snapshot:
        for name, entries in sections.items():
            assert {key: snapshot.get(name, key) for key in entries} == entries


@settings(deadline=None, max_examples=examples(40))
@given(before=SECTIONS, data=st.data())
@pytest.mark.parametrize("target", [1, 60, block.TARGET])
def test_changes_to_a_base_are_as_if_all_was_written(path: Path, before: Sections, target: int, data: Any) -> None:
    names = st.sampled_from([*before, "new"])
    put = data.draw(st.dictionaries(names, st.dictionaries(TEXTS, VALUES, max_size=4), max_size=2))
    keys = sorted({key for entries in before.values() for key in entries})
    delete = data.draw(st.dictionaries(names, st.lists(st.sampled_from(keys) | TEXTS if keys else TEXTS), max_size=2))
    after = {
        name: {k: v for k, v in before.get(name, {}).items() if k not in delete.get(name, ())} | put.get(name, {})
        for name in [*before, *put]
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "TARGET", target)
        write(path, before)
        with opened(path) as base:
            write(path, put, delete=delete, base=base)
            assert {name: dict(base.items(name)) for name in base.sections} == filled(before)
    assert content(path) == filled(after)
    with opened(path) as snapshot:
        for name in {*after, *delete}:
            keys = [*after.get(name, {}), *delete.get(name, ())]
            assert {key: snapshot.get(name, key) for key in keys} == {key: after.get(name, {}).get(key) for key in keys}


@settings(deadline=None)
@given(steps=st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.integers(0, 9)), max_size=6))
def test_many_changes_one_after_the_other(path: Path, steps: list[dict[str, int | None]]) -> None:
    expected: dict[str, int] = {}
    write(path, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block, "TARGET", 8)
        for step in steps:
            put = {key: value for key, value in step.items() if value is not None}
            delete = step.keys() - put.keys()
            with opened(path) as base:
                write(path, {"facts": put}, delete={"facts": delete}, base=base)
            expected = {key: value for key, value in expected.items() if key not in delete} | put
            with opened(path) as snapshot:
                assert list(snapshot.items("facts")) == sorted(expected.items())
                assert {key: snapshot.get("facts", key) for key in "abcdefgh"} == dict.fromkeys("abcdefgh") | expected


def test_an_absent_key_has_no_value(path: Path) -> None:
    write(path, {"facts": {"b": 1}})
    with opened(path) as snapshot:
        absent = [("facts", "a"), ("facts", "c"), ("facts", ""), ("facts", 'b":1'), ("others", "b")]
        assert [snapshot.get(*each) for each in absent] == [None] * 5
        assert list(snapshot.items("others")) == []


def test_a_tuple_comes_back_as_a_list(path: Path) -> None:
    write(path, {"facts": {"a": (1, ("b",))}})
    assert content(path) == {"facts": {"a": [1, ["b"]]}}


def test_the_keys_are_in_order(path: Path) -> None:
    write(path, {"facts": dict.fromkeys("cab", 1)})
    with opened(path) as snapshot:
        assert [key for key, _ in snapshot.items("facts")] == ["a", "b", "c"]


def test_one_lookup_reads_trailer_index_and_one_block(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = count_reads(monkeypatch)
    with opened(large) as snapshot:
        assert len(snapshot.sections["facts"].starts) > 40
        assert len(reads) == 2
        assert snapshot.get("facts", "announcement-012345") == ["records/12345.yaml", 12345]
        assert len(reads) == 3
        assert snapshot.get("facts", "announcement-012345x") is None
        assert len(reads) == 3
        assert sum(reads) < large.stat().st_size / 10


def test_few_changes_unpack_and_pack_few_blocks(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = []

    def counted(text: bytes) -> bytes:
        packed.append(text)
        return block.packed(text)

    monkeypatch.setattr("communique.caching.snapshot_writer.packed", counted)
    changed = tmp_path / "changed.snapshot"
    keys = ["announcement-000007", "announcement-000008", "announcement-019999"]
    with opened(large) as base:
        write(changed, {"facts": {keys[0]: "new", keys[2]: "new"}}, delete={"facts": [keys[1], "absent"]}, base=base)
    assert len(packed) == 2
    expected = MANY["facts"] | {keys[0]: "new", keys[2]: "new"}
    del expected[keys[1]]
    assert content(changed) == {"facts": expected}


def test_no_change_packs_nothing(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.snapshot_writer.packed", lambda text: pytest.fail("packed"))
    copy = tmp_path / "copy.snapshot"
    with opened(large) as base:
        same = {"announcement-000007": MANY["facts"]["announcement-000007"]}
        write(copy, {"facts": same}, delete={"facts": ["absent"]}, base=base)
    assert copy.read_bytes() == large.read_bytes()


def test_blocks_stay_few_after_many_changes(path: Path, small_blocks: None) -> None:
    write(path, {"facts": {f"{number:03}": 0 for number in range(100)}})
    for number in range(100):
        with opened(path) as base:
            write(path, {"facts": {f"{number:03}": [1, 2, 3]}}, base=base)
    with opened(path) as snapshot:
        starts = snapshot.sections["facts"].starts
    assert len(starts) <= sum(len(f'"{number:03}":[1,2,3]') for number in range(100)) / 60 * 2
    assert starts == sorted(set(starts)) and starts[0] == ""


def test_entries_in_order_are_made_one_by_one(path: Path, small_blocks: None, monkeypatch: pytest.MonkeyPatch) -> None:
    made, written = 0, []

    def make() -> Iterator[tuple[str, Any]]:
        nonlocal made
        for key in block.in_order(MANY["facts"]):
            made += 1
            yield key, MANY["facts"][key]

    def counted(text: bytes) -> bytes:
        written.append(made)
        return block.packed(text)

    monkeypatch.setattr("communique.caching.snapshot_writer.packed", counted)
    assert write_snapshot(path, IDENTITY, SECRET, {"facts": InOrder(make)})
    assert content(path) == MANY
    assert max(after - before for before, after in pairwise(written)) < 10 and len(written) > 1000


@pytest.mark.parametrize("keys", ["ba", "aa"])
def test_entries_that_are_not_in_order_are_not_written(path: Path, keys: str) -> None:
    write(path, {"facts": {"a": 1}})
    assert not write_snapshot(path, IDENTITY, SECRET, {"facts": InOrder(lambda: [(key, 2) for key in keys])})
    assert content(path) == {"facts": {"a": 1}}


def test_lookups_keep_a_limited_number_of_blocks(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.snapshot._MOST_HELD", 3 * block.TARGET)
    with opened(large) as snapshot:
        for key, value in MANY["facts"].items():
            assert snapshot.get("facts", key) == value
            assert sum(map(len, snapshot._texts.values())) < 5 * block.TARGET


def looks_right(snapshot: Snapshot, keys: list[str]) -> bool:
    return all(snapshot.get("facts", key) == MANY["facts"][key] for key in keys)


def forked(snapshot: Snapshot, keys: list[str]) -> int:
    child = os.fork()
    if child == 0:
        os._exit(0 if looks_right(snapshot, keys) else 1)
    return child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot share an open file here")
def test_processes_share_an_open_snapshot(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.snapshot._MOST_HELD", 0)
    keys = [f"announcement-{number * 997 % 20_000:06}" for number in range(2_000)]
    with opened(large) as snapshot:
        children = [forked(snapshot, keys[turn:]) for turn in range(3)]
        assert looks_right(snapshot, keys)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]


def test_an_open_snapshot_stays_what_it_was(path: Path) -> None:
    write(path, {"facts": {"a": 1}})
    with opened(path) as before:
        write(path, {"facts": {"a": 2}})
        assert before.get("facts", "a") == 1
    assert content(path) == {"facts": {"a": 2}}


@pytest.mark.parametrize("value", [10**5000, [[]], {"a": {1, 2}}], ids=["huge number", "nested deeply", "not JSON"])
def test_what_is_not_json_is_not_written(path: Path, value: Any) -> None:
    write(path, {"facts": {"a": 1}})
    if value == [[]]:
        for _ in range(100_000):
            value = [value]
    if isinstance(value, dict):
        with pytest.raises(TypeError):
            write_snapshot(path, IDENTITY, SECRET, {"facts": {"a": value}})
    else:
        assert not write_snapshot(path, IDENTITY, SECRET, {"facts": {"a": value}})
    assert content(path) == {"facts": {"a": 1}}
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_of_another_identity_is_none(path: Path) -> None:
    write(path, {"facts": {"a": 1}})
    assert Snapshot.open(path, "program 2", SECRET) is None
