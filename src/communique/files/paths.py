"""Paths for reports, and relations between paths."""

from __future__ import annotations

import os
from pathlib import Path

STDIN = "<stdin>"
"""The path of a record from standard input."""


def from_here(path: str | os.PathLike[str]) -> str:
    """The path from the current folder; absolute if there is none, as between two drives of Windows.

    >>> from_here("records")
    'records'
    """
    return between(path, Path())


def between(path: str | os.PathLike[str], folder: Path) -> str:
    """The path from a folder; absolute if there is none."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return os.path.abspath(path)  # noqa: PTH100  symlinks are not resolved


def below(path: str | os.PathLike[str], folder: Path) -> str | None:
    """The path from a folder that contains it, with slashes; None if it is not below the folder.

    >>> below("records/2025/a.yaml", Path("records")), below("records", Path("records/2025"))
    ('2025/a.yaml', None)
    """
    relative = Path(between(path, folder))
    return None if relative.is_absolute() or relative.parts[:1] == ("..",) else relative.as_posix()


def is_folder(path: Path) -> bool:
    """Whether the path is a folder; false if that cannot be determined."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_missing(path: Path) -> bool:
    """Whether the path does not exist; false if that cannot be determined."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def work_trees(folder: Path) -> list[Path]:
    """The git work trees that contain the folder, the innermost first."""
    return [each for each in (folder, *folder.parents) if (each / ".git").exists()]


def place(path: Path) -> Path:
    """The absolute path without "..". Symlinks are not resolved, because a record is where its symlink is."""
    return Path(os.path.normpath(path.absolute()))


def shown(path: str) -> str:
    """The path from the current folder if it is below it, otherwise the absolute path."""
    absolute, here = place(Path(path)), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)
