"""Reads untrusted files: never a pipe or a device, and never more than a limit."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

NOT_REGULAR = "not a regular file"
# Opening a pipe without a writer would block. Windows has none of these flags, but needs O_BINARY.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))
_CHUNK = 4_096


def read_regular(path: Path, most: int, *, follow: bool = True) -> bytes:
    """The first ``most`` + 1 bytes of a regular file; if there are more than ``most``, the file is too large.

    The opened file is checked, not the path, which may change in between. If ``follow`` is false, the path must not be
    a symlink.

    Raises:
        OSError: it cannot be opened, or is not a regular file; ``strerror`` says why.
    """
    handle = open_regular(path, follow=follow)
    try:
        size = max(os.fstat(handle).st_size, _CHUNK)
        content = b""
        # The size may have changed since, so only the end of the file ends it.
        while len(content) <= most and (more := os.read(handle, min(size, most) + 1)):
            content += more
    finally:
        os.close(handle)
    return content[: most + 1]


def open_regular(path: Path, *, follow: bool = True) -> int:
    """The descriptor of a regular file, opened for reading. If ``follow`` is false, the path must not be a symlink.

    Raises:
        OSError: it cannot be opened, or is not a regular file; ``strerror`` says why.
    """
    # Opening a device can have an effect, so a path that is not a regular file is not opened.
    _refuse_special(os.stat(path, follow_symlinks=follow))  # noqa: PTH116
    handle = os.open(path, _FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        _refuse_special(os.fstat(handle))
    except OSError:
        os.close(handle)
        raise
    return handle


def read_at(handle: int, length: int, offset: int) -> bytes:
    """The bytes from the offset, fewer if the file ends before. Processes may share the descriptor and read at once."""
    if hasattr(os, "pread"):
        return os.pread(handle, length, offset)
    os.lseek(handle, offset, os.SEEK_SET)
    return os.read(handle, length)


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, NOT_REGULAR)
