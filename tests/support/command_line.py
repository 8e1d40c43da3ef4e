"""Runs of the command line, each a process of its own, forked from one that has loaded communique and its models.

To start Python some hundred times would take most of the time of all tests.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
from collections.abc import Callable
from multiprocessing import forkserver
from pathlib import Path

from support.folders import ROOT, TESTS
from support.forked import become_communique

Run = Callable[..., subprocess.CompletedProcess[str]]

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["support.loaded", "support.forked"])


def start_forkserver() -> None:
    """Start the process from which runs are forked. Before Python 3.13 it finds modules only by the environment."""
    path = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(TESTS), path)))
    forkserver.ensure_running()
    if path is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = path


def runner(folder: Path) -> Run:
    """The command line as a function; what is read and printed lies in files of the folder meanwhile.

    ``before`` is called in the process before the command.
    """
    files = tuple(str(folder / name) for name in ("stdin", "stdout", "stderr"))

    def run(
        *arguments: object, cwd: Path = ROOT, stdin: str | bytes = b"", before: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        for path, content in zip(files, (stdin.encode() if isinstance(stdin, str) else stdin, b"", b""), strict=True):
            Path(path).write_bytes(content)
        process = _FORKS.Process(target=become_communique, args=(words, str(cwd), files, dict(os.environ), before))
        process.start()
        process.join()
        out, err = (Path(path).read_bytes().decode("utf-8") for path in files[1:])
        return subprocess.CompletedProcess(words, process.exitcode or 0, out, err)

    return run
