"""Writes a file completely or not at all: to a temporary file, which is then moved into place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..errors import CommuniqueError, reason


class WriteError(CommuniqueError):
    """The file could not be written, and was not changed. The message says which file and why."""


def replace_file(path: Path, content: bytes) -> None:
    """Replace the content of a file. A symlink stays a symlink, and the file keeps its permissions.

    Raises:
        WriteError: it cannot be written.
    """
    target = path.resolve()
    try:
        _write(target, content, lambda fresh: fresh.replace(target))
    except OSError as error:
        raise WriteError(f"cannot write {path}: {reason(error)}; the file was not changed") from error


def create_file(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        FileExistsError: the path already exists.
        WriteError: it cannot be written; no file was created.
    """
    try:
        _write(path, content, lambda fresh: _give_name(fresh, path))
    except FileExistsError:
        raise
    except OSError as error:
        raise WriteError(f"cannot write {path}: {reason(error)}") from error


def _write(path: Path, content: bytes, put_in_place: Callable[[Path], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        fresh.chmod(_mode(path))
        put_in_place(fresh)
    finally:
        fresh.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if path.exists():
        return path.stat().st_mode
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _give_name(fresh: Path, path: Path) -> None:
    """Create a link, which fails if the path exists; a move would replace an existing file."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        path.open("xb").close()
        try:
            fresh.replace(path)
        except OSError:
            path.unlink()
            raise
