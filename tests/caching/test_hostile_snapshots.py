"""Whatever lies in the place of a snapshot: it is never believed, and never an exception."""

from __future__ import annotations

import errno
import json
import os
import random
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.caching import block, index
from communique.caching.mac import Part, mac
from communique.caching.snapshot import DamagedSnapshotError, Snapshot
from communique.caching.snapshot_writer import write_snapshot
from support.snapshots import IDENTITY, SECRET, Sections, opened, write

RIGHT: Sections = {
    "files": {"a.yaml": [1, "x"], "b.yaml": [2, "y"], "c.yaml": [3, "z"], "d.yaml": [4, "w"]},
    "facts": {"eu": ["a.yaml"], "uk": ["b.yaml", "c.yaml"]},
}
ABSENT = object()


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "TARGET", 16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.snapshot"
    write(path, RIGHT)
    return path


def put(path: Path, content: bytes) -> None:
    """A new file: some systems flush one that is cut off and written again, which takes long."""
    path.unlink()
    path.write_bytes(content)


def read(path: Path) -> dict[tuple[str, str], object] | None:
    """What each entry looks like, each seen by a snapshot of its own; None if there is no snapshot."""
    seen: dict[tuple[str, str], object] = {}
    for name, key in [(name, key) for name, entries in RIGHT.items() for key in entries]:
        snapshot = Snapshot.open(path, IDENTITY, SECRET)
        if snapshot is None:
            return None
        with snapshot:
            try:
                seen[name, key] = snapshot.get(name, key)
            except DamagedSnapshotError:
                seen[name, key] = ABSENT
    return seen


def is_right(seen: dict[tuple[str, str], object] | None) -> bool:
    """Whether nothing is wrong, though it may be missing."""
    return seen is None or all(value in (ABSENT, RIGHT[name][key]) for (name, key), value in seen.items())


def flipped(content: bytes) -> Iterator[bytes]:
    for place in range(len(content)):
        yield content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :]


def test_no_flipped_bit_is_believed(path: Path) -> None:
    content = path.read_bytes()
    outcomes = []
    for each in flipped(content):
        put(path, each)
        outcomes.append(read(path))
    assert all(map(is_right, outcomes))
    assert all(seen is None or ABSENT in seen.values() for seen in outcomes)  # none is as if nothing had happened
    assert None in outcomes and not all(seen is None for seen in outcomes)


def test_no_file_that_was_cut_off_is_believed(path: Path) -> None:
    content = path.read_bytes()
    for length in range(len(content)):
        for part in (
            content[:length],
            content[len(content) - length :],
            content[:length] + bytes(len(content) - length),
        ):
            put(path, part)
            assert read(path) is None
    path.write_bytes(content)
    assert read(path) is not None


@pytest.mark.parametrize("added", [b"\0", b"{}", bytes(100)])
def test_no_file_with_something_more_is_believed(path: Path, added: bytes) -> None:
    content = path.read_bytes()
    for each in (added + content, content + added):
        put(path, each)
        assert read(path) is None


def test_no_garbage_is_believed(path: Path) -> None:
    content, chance = path.read_bytes(), random.Random(1)
    for _ in range(200):
        garbage = chance.randbytes(chance.randrange(200))
        put(path, garbage + content[chance.randrange(len(content)) :] if chance.random() < 0.5 else garbage)
        assert read(path) is None


def test_blocks_that_changed_places_are_not_believed(path: Path) -> None:
    content = path.read_bytes()
    with opened(path) as snapshot:
        first, second = (snapshot.sections["files"].span(number) for number in (0, 1))
    assert first[1] - first[0] == second[1] - second[0]
    path.write_bytes(content[slice(*second)] + content[slice(*first)] + content[second[1] :])
    seen = read(path)
    assert seen and is_right(seen) and ABSENT in seen.values()


def test_a_snapshot_by_somebody_else_is_not_believed(path: Path) -> None:
    assert write_snapshot(path, IDENTITY, bytes(32), RIGHT)
    assert Snapshot.open(path, IDENTITY, bytes(32)) is not None
    assert read(path) is None


def trailer(length: int, seal: bytes = bytes(16)) -> bytes:
    return struct.pack(">Q16s", length, seal) + index._FORMAT


@pytest.mark.parametrize("length", [0, 1, 99, 100, 101, index.MOST_BYTES, index.MOST_BYTES + 1, 2**63 - 1, 2**64 - 1])
def test_no_length_in_a_forged_trailer_does_harm(path: Path, length: int) -> None:
    path.write_bytes(bytes(100) + trailer(length))
    assert read(path) is None


def test_a_vast_file_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)
        file.seek(0, os.SEEK_END)
        file.write(trailer(1 << 39))
    assert read(path) is None


@pytest.mark.parametrize(
    "forged",
    [
        '["program 1",{"files":[[""],[-5],["00"]]}]',
        '["program 1",{"files":[[""],[1e400],["00"]]}]',
        '["program 1",{"files":[[],[],[]]}]',
        '["program 1",{"files":[[""],["1"],["00"]]}]',
        '["program 1",{"files":7}]',
        '["program 1"]',
        "[" * 100_000,
        "9" * 5_000,
        "",
    ],
)
def test_no_index_of_ours_that_makes_no_sense_does_harm(path: Path, forged: str) -> None:
    """Only a defect could write it, as its MAC is right."""
    content = forged.encode()
    path.write_bytes(content + trailer(len(content), bytes.fromhex(mac(SECRET, Part.INDEX, content))))
    assert read(path) is None


def test_after_damage_nothing_more_is_said(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(b"\0" + content[1:])
    with opened(path) as snapshot:
        assert snapshot.get("facts", "eu") == RIGHT["facts"]["eu"]
        with pytest.raises(DamagedSnapshotError):
            snapshot.get("files", "a.yaml")
        for section in ("facts", "absent"):
            with pytest.raises(DamagedSnapshotError):
                snapshot.get(section, "eu")
            with pytest.raises(DamagedSnapshotError):
                list(snapshot.items(section))


def test_what_shrinks_while_it_is_open_is_damaged(path: Path) -> None:
    with opened(path) as snapshot:
        os.truncate(path, 3)
        with pytest.raises(DamagedSnapshotError):
            snapshot.get("facts", "uk")


def test_what_is_nested_too_deeply_to_be_read_is_damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.snapshot_writer.line", lambda key, _: f'"{key}":' + "[" * 100_000)
    write(path, {"files": {"a.yaml": 1}})
    for look in (lambda each: each.get("files", "a.yaml"), lambda each: list(each.items("files"))):
        with opened(path) as snapshot, pytest.raises(DamagedSnapshotError):
            look(snapshot)


def test_a_base_that_shrinks_is_not_copied(path: Path) -> None:
    other = path.with_name("other.snapshot")
    write(other, RIGHT)
    with opened(path) as base:
        os.truncate(path, 3)
        assert not write_snapshot(other, IDENTITY, SECRET, {"new": {"a": 1}}, base=base)
    seen = read(other)
    assert seen and ABSENT not in seen.values()


def test_changes_to_a_damaged_block_are_not_written(path: Path) -> None:
    content = b"\0" + path.read_bytes()[1:]
    path.write_bytes(content)
    with opened(path) as base:
        assert not write_snapshot(path, IDENTITY, SECRET, {"files": {"a.yaml": 7}}, base=base)
    assert path.read_bytes() == content


def test_damage_in_another_block_is_found_after_it_was_copied(path: Path) -> None:
    path.write_bytes(b"\0" + path.read_bytes()[1:])
    with opened(path) as base:
        write(path, {"facts": {"new": 1}}, base=base)
    with opened(path) as snapshot:
        assert snapshot.get("facts", "new") == 1
    seen = read(path)
    assert seen and is_right(seen) and ABSENT in seen.values()


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    other = path.with_name("other")
    write(other, RIGHT)
    path.symlink_to(other)


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize("make", [folder, pipe, link, link_to_itself, device, nothing])
def test_what_is_no_file_is_no_snapshot(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)
    assert read(path) is None


def test_a_snapshot_that_may_not_be_opened_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("communique.caching.snapshot.open_regular", refuse)
    assert read(path) is None


def test_a_disk_that_cannot_be_read_is_no_snapshot_or_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with opened(path) as snapshot:
        monkeypatch.setattr("communique.caching.snapshot.read_at", fail)
        with pytest.raises(DamagedSnapshotError):
            snapshot.get("facts", "uk")
        assert not write_snapshot(path.with_name("b"), IDENTITY, SECRET, {"facts": {"uk": 1}}, base=snapshot)
    assert read(path) is None


@pytest.mark.parametrize("name", ["a\0b", "a" * 300])
def test_a_name_that_cannot_be_is_no_snapshot(tmp_path: Path, name: str) -> None:
    assert Snapshot.open(tmp_path / name, IDENTITY, SECRET) is None


def test_json_in_a_block_is_what_the_docstring_says(path: Path) -> None:
    with opened(path) as snapshot:
        files = snapshot.sections["files"]
        assert json.loads(snapshot.text(files, 0)) == {"a.yaml": [1, "x"]}
