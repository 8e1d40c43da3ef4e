"""A release of the same records has the same bytes, wherever and by whomever it is made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.folders import CORPUS, copied


def release(records: str, since: Path, cwd: Path, umask: int, jobs: int, **variables: str) -> None:
    command = [sys.executable, "-m", "communique", "release", "0.1.0", records, "--to", "release"]
    options = ["--since", str(since), "--jobs", str(jobs)]
    environment = {**os.environ, **variables}
    subprocess.run([*command, *options], cwd=cwd, umask=umask, env=environment, check=True, capture_output=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_two_releases_have_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, with other folders, orders of files, time zones, languages, permissions and hashes."""
    one, other = tmp_path / "one", tmp_path / "elsewhere" / "other"
    other.mkdir(parents=True)
    copied(CORPUS, one / "records")
    for path in sorted(CORPUS.rglob("*.yaml"), reverse=True):
        to = other / "data" / path.relative_to(CORPUS)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
        os.utime(to, (0, 0))
    release("records", CORPUS, one, 0o022, 1, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    release("data", CORPUS, other, 0o077, 2, TZ="America/Los_Angeles", PYTHONHASHSEED="77", LC_ALL="C.UTF-8")
    first, second = contents(one / "release"), contents(other / "release")
    assert first == second and {"corpus.sqlite", "corpus.xlsx", "delta.jsonl"} < first.keys()
