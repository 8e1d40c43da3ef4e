"""A file that a library makes as a whole, in the folder of temporary files, before it is written to the export."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from .format import Piece
from .lock import LockedError, held

_CHUNK = 65_536
_PREFIX, _MARK = "communique-export-", "in-use"


class MadeFile:
    """The file with this name in the export. It is made at ``path``; the folder may hold other temporary files.

    What exports that were killed have left is removed.
    """

    def __init__(self, name: str) -> None:
        _remove_abandoned()
        self._open = ExitStack()
        self.folder = Path(self._open.enter_context(TemporaryDirectory(prefix=_PREFIX)))
        self._open.enter_context(held(self.folder / _MARK))
        self.path = self.folder / name

    def pieces(self) -> Iterator[Piece]:
        """The content, when it is made."""
        with self.path.open("rb") as file:
            while part := file.read(_CHUNK):
                yield self.path.name, part

    def close(self) -> None:
        """Remove the folder."""
        self._open.close()


def _remove_abandoned() -> None:
    """Remove the folders of processes that have ended; nobody holds their locks any more."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError, LockedError):
            if _is_ours(folder) and (folder / _MARK).is_file():
                with held(folder / _MARK):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder of this user: anybody can make one with such a name."""
    return not folder.is_symlink() and (not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid())
