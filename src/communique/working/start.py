"""How worker processes are started, and what that costs."""

from __future__ import annotations

import os
import sys
from typing import Literal

Method = Literal["fork", "spawn"]

PATIENCE: dict[Method, float] = {"fork": 0.1, "spawn": 1.0}
"""Seconds of work after which workers are started: a few times what their start takes."""

_THREADS = "/proc/self/task"


def start_method() -> Method:
    """``fork`` on Linux, unless there are threads: the lock of a thread would stay locked in the forked process.

    A forked process has everything that this one has loaded; a spawned one loads it again.
    """
    return "fork" if sys.platform == "linux" and _number_of_threads() == 1 else "spawn"


def _number_of_threads() -> int:
    """Also those that are not Python's."""
    try:
        return len(os.listdir(_THREADS))  # noqa: PTH208
    except OSError:
        return 2  # unknown, so as if there were some
