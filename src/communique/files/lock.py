"""A lock that the operating system releases when the process ends, even if it is killed."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CommuniqueError


class LockedError(CommuniqueError):
    """Another process holds the lock."""


@contextmanager
def held(mark: Path) -> Iterator[bool]:
    """Hold the lock on the file ``mark``, which is created if needed. The owner may remove the folder of the file.

    Yields whether it is certain that nobody else holds it: some network file systems have no locks.

    Raises:
        LockedError: another process holds it, or has just removed it.
    """
    if sys.platform == "win32" and mark.exists():
        _refuse_open(mark)
    handle = os.open(mark, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        yield _lock(handle, mark)
    finally:
        os.close(handle)
        if sys.platform == "win32":  # open files cannot be deleted
            shutil.rmtree(mark.parent, ignore_errors=True)


def _lock(handle: int, mark: Path) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    is_certain = True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LockedError(str(mark)) from error
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP):
            raise
        is_certain = False
    try:
        is_the_same = os.path.samestat(os.fstat(handle), mark.stat())
    except FileNotFoundError:
        is_the_same = False
    if not is_the_same:
        raise LockedError(str(mark))
    return is_certain


def _refuse_open(mark: Path) -> None:
    """Windows has no such locks, but does not delete a file that a process has open."""
    try:
        mark.unlink()
    except PermissionError as error:
        raise LockedError(str(mark)) from error
