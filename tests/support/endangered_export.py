"""Exports in processes of their own, which are killed, or which find no room for what they write."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import communique

KILLED = -signal.SIGKILL
REFUSED = 3

_FORKS = multiprocessing.get_context("forkserver")
_STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "fcntl.flock", "sqlite3.connect"}


def killed(records: Path, format: str, to: Path, step: int) -> bool:
    """Export, and kill the process before this step of those that open or change files; false if it ends before."""
    return _ends(_die, records, format, to, step) == KILLED


def refused(records: Path, format: str, to: Path, most: int) -> bool:
    """Export where no file may have more bytes, as on a full disk; whether that ends with an error for people."""
    return _ends(_run_out, records, format, to, most) == REFUSED


def _ends(target: Callable[[dict[str, str], Path, str, Path, int], None], *given: object) -> int | None:
    process = _FORKS.Process(target=target, args=(dict(os.environ), *given))
    process.start()
    process.join()
    return process.exitcode


def _die(environment: dict[str, str], records: Path, format: str, to: Path, step: int) -> None:
    os.environ.update(environment)
    corpus = communique.load(records)
    left = [step]

    def watch(event: str, _: tuple[object, ...]) -> None:
        if event in _STEPS:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    communique.export(corpus, format, to)
    os._exit(0)


def _run_out(environment: dict[str, str], records: Path, format: str, to: Path, most: int) -> None:
    os.environ.update(environment)
    corpus = communique.load(records)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        communique.export(corpus, format, to)
    except communique.ExportError:
        os._exit(REFUSED)
    os._exit(0)
