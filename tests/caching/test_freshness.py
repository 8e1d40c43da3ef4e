"""A file that was changed is never taken for what it was."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.caching import freshness
from communique.caching.freshness import is_unchanged, lasting_signature, signature

SECOND = 1_000_000_000
pytestmark = pytest.mark.skipif(os.name != "posix", reason="there every file is read")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("aaa")
    return path


def stored(path: Path, seconds: float = 10) -> object:
    """What a run some seconds later would keep."""
    kept = lasting_signature(path.stat(), path.stat().st_ctime_ns + int(seconds * SECOND))
    return json.loads(json.dumps(kept))


def test_an_unchanged_file_is_unchanged(path: Path) -> None:
    kept = stored(path)
    path.read_text()
    assert kept and is_unchanged(path.stat(), kept)


def written_over(path: Path) -> None:
    path.write_text("bbb")


def written_over_with_its_time_put_back(path: Path) -> None:
    before = path.stat()
    path.write_text("bbb")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced_with_its_time_put_back(path: Path) -> None:
    before = path.stat()
    other = path.with_name("other")
    other.write_text("bbb")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def made_longer(path: Path) -> None:
    path.write_text("aaaa")


def linked_to_another(path: Path) -> None:
    path.rename(path.with_name("before"))
    path.with_name("other").write_text("bbb")
    path.symlink_to("other")


@pytest.mark.parametrize(
    "change",
    [
        written_over,
        written_over_with_its_time_put_back,
        replaced_with_its_time_put_back,
        made_longer,
        linked_to_another,
    ],
)
def test_a_changed_file_is_changed(path: Path, change: Callable[[Path], None]) -> None:
    kept, before = stored(path), path.stat()
    tick = path.with_name("tick")
    tick.write_text("")
    while tick.stat().st_ctime_ns == before.st_ctime_ns:  # until the clock of the file system moves on
        tick.write_text("")
    change(path)
    assert kept and not is_unchanged(path.stat(), kept)


def test_a_file_that_was_just_changed_has_no_lasting_signature(path: Path) -> None:
    """Another change within a step of the clock would leave all times as they are."""
    assert lasting_signature(path.stat(), time.time_ns()) is None
    assert stored(path, 1.9) is None and stored(path, 2.1) is not None


def test_the_change_of_status_counts_as_the_change_of_content(path: Path) -> None:
    os.utime(path, ns=(0, 0))
    assert lasting_signature(path.stat(), time.time_ns()) is None


def test_a_file_of_the_future_has_no_lasting_signature(path: Path) -> None:
    future = time.time_ns() + 1000 * SECOND
    os.utime(path, ns=(future, future))
    assert stored(path) is None


@pytest.mark.parametrize("place", range(5))
def test_everything_in_a_signature_counts(path: Path, place: int) -> None:
    other = signature(path.stat())
    other[place] += 1
    assert not is_unchanged(path.stat(), other)


@pytest.mark.parametrize("kept", [None, [], {}, 7, "aaa", [3], [None] * 5])
def test_what_is_no_signature_is_of_no_file(path: Path, kept: object) -> None:
    assert not is_unchanged(path.stat(), kept)


def test_where_the_time_of_change_is_that_of_creation_every_file_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "_HAS_CHANGE_TIME", False)
    assert stored(path) is None
