"""Work that is killed at a given step."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

STEPS = {"open", "tempfile.mkdtemp", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "fcntl.flock"}
"""Audit events of what opens or changes files."""


def killed(work: Callable[[], object], step: int) -> bool:
    """Do the work in a process that dies before the given step of those that open or change files."""
    child = os.fork()
    if not child:
        left = [step]

        def watch(event: str, _: tuple[object, ...]) -> None:
            if event in STEPS:
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)

        sys.addaudithook(watch)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
