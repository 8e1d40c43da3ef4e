"""The folder of the cache: what is in it, and what happens where it cannot be."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.caching.cache import FOLDER, Cache
from communique.caching.secret import VARIABLE

PUT = {"files": {"a.yaml": 1}}


def cache_of(project: Path) -> Cache:
    cache = Cache.of(project)
    assert cache
    return cache


def value(cache: Cache, identity: str = "program 1") -> object:
    snapshot = cache.open(identity)
    if snapshot is None:
        return None
    with snapshot:
        return snapshot.get("files", "a.yaml")


def snapshots(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.snapshot"))


def test_what_was_written_is_found_by_its_identity(project: Path) -> None:
    assert value(cache_of(project)) is None
    assert cache_of(project).write("program 1", PUT)
    assert value(cache_of(project)) == 1
    assert value(cache_of(project), "program 2") is None


def test_changes_are_written_to_a_base(project: Path) -> None:
    cache = cache_of(project)
    cache.write("program 1", {"files": {"a.yaml": 1, "b.yaml": 2}})
    base = cache.open("program 1")
    assert base
    with base:
        assert cache.write("program 1", {"files": {"a.yaml": 3}}, delete={"files": ["b.yaml"]}, base=base)
    assert value(cache) == 3


@pytest.mark.parametrize("identity", ["", "../../x", "a\0b", "\ud800", "x" * 100_000])
def test_an_identity_is_any_text(project: Path, identity: str) -> None:
    cache = cache_of(project)
    assert cache.write(identity, PUT)
    assert value(cache, identity) == 1
    assert [each.parent for each in snapshots(cache)] == [cache.folder]


def test_git_and_backups_leave_the_folder_out(project: Path) -> None:
    cache = cache_of(project)
    cache.write("program 1", PUT)
    assert (cache.folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    if shutil.which("git"):
        subprocess.run(["git", "init", "-q"], cwd=project, check=True)
        seen = subprocess.run(["git", "status", "--porcelain"], cwd=project, check=True, capture_output=True)
        assert seen.stdout == b""


def test_what_is_in_the_folder_stays(project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir()
    (folder / ".gitignore").write_text("mine")
    (folder / "CACHEDIR.TAG").symlink_to(project / "elsewhere")
    assert Cache.of(project)
    assert (folder / ".gitignore").read_text() == "mine"
    assert not (project / "elsewhere").exists()


def test_a_cache_that_came_with_the_project_is_not_believed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "the secret of whoever sent the project")
    cache_of(project).write("program 1", PUT)
    assert value(cache_of(project)) == 1
    monkeypatch.delenv(VARIABLE)
    mine = cache_of(project)
    assert value(mine) is None
    forged = snapshots(mine)
    mine.write("program 1", {"files": {"a.yaml": 2}})
    (own,) = set(snapshots(mine)) - set(forged)
    forged[0].replace(own)  # under the name that the user's own would have
    assert value(mine) is None


def linked_outside(project: Path) -> None:
    (project.parent / "outside").mkdir()
    (project / FOLDER).symlink_to(project.parent / "outside")


def linked_inside(project: Path) -> None:
    (project / "records").mkdir()
    (project / FOLDER).symlink_to("records")


def linked_nowhere(project: Path) -> None:
    (project / FOLDER).symlink_to("nowhere")


def file_in_its_place(project: Path) -> None:
    (project / FOLDER).write_text("")


def pipe_in_its_place(project: Path) -> None:
    os.mkfifo(project / FOLDER)


def no_project(project: Path) -> None:
    project.rmdir()


@pytest.mark.parametrize(
    "spoil", [linked_outside, linked_inside, linked_nowhere, file_in_its_place, pipe_in_its_place, no_project]
)
def test_where_no_folder_can_be_there_is_no_cache(project: Path, spoil: Callable[[Path], None]) -> None:
    spoil(project)
    before = sorted(project.parent.rglob("*"))
    before = [each for each in before if "home" not in each.parts]
    assert Cache.of(project) is None
    assert [each for each in sorted(project.parent.rglob("*")) if "home" not in each.parts] == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_cannot_be_made_is_no_cache(project: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    cache_of(project)
    shutil.rmtree(project / FOLDER)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert Cache.of(project) is None


def test_a_link_in_the_place_of_a_snapshot_is_replaced(project: Path) -> None:
    cache = cache_of(project)
    cache.write("program 1", PUT)
    (path,) = snapshots(cache)
    outside = path.replace(project / "outside")
    content = outside.read_bytes()
    path.symlink_to(outside)
    assert value(cache) is None
    assert cache.write("program 1", {"files": {"a.yaml": 2}})
    assert value(cache) == 2
    assert outside.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    cache_of(project).write("program 1", PUT)
    for name in ("tempfile.mkstemp", "os.utime"):
        monkeypatch.setattr(name, refuse)
    cache = cache_of(project)
    assert not cache.write("program 1", {"files": {"a.yaml": 2}})
    assert value(cache) == 1
    assert cache.now() <= time.time_ns()


def test_a_snapshot_that_cannot_be_replaced_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, while another run has it open."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    cache = cache_of(project)
    cache.write("program 1", PUT)
    monkeypatch.setattr(Path, "replace", refuse)
    assert not cache.write("program 1", {"files": {"a.yaml": 2}})
    assert value(cache) == 1
    assert sorted(each.name for each in cache.folder.iterdir() if each.suffix != ".snapshot") == [
        ".gitignore",
        "CACHEDIR.TAG",
    ]


def test_a_full_disk_changes_nothing(project: Path) -> None:
    cache = cache_of(project)
    cache.write("program 1", PUT)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        written = cache.write("program 1", {"files": {f"{number}.yaml": os.urandom(9).hex() for number in range(999)}})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not written
    assert value(cache) == 1
    assert len(list(cache.folder.iterdir())) == 3


def test_the_time_is_not_later_than_that_of_files(project: Path) -> None:
    cache = cache_of(project)
    now = cache.now()
    later = project / "later"
    later.write_text("")
    assert now <= later.stat().st_mtime_ns
    assert now > time.time_ns() - 60_000_000_000
    assert len(list(cache.folder.iterdir())) == 2


WRITER = """
import sys
from pathlib import Path
from communique.caching.cache import Cache
name = sys.argv[1]
cache = Cache.of(Path())
print("ready", flush=True)
sys.stdin.readline()
for turn in range(60):
    base = cache.open("program 1") if turn % 2 else None
    cache.write("program 1", {"files": {f"{number}.yaml": [name, turn] for number in range(300)}}, base=base)
    if base:
        base.close()
"""


def test_runs_at_once_leave_whole_snapshots(project: Path) -> None:
    cache = cache_of(project)
    cache.write("program 1", {"files": {f"{number}.yaml": ["", 0] for number in range(300)}})
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            cwd=project,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "abc"
    ]
    for run in runs:
        assert run.stdout and run.stdout.readline() == "ready\n"
    for run in runs:
        assert run.stdin
        run.stdin.write("\n")
        run.stdin.flush()
    seen = set()
    while any(run.poll() is None for run in runs):
        snapshot = cache.open("program 1")
        assert snapshot
        with snapshot:
            entries = dict(snapshot.items("files"))
        assert len(entries) == 300
        (one,) = {tuple(each) for each in entries.values()}
        seen.add(one)
    assert [run.wait() for run in runs] == [0, 0, 0]
    for run in runs:
        run.communicate()
    assert len(seen) > 1
    assert len(list(cache.folder.iterdir())) == 3
