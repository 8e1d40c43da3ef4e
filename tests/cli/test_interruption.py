"""A command that is interrupted ends at once with its exit code, prints no traceback, and leaves no process behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.folders import TESTS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there are processes forked")
SECONDS = 60
_COMMAND = [sys.executable, "-m", "support.endless_work"]
Process = subprocess.Popen[str]


class Work:
    """``validate`` with two workers, which are at work when this was made."""

    def __init__(self, folder: Path) -> None:
        for number in range(100):
            (folder / f"r{number}.yaml").write_text(f"kind: registry\nschema_version: 0.1.0\nid: r{number}\n")
        self._begun, theirs = os.pipe()
        waited_for, self._release = os.pipe()
        self.process = subprocess.Popen(
            [*_COMMAND, str(theirs), str(waited_for), "validate", str(folder), "--jobs", "2"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])},
            pass_fds=(theirs, waited_for),
            start_new_session=True,
            stderr=subprocess.PIPE,
            text=True,
        )
        os.close(theirs)
        os.close(waited_for)
        assert self._read() + self._read() == b".."

    def release(self) -> None:
        """Let the workers go on."""
        os.close(self._release)
        self._release = -1

    def is_gone(self) -> bool:
        """Whether no process is left that could write to the pipe."""
        while read := self._read():
            assert read == b"."
        return True

    def _read(self) -> bytes:
        ready, _, _ = select.select([self._begun], [], [], SECONDS)
        assert ready, "a process is left"
        return os.read(self._begun, 1)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()
        if self._release >= 0:
            os.close(self._release)
        os.close(self._begun)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    work = Work(tmp_path)
    yield work
    work.end()


def to_all(process: Process) -> None:
    os.killpg(process.pid, signal.SIGINT)


def to_parent(process: Process) -> None:
    process.send_signal(signal.SIGINT)


def terminate(process: Process) -> None:
    process.terminate()


@pytest.mark.parametrize(
    ("send", "code", "text"), [(to_all, 130, "\nAborted!\n"), (to_parent, 130, "\nAborted!\n"), (terminate, 143, "")]
)
def test_an_interrupted_command_leaves_no_process(
    send: Callable[[Process], None], code: int, text: str, work: Work
) -> None:
    send(work.process)
    _, error = work.process.communicate(timeout=SECONDS)
    assert (work.process.returncode, error) == (code, text)
    assert work.is_gone()


def test_workers_end_when_the_process_is_gone_that_started_them(work: Work) -> None:
    work.process.kill()
    work.process.wait(SECONDS)
    work.release()
    assert work.is_gone()
