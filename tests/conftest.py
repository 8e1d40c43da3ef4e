"""What the tests share."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
from collections.abc import Callable, Iterator
from multiprocessing import forkserver
from pathlib import Path

import pytest
from forked import become_communique
from hypothesis import settings

from communique.models import SCHEMA_VERSION

# In CI the same examples every time: a change is judged by what it changes. By hand, new ones at each run.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "records"
SHIPPED = RECORDS / "2025" / "cn-waico-proposal-2025.yaml"
EXAMPLES = Path(__file__).parent / "examples"
"""A small corpus for every published version of the schema; each must stay valid for ever."""
CORPUS = EXAMPLES / SCHEMA_VERSION
RECORD = CORPUS / "2025" / "cn-waico-proposal-2025.yaml"
SEED = ROOT.parent / "shared" / "seed"

Run = Callable[..., subprocess.CompletedProcess[str]]

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the article's text is not ours to publish; it is not here")


# Every run of the command line is a process of its own, forked from one that has loaded communique and built its
# models: starting Python some hundred times would take most of the time.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["loaded", "forked"])
os.environ["PYTHONUTF8"] = "1"


@pytest.fixture(scope="session")
def forks() -> Iterator[None]:
    """The process from which runs are forked. Before Python 3.13 it finds ``loaded`` only by the environment."""
    path = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(Path(__file__).parent), path)))
    forkserver.ensure_running()
    if path is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = path
    yield


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory, forks: None) -> Run:
    """The command line as a process of its own; no colour, no terminal."""
    folder = tmp_path_factory.mktemp("run")
    files = tuple(str(folder / name) for name in ("stdin", "stdout", "stderr"))

    def run(*arguments: object, cwd: Path = ROOT, stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        for path, content in zip(files, (stdin.encode() if isinstance(stdin, str) else stdin, b"", b""), strict=True):
            Path(path).write_bytes(content)
        process = _FORKS.Process(target=become_communique, args=(words, str(cwd), files, dict(os.environ)))
        process.start()
        process.join()
        out, err = (Path(path).read_bytes().decode("utf-8") for path in files[1:])
        return subprocess.CompletedProcess(words, process.exitcode or 0, out, err)

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
