"""What the tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the same examples every time: a change is judged by what it changes. By hand, new ones at each run.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "records"
SHIPPED = RECORDS / "2025" / "cn-waico-proposal-2025.yaml"
EXAMPLES = Path(__file__).parent / "examples"
"""A small corpus for every published version of the schema; each must stay valid for ever."""
CORPUS = EXAMPLES / "0.2.0"
RECORD = CORPUS / "2025" / "cn-waico-proposal-2025.yaml"
SEED = ROOT.parent / "shared" / "seed"

Run = Callable[..., subprocess.CompletedProcess[str]]

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the article's text is not ours to publish; it is not here")


@pytest.fixture
def run() -> Run:
    """The command line as a process of its own; no colour, no terminal."""

    def run(*arguments: object, cwd: Path = ROOT, stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "communique", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=cwd, input=data, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
        )
        return subprocess.CompletedProcess(
            command, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def shipped_copy(tmp_path: Path) -> Path:
    """A copy of the shipped records that a test may spoil."""
    import shutil

    return Path(shutil.copytree(RECORDS, tmp_path / "records"))


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """A copy of a small corpus that a test may spoil."""
    import shutil

    return Path(shutil.copytree(CORPUS, tmp_path / "records"))
