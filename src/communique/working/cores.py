"""How many cores this process may use."""

from __future__ import annotations

import os
from contextlib import suppress
from math import ceil
from pathlib import Path

_LIMIT = Path("/sys/fs/cgroup/cpu.max")  # of a container, which sees its own control group (version 2) as the root


def cores(limit: Path = _LIMIT) -> int:
    """The number of cores, at least 1; the affinity of the process and the limit of its container count.

    ``limit`` is the file in which Linux writes that limit.
    """
    try:
        usable = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux and some others have it
        usable = os.cpu_count() or 1
    return max(1, min(usable, _allowed(limit) or usable))


def _allowed(limit: Path) -> int | None:
    """The limit as a number of cores, rounded up; None if there is none."""
    with suppress(OSError, ValueError):  # "max 100000" has no limit
        quota, period = map(int, limit.read_text(encoding="ascii").split())
        return ceil(quota / period)
    return None
