"""Keeps the folder of a cache small. A file that is not named like ours is never touched."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..lazy import lazy_pattern

SUFFIX = ".snapshot"
"""Of a snapshot's name, which is otherwise a MAC."""

MOST_BYTES = 1 << 29
"""Of all snapshots together; the one that was written last is kept, however large."""
DAY = 24 * 60 * 60
"""Seconds."""
MOST_DAYS_UNUSED = 30

_NAME = rf"[0-9a-f]{{32}}\{SUFFIX}"
_SNAPSHOT = lazy_pattern(_NAME)
_UNFINISHED = lazy_pattern(rf"\.{_NAME}\.\w+")


class _File(NamedTuple):
    used: float
    size: int
    path: Path


def mark_used(path: Path) -> None:
    """Give the snapshot the present time, unless it is of today."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > DAY:
            os.utime(path)


def prune(folder: Path, newest: Path) -> None:
    """Delete snapshots that were not used for long or are too much together, and what killed runs left behind."""
    now = time.time()
    with suppress(OSError):
        for each in _unfinished(folder, now - DAY) + _superfluous(folder, newest, now - MOST_DAYS_UNUSED * DAY):
            with suppress(OSError):
                each.unlink()


def _unfinished(folder: Path, oldest: float) -> list[Path]:
    return [each.path for each in _files(folder, _UNFINISHED) if each.used < oldest]


def _superfluous(folder: Path, newest: Path, oldest: float) -> list[Path]:
    """Snapshots last used before ``oldest``, and the longest unused ones of those that are too much together."""
    kept = 0
    superfluous = []
    for each in sorted(_files(folder, _SNAPSHOT), key=lambda each: (each.path == newest, each.used), reverse=True):
        kept += each.size
        if each.path != newest and (each.used < oldest or kept > MOST_BYTES):
            superfluous.append(each.path)
    return superfluous


def _files(folder: Path, name: re.Pattern[str]) -> list[_File]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if name.fullmatch(entry.name):
                status = entry.stat(follow_symlinks=False)
                found.append(_File(status.st_mtime, status.st_size, Path(entry.path)))
    return found
