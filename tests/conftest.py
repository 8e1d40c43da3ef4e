"""What the tests share."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

import communique
from communique.caching.cache import FOLDER
from communique.caching.secret import VARIABLE
from support.command_line import Run, runner, start_forkserver
from support.folders import CORPUS, EXAMPLES, INVALID, RECORDS, copied

# In CI the same examples every time: a change is judged by what it changes. By hand, new ones at each run.
# No test asserts a time: the first example may be the one that imports and builds the models.
settings.register_profile("thorough", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("ordinary", settings.get_profile("thorough"), max_examples=30)
os.environ["PYTHONUTF8"] = "1"
collect_ignore = ["support/loaded.py"]  # to import it is what the process does from which runs are forked


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """In an ordinary run, properties are tried with some of their examples; with any mark asked for, with all."""
    settings.load_profile("ordinary" if config.option.markexpr == "not slow" else "thorough")


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Tests have no examples in their docstrings, and to look for some takes time; what they share has."""
    collected = yield
    is_test = file_path.name.startswith("test_")
    return [each for each in collected if not is_test or type(each) is pytest.Module]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the properties that have a test of their own."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("property")


def pytest_collection_finish() -> None:
    """Collect garbage less often, and never look through what was imported: a sixth of the time of all tests."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def secret() -> Iterator[None]:
    """A secret for caches that is not the user's: no test writes into a home, and no cache is believed later.

    Runs over the project's own records leave no cache there.
    """
    os.environ[VARIABLE] = os.urandom(16).hex()
    caches = [folder / FOLDER for folder in (RECORDS, *EXAMPLES.iterdir(), *INVALID.iterdir())]
    new = [cache for cache in caches if not cache.exists()]
    yield
    for cache in new:
        shutil.rmtree(cache, ignore_errors=True)


@pytest.fixture(scope="session")
def forks(secret: None) -> Iterator[None]:
    """The process from which runs of the command line are forked."""
    start_forkserver()
    yield


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory, forks: None) -> Run:
    """The command line as a process of its own; no colour, no terminal."""
    return runner(tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="session")
def shipped() -> communique.Corpus:
    """The shipped records; nobody can change them."""
    return communique.load(RECORDS)


@pytest.fixture
def shipped_copy(tmp_path: Path) -> Path:
    """A copy of the shipped records that a test may spoil."""
    return copied(RECORDS, tmp_path / "records")


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """A copy of a small corpus that a test may spoil."""
    return copied(CORPUS, tmp_path / "records")


@pytest.fixture
def no_endless_wait() -> Iterator[None]:
    """Fails a test that waits for what does not happen."""

    def stop(*_: object) -> None:
        raise TimeoutError("it waits for what does not happen")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
