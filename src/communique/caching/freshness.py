"""Whether a file is what it was, found without reading it, as git does for its index."""

from __future__ import annotations

import os
import stat

Signature = list[int]
"""What the system says of a file, as JSON: size, times of change of content and status, inode, device."""

_CLOCK_STEP = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system. Two changes within one step may have the same time."""
_HAS_CHANGE_TIME = os.name == "posix"
"""Elsewhere ``st_ctime`` is the time of creation, so that a program that restores the other times hides a change."""


def signature(status: os.stat_result) -> Signature:
    """The signature of the file with this status."""
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev]


def lasting_signature(status: os.stat_result, now: int) -> Signature | None:
    """A signature that the file keeps only while it is not changed, for storing; None if there is no such signature.

    There is none just after a change, as another change could leave all times the same, none of anything but a regular
    file, and none on Windows. Such a file must be read to be known.

    Args:
        status: taken before the file was read.
        now: nanoseconds, taken before the status, as by ``Cache.now``.
    """
    latest = max(status.st_mtime_ns, status.st_ctime_ns)
    is_told_by_times = _HAS_CHANGE_TIME and stat.S_ISREG(status.st_mode)
    return signature(status) if is_told_by_times and latest + _CLOCK_STEP < now else None


def is_unchanged(status: os.stat_result, stored: object) -> bool:
    """Whether the file is the one for which this ``lasting_signature`` was stored."""
    return stored is not None and signature(status) == stored
