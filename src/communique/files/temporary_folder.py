"""Folders for temporary files that have names. What a process left that was killed, the next one removes.

Each folder has a mark, which its process holds, and which is removed last.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from .lock import LockedError, held

_PREFIX, _MARK, _FILES = "communique-temporary-", "in-use", "files"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """An empty folder, which is removed afterwards.

    Raises:
        OSError: it cannot be made.
    """
    remove_abandoned()
    with ExitStack() as stack:
        folder = _held_folder(stack)
        stack.callback(_remove, folder)
        (folder / _FILES).mkdir()
        yield folder / _FILES


def remove_abandoned() -> None:
    """Remove the temporary folders of this user that no process holds any more."""
    import tempfile  # takes longer than all else that a run without temporary folders imports from here

    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            with suppress(OSError, LockedError):
                if _is_ours(folder):
                    _remove_unless_held(folder)


def _held_folder(stack: ExitStack) -> Path:
    """A new folder, of which the mark is held. Another process may remove it as abandoned just before that."""
    import tempfile

    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with suppress(LockedError, FileNotFoundError):
            stack.enter_context(held(folder / _MARK))
            return folder


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder of this user: anybody can make something with such a name."""
    return not folder.is_symlink() and (not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid())


def _remove_unless_held(folder: Path) -> None:
    if (folder / _MARK).is_file():
        with held(folder / _MARK) as is_certain:
            if is_certain:
                _remove(folder)
    else:
        folder.rmdir()  # only if it is empty: its process was killed before all else, or at the end


def _remove(folder: Path) -> None:
    shutil.rmtree(folder / _FILES, ignore_errors=True)
    if not (folder / _FILES).exists():
        with suppress(OSError):  # Windows removes no file that is open; `held` does it then
            (folder / _MARK).unlink()
            folder.rmdir()
