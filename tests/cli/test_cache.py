"""The cache of ``communique validate``: whatever is in its place, output and exit code are those without it."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from communique.caching.cache import FOLDER
from communique.caching.index import TRAILER_BYTES, from_bytes, read_trailer
from communique.caching.secret import VARIABLE, find_secret
from communique.caching.snapshot import Snapshot
from communique.caching.snapshot_writer import write_snapshot
from support.command_line import Run, runner
from support.folders import INVALID

LIE = "this was never found"


@pytest.fixture
def project(corpus_copy: Path) -> Path:
    """A folder with records, of which some have findings."""
    for name in ("unknown-code.yaml", "dangling-reference.yaml", "weekday-contradicts-date.yaml"):
        shutil.copy(INVALID / name, corpus_copy)
    return corpus_copy.parent


def outcome(run: Run, project: Path, *words: str) -> tuple[int, str, str]:
    done = run("validate", *words, cwd=project)
    return done.returncode, done.stdout, done.stderr


def folder(project: Path) -> Path:
    return project / "records" / FOLDER


def snapshot(project: Path) -> Path:
    (path,) = folder(project).glob("*.snapshot")
    return path


def secret(project: Path) -> bytes:
    found = find_secret(project)
    assert found
    return found


def identity(path: Path, secret: bytes) -> str:
    """What the snapshot is of."""
    content = path.read_bytes()
    trailer = read_trailer(content[-TRAILER_BYTES:])
    assert trailer
    index = from_bytes(content[-TRAILER_BYTES - trailer.index_bytes : -TRAILER_BYTES], trailer, secret)
    assert index
    return index.identity


def write_lie(project: Path, known: bytes) -> None:
    """Change what the last run has found, as somebody can who knows this secret."""
    path, true = snapshot(project), secret(project)
    name = identity(path, true)
    base = Snapshot.open(path, name, true)
    assert base
    with base:
        entries = {section: dict(base.items(section)) for section in base.sections}
    next(iter(entries["found"].values()))[0][3] = LIE
    assert write_snapshot(path, name, known, entries)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_without_a_cache_nothing_is_written(run: Run, project: Path) -> None:
    assert outcome(run, project, "--no-cache")[0] == 1
    assert not folder(project).exists()
    assert outcome(run, project)[0] == 1 and snapshot(project)


def test_without_a_cache_nothing_is_read_or_changed(run: Run, project: Path) -> None:
    expected = outcome(run, project)
    write_lie(project, secret(project))
    before = everything(folder(project))
    assert outcome(run, project, "--no-cache") == expected
    assert everything(folder(project)) == before
    assert LIE in outcome(run, project)[1]  # so the cache was one that is believed


def test_a_cache_that_somebody_else_wrote_is_not_believed(run: Run, project: Path) -> None:
    expected = outcome(run, project)
    write_lie(project, b"another secret, which is as long.")
    assert outcome(run, project) == expected


def test_a_cache_that_came_with_the_project_is_not_believed(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = outcome(run, project)
    write_lie(project, secret(project))
    monkeypatch.setenv(VARIABLE, "somebody who has cloned the project")
    assert outcome(run, project) == expected


def test_the_secret_is_made_at_home(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.delenv(VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name in ("HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    expected = outcome(run, project, "--no-cache")
    assert not [*home.iterdir()]
    assert outcome(run, project) == expected == outcome(run, project)
    (made,) = (path for path in home.rglob("*") if path.is_file())
    assert made.name == "secret" and snapshot(project)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def cut_at_the_start(path: Path) -> None:
    path.write_bytes(path.read_bytes()[1:])


def spoilt_everywhere(path: Path) -> None:
    path.write_bytes(bytes(each ^ 1 for each in path.read_bytes()))


def spoilt_blocks(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(0, len(content) // 2, 40):
        content[place] ^= 1
    path.write_bytes(content)


class _Harm:
    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (66,)


def pickled(path: Path) -> None:
    path.write_bytes(pickle.dumps(_Harm()))


def text(path: Path) -> None:
    path.write_text('{"corpus": {"report": {}}}\n')


def folder_in_its_place(path: Path) -> None:
    """So it cannot be written either."""
    path.unlink()
    (path / "full").mkdir(parents=True)


def symlink_to_a_copy(path: Path) -> None:
    copy = path.parents[2] / "copy"
    path.rename(copy)
    path.symlink_to(copy)


def symlink_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def another_folder_as_the_cache(path: Path) -> None:
    moved = path.parents[2] / "moved"
    path.parent.rename(moved)
    path.parent.symlink_to(moved)


def file_as_the_cache(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("not a folder\n")


def read_only(path: Path) -> None:
    path.chmod(0)
    path.parent.chmod(0o500)


SPOILT = (
    empty, cut, cut_at_the_start, spoilt_everywhere, spoilt_blocks, pickled, text, folder_in_its_place,
    symlink_to_a_copy, symlink_to_itself, pipe, another_folder_as_the_cache, file_as_the_cache, read_only,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes and few symlinks")
@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_whatever_is_in_its_place_changes_nothing(spoil: Callable[[Path], None], run: Run, project: Path) -> None:
    expected = outcome(run, project)
    single = outcome(run, project, "--no-cache", "records/dangling-reference.yaml")
    spoil(snapshot(project))
    try:
        assert outcome(run, project, "records/dangling-reference.yaml") == single
        assert outcome(run, project) == expected == outcome(run, project, "-j", "2")
    finally:
        folder(project).chmod(0o700)


def test_two_runs_at_once_do_not_harm_each_other(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    expected = outcome(run, project, "--no-cache")
    runs = [runner(tmp_path_factory.mktemp("run")) for _ in range(3)]
    with ThreadPoolExecutor(len(runs)) as threads:
        for _ in range(2):
            shutil.rmtree(folder(project), ignore_errors=True)
            assert [*threads.map(lambda each: outcome(each, project), runs)] == [expected] * len(runs)
            assert outcome(run, project) == expected
            assert sorted(path.suffix for path in folder(project).iterdir()) == ["", ".TAG", ".snapshot"]


def test_fixes_are_seen_at_once(run: Run, project: Path) -> None:
    shutil.copy(INVALID / "untidy-identifier.yaml", project / "records")
    before = outcome(run, project)
    assert "records/untidy-identifier.yaml: fixed" in outcome(run, project, "--fix")[2]
    assert before != outcome(run, project) == outcome(run, project, "--no-cache")


def test_settings_and_baseline_are_applied_to_what_was_kept(run: Run, project: Path) -> None:
    (project / "communique.toml").write_text('ignore = ["CQ402"]\nexclude = ["records/registry/"]\n')
    assert outcome(run, project, "--no-cache") == outcome(run, project) == outcome(run, project)
    assert (project / FOLDER).is_dir() and not folder(project).exists()
    outcome(run, project, "--write-baseline", "b.json")
    assert outcome(run, project, "--baseline", "b.json")[0] == 0
    assert outcome(run, project, "--baseline", "b.json") == outcome(run, project, "--baseline", "b.json", "--no-cache")
    assert outcome(run, project)[0] == 1


def test_settings_elsewhere_get_no_cache_beside_them(run: Run, project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "settings.toml").write_text('ignore = ["CQ402"]\n')
    outcome(run, project, "--config", str(elsewhere / "settings.toml"))
    assert [path.name for path in elsewhere.iterdir()] == ["settings.toml"] and snapshot(project)
