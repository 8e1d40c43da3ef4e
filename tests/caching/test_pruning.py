"""The folder of the cache stays small, and what is not ours stays in it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from communique.caching.cache import Cache
from communique.caching.pruning import DAY, MOST_DAYS_UNUSED

PUT = {"files": {"a.yaml": 1}}


@pytest.fixture
def cache(project: Path) -> Cache:
    cache = Cache.of(project)
    assert cache
    return cache


def written(cache: Cache, identity: str, days_ago: float = 0) -> Path:
    before = set(cache.folder.iterdir())
    assert cache.write(identity, PUT)
    (path,) = set(cache.folder.iterdir()) - before
    grow_old(path, days_ago)
    return path


def grow_old(path: Path, days: float) -> None:
    when = time.time() - days * DAY
    os.utime(path, (when, when), follow_symlinks=False)


def test_what_is_not_used_for_long_is_deleted(cache: Cache) -> None:
    old = written(cache, "old", MOST_DAYS_UNUSED + 1)
    young = written(cache, "young", MOST_DAYS_UNUSED - 1)
    assert not old.exists() and young.exists()


def test_what_is_used_is_not_deleted(cache: Cache) -> None:
    old = written(cache, "old")
    grow_old(old, MOST_DAYS_UNUSED + 1)
    snapshot = cache.open("old")
    assert snapshot
    snapshot.close()
    written(cache, "young")
    assert old.exists()


def test_the_longest_unused_are_deleted_if_all_are_too_large(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [written(cache, f"program {days}", days) for days in (3, 1, 2, 4)]
    monkeypatch.setattr("communique.caching.pruning.MOST_BYTES", paths[0].stat().st_size * 3 + 2)
    newest = written(cache, "program 0")
    assert [each.exists() for each in [*paths, newest]] == [False, True, True, False, True]


def test_the_newest_is_kept_however_large(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.pruning.MOST_BYTES", 1)
    old, newest = written(cache, "old"), written(cache, "new", -400)
    assert not old.exists() and newest.exists()
    grow_old(newest, 400)
    cache.write("new", PUT)
    assert newest.exists()


def test_what_killed_runs_left_is_deleted_after_a_day(cache: Cache) -> None:
    path = written(cache, "program")
    left = [cache.folder / f".{path.name}.{name}" for name in ("abcd1234", "_x0_y9zz")]
    for each in left:
        each.write_text("half")
    grow_old(left[0], 2)
    cache.write("program", PUT)
    assert [each.exists() for each in left] == [False, True]


def test_what_is_not_ours_is_never_deleted(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.caching.pruning.MOST_BYTES", 1)
    name = "0" * 32
    foreign = [
        cache.folder / each
        for each in (
            "notes.txt",
            f"{name}.snapshot.bak",
            f"x{name}.snapshot",
            f"{name[1:]}.snapshot",
            f"{name}.SNAPSHOT",
            f"{'g' * 32}.snapshot",
            f"{name}.snapshot\n",
            f".{name}.snapshot",
        )
    ]
    for each in foreign:
        each.write_text("mine")
        grow_old(each, 400)
    folder = cache.folder / f"{name}.snapshot"
    folder.mkdir()
    (folder / "mine").write_text("mine")
    grow_old(folder, 400)
    written(cache, "program")
    assert all(each.read_text() == "mine" for each in [*foreign, folder / "mine"])


def test_a_link_with_our_name_is_deleted_and_not_what_it_leads_to(cache: Cache, project: Path) -> None:
    target = project / "target"
    target.write_text("mine")
    link = cache.folder / f"{'0' * 32}.snapshot"
    link.symlink_to(target)
    grow_old(link, 400)
    written(cache, "program")
    assert not link.is_symlink() and target.read_text() == "mine"
