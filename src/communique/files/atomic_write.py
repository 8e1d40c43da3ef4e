"""Writes a file completely or not at all: to a temporary file, which is then moved into place."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from ..errors import CommuniqueError, reason

PRIVATE = 0o600
"""Permissions: only the owner reads and writes the file."""


class WriteError(CommuniqueError):
    """The file could not be written, and was not changed. The message says which file and why."""


def replace_file(path: Path, content: bytes) -> None:
    """Replace the content of a file. A symlink stays a symlink, and the file keeps its permissions.

    Raises:
        WriteError: it cannot be written.
    """
    target = path.resolve()
    try:
        _write(target, lambda file: file.write(content), lambda fresh: fresh.replace(target), mode=_mode(target))
    except OSError as error:
        raise WriteError(f"cannot write {path}: {reason(error)}; the file was not changed") from error


def replace_files(contents: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    """Replace the old contents of several files by new ones: of all, or of none if one of them cannot be written.

    A file whose old content is None is created.

    Raises:
        WriteError: one cannot be written, or has no longer its old content; the others have their old contents again.
    """
    done: list[Path] = []
    try:
        for path, (old, new) in contents.items():
            if old is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                create_file(path, new)
                done.append(path)
                continue
            if path.read_bytes() != old:
                raise WriteError(f"{path} has changed in the meantime; nothing was changed")
            replace_file(path, new)
            done.append(path)
    except (WriteError, OSError) as error:
        for path in done:
            if (old := contents[path][0]) is None:
                path.unlink()
            else:
                replace_file(path, old)
        if isinstance(error, OSError):
            raise WriteError(f"cannot read {error.filename}: {reason(error)}; nothing was changed") from error
        raise


def replace_private(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Replace the path by a new file, which ``write`` fills and only its owner can read. A symlink is replaced too.

    Raises:
        WriteError: it cannot be written, and was not changed.
    """
    try:
        _write(path, write, lambda fresh: fresh.replace(path), mode=PRIVATE)
    except OSError as error:
        raise WriteError(f"cannot write {path}: {reason(error)}; the file was not changed") from error


def create_file(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a new file; without ``mode`` it has the usual permissions.

    Raises:
        FileExistsError: the path already exists.
        WriteError: it cannot be written; no file was created.
    """
    try:
        usual = _mode(path) if mode is None else mode
        _write(path, lambda file: file.write(content), lambda fresh: _give_name(fresh, path), mode=usual)
    except FileExistsError:
        raise
    except OSError as error:
        raise WriteError(f"cannot write {path}: {reason(error)}") from error


def _write(
    path: Path, write: Callable[[BinaryIO], object], put_in_place: Callable[[Path], object], *, mode: int
) -> None:
    import tempfile  # takes longer than all else that a run without writing imports from here

    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
        fresh.chmod(mode)
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
