"""The secret is the user's own, private, and never in the project."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.caching.secret import LEAST_CHARACTERS, VARIABLE, find_secret

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep it in other folders")
PLACE = Path(".cache", "communique", "secret")


def test_it_is_made_once_and_nobody_else_reads_it(home: Path, project: Path) -> None:
    found = find_secret(project)
    assert found and len(found) == 32 and len(set(found)) > 8
    assert (home / PLACE).read_bytes() == found
    assert stat.S_IMODE((home / PLACE).stat().st_mode) == 0o600
    assert find_secret(project) == found
    assert [each.name for each in (home / PLACE).parent.iterdir()] == ["secret"]


def test_the_folder_for_caches_can_be_elsewhere(home: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "elsewhere"))
    assert find_secret(project) == (home / "elsewhere" / "communique" / "secret").read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert find_secret(project) == (home / PLACE).read_bytes()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_other_folders(
    home: Path, project: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("communique.caching.secret.sys.platform", system)
    monkeypatch.setenv("LOCALAPPDATA", str(home / "AppData" / "Local"))
    folder = {"win32": "AppData/Local", "darwin": "Library/Caches"}[system]
    assert find_secret(project) == (home / folder / "communique" / "secret").read_bytes()


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "HOME"])
@pytest.mark.parametrize("inside", [".", "deep/er"])
def test_there_is_none_in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch, name: str, inside: str) -> None:
    """It would come with the project."""
    find_secret(project)
    monkeypatch.setenv(name, str(project / inside))
    assert find_secret(project) is None
    assert not list(project.iterdir())


def test_there_is_none_in_the_work_tree_of_the_project(
    home: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    (project / "records").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "caches"))
    assert find_secret(project / "records") is None
    (home.parent / ".git").mkdir()  # a work tree around both: not that of the project
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert find_secret(project / "records") == (home / PLACE).read_bytes()


def test_there_is_none_in_the_project_by_way_of_a_link(
    home: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "link").symlink_to(project)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "link"))
    assert find_secret(project) is None


def too_short(path: Path) -> None:
    path.write_bytes(bytes(31))
    path.chmod(0o600)


def too_long(path: Path) -> None:
    path.write_bytes(bytes(33))
    path.chmod(0o600)


def readable_for_all(path: Path) -> None:
    path.write_bytes(bytes(32))
    path.chmod(0o644)


def linked(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(bytes(32))
    other.chmod(0o600)
    path.symlink_to(other)


def pipe(path: Path) -> None:
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize("put", [too_short, too_long, readable_for_all, linked, pipe])
def test_what_is_no_secret_is_replaced(home: Path, project: Path, put: Callable[[Path], None]) -> None:
    (home / PLACE).parent.mkdir(parents=True)
    put(home / PLACE)
    found = find_secret(project)
    assert found and found != bytes(32) and len(found) == 32
    assert find_secret(project) == found


def a_file_for_a_home(home: Path) -> None:
    home.rmdir()
    home.write_text("")


def a_folder_for_a_secret(home: Path) -> None:
    (home / PLACE).mkdir(parents=True)


def a_link_that_leads_nowhere(home: Path) -> None:
    (home / ".cache").symlink_to(home / ".cache")


@pytest.mark.parametrize("spoil", [a_file_for_a_home, a_folder_for_a_secret, a_link_that_leads_nowhere])
def test_without_a_place_there_is_none(home: Path, project: Path, spoil: Callable[[Path], None]) -> None:
    spoil(home)
    assert find_secret(project) is None


@pytest.mark.parametrize("value", ["not/absolute", "~unknown", "/proc/nowhere"])
def test_a_home_that_cannot_be_is_none(home: Path, project: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", value)
    assert find_secret(project) is None
    assert not list(home.iterdir())


def test_it_can_be_given(home: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for given in ("x" * LEAST_CHARACTERS, "y" * LEAST_CHARACTERS, "é中" * LEAST_CHARACTERS):
        monkeypatch.setenv(VARIABLE, given)
        found.add(find_secret(project))
        assert find_secret(project) in found
    assert len(found) == 3 and all(each and len(each) == 32 for each in found)
    assert not list(home.iterdir())


def test_a_secret_that_can_be_guessed_is_none(home: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "x" * (LEAST_CHARACTERS - 1))
    assert find_secret(project) is None


def test_an_empty_variable_is_none_at_all(home: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI gives an empty one to whoever may not know it."""
    monkeypatch.setenv(VARIABLE, "")
    assert find_secret(project) == (home / PLACE).read_bytes()


def test_first_runs_at_once_find_the_same(home: Path, project: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from communique.caching.secret import find_secret; print('ready');"
        "sys.stdout.flush(); sys.stdin.readline(); print(find_secret(Path()).hex())"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=project,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for run in runs:
        assert run.stdout and run.stdout.readline() == "ready\n"
    for run in runs:
        assert run.stdin
        run.stdin.write("\n")
        run.stdin.flush()
    found = {run.communicate()[0] for run in runs}
    assert found == {(home / PLACE).read_bytes().hex() + "\n"}
    assert [each.name for each in (home / PLACE).parent.iterdir()] == ["secret"]
