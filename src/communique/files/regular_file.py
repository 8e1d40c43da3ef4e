"""Opens files that others may have put there: never a pipe or a device that waits, never more than a bound."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

NOT_REGULAR = "not a regular file"
# A pipe that nobody writes to would block the opening. Windows knows neither flag, and must be told not to translate.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))


def read_regular(path: Path, most: int, *, follow: bool = True) -> bytes:
    """The first ``most`` + 1 bytes of a regular file, so that a longer result tells that the file is too large.

    What counts is what was opened, not what bore the name a moment before. With ``follow`` false, the name itself must
    not be a link.

    Raises:
        OSError: it cannot be opened, or is no regular file; ``strerror`` says why.
    """
    # Opening alone can have an effect on a device, so that it is not even tried on what is plainly none of ours.
    _refuse_special(os.stat(path, follow_symlinks=follow))  # noqa: PTH116
    handle = os.open(path, _FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        _refuse_special(os.fstat(handle))
    except OSError:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        return file.read(most + 1)


def _refuse_special(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, NOT_REGULAR)
