"""What whole processes cost, measured from outside.

This module and whatever imports it stay small: the peak memory of a child process is never below that of the process
that started it, as Linux counts it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


class Command(NamedTuple):
    """A command line, the folder in which it is run, and what is done before each run and is not measured."""

    words: list[str]
    folder: Path
    prepare: Callable[[], object] | None = None


class Cost(NamedTuple):
    """Processor time and wall time in seconds, peak memory in bytes, and what the command printed last.

    The processor time includes that of child processes. The memory is that of the largest process.
    """

    processor: float
    wall: float
    memory: int
    printed: str


class CommandFailedError(Exception):
    """A command ended with another exit code than 0; the message has its last lines."""


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The median cost of each command, from so many runs of each: A B C A B C ..."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(_cost(command))
    return {name: _median(several) for name, several in costs.items()}


def _cost(command: Command) -> Cost:
    if command.prepare:
        command.prepare()
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command.words, cwd=command.folder, env=_environment(), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode(errors="replace").strip()
    if process.returncode:
        raise CommandFailedError(f"{' '.join(command.words)[:200]}: {process.returncode}\n{printed[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * _MEMORY_UNIT, printed[-200:])


def _environment() -> dict[str, str]:
    """As installed programs run: Python keeps the code that it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        median(each.processor for each in costs),
        median(each.wall for each in costs),
        round(median(each.memory for each in costs)),
        costs[-1].printed,
    )
