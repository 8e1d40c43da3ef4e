"""Temporary folders: each run has its own, and whenever a run is killed, the next one removes what is left."""

from __future__ import annotations

import ast
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.files.temporary_folder import remove_abandoned, temporary_folder
from support.folders import ROOT
from support.killed import killed


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def use() -> None:
    """Write to a temporary folder."""
    with temporary_folder() as folder:
        (folder / "below").mkdir()
        (folder / "below" / "data").write_bytes(b"data")


def test_it_is_removed_at_the_end(place: Path) -> None:
    use()
    assert list(place.iterdir()) == []


def test_whenever_a_run_is_killed_the_next_one_leaves_nothing(place: Path) -> None:
    left = step = 0
    while killed(use, step):
        left += any(place.iterdir())
        use()
        assert list(place.iterdir()) == []
        step += 1
    assert left > 5


def test_it_is_killed_again_and_again(place: Path) -> None:
    for step in range(30):
        killed(use, step)
    remove_abandoned()
    assert list(place.iterdir()) == []


def test_that_of_a_run_that_goes_on_stays(place: Path) -> None:
    with temporary_folder() as folder:
        (folder / "mine").write_bytes(b"1")
        use()
        assert (folder / "mine").read_bytes() == b"1" and len(list(place.iterdir())) == 1


def test_without_locks_nothing_is_taken_for_abandoned(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    test_that_of_a_run_that_goes_on_stays(place)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no such users")
def test_what_others_named_so_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with temporary_folder() as folder:
        own = folder.parent.name
    (place / own).mkdir()
    (place / own / "notes").write_bytes(b"mine")
    (place / "elsewhere" / "files").mkdir(parents=True)
    (place / "elsewhere" / "in-use").touch()
    (place / f"{own}1").symlink_to(place / "elsewhere")
    (place / f"{own}2").mkdir()
    user = os.getuid() + 1
    remove_abandoned()
    assert {path.name for path in place.iterdir()} == {own, "elsewhere", f"{own}1"}
    (place / f"{own}2").mkdir()
    monkeypatch.setattr(os, "getuid", lambda: user)
    remove_abandoned()
    assert (place / f"{own}2").is_dir() and (place / "elsewhere" / "files").is_dir()


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and not any(each.arg == "dir" for each in node.keywords):
            yield ast.unparse(node.func).rpartition(".")[2]


def test_no_other_module_makes_temporary_files_that_have_names() -> None:
    named = {"TemporaryDirectory", "NamedTemporaryFile", "mkdtemp", "mkstemp"}
    modules = (ROOT / "src" / "communique").rglob("*.py")
    assert [path.name for path in modules if named & {*calls(path)}] == ["temporary_folder.py"]
