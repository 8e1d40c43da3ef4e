"""Ways from one place in the file system to another, in the words that reports use."""

from __future__ import annotations

import os
from pathlib import Path

STDIN = "<stdin>"
"""What stands in the place of a path where a record came from the standard input."""


def from_here(path: str | os.PathLike[str]) -> str:
    """The path from the current folder; the absolute one where there is none, as between two drives of Windows.

    >>> from_here("records")
    'records'
    """
    return between(path, Path())


def between(path: str | os.PathLike[str], folder: Path) -> str:
    """The path from a folder; the absolute one where there is none."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return os.path.abspath(path)  # noqa: PTH100  links stay as they are, for a record is where its link is


def below(path: str | os.PathLike[str], folder: Path) -> str | None:
    """The path from a folder that holds it, with slashes; None if the folder does not.

    >>> below("records/2025/a.yaml", Path("records")), below("records", Path("records/2025"))
    ('2025/a.yaml', None)
    """
    way = Path(between(path, folder))
    return None if way.is_absolute() or way.parts[:1] == ("..",) else way.as_posix()


def is_folder(path: Path) -> bool:
    """Whether the path leads to a folder, as far as one can see."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_missing(path: Path) -> bool:
    """Whether nothing bears this name, which is not the same as that it cannot be looked at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def place(path: Path) -> Path:
    """Where the path leads, without steps back; links stay as they are, for a record is where its link is."""
    return Path(os.path.normpath(path.absolute()))


def shown(path: str) -> str:
    """The path as a person at the current folder would write it, however it was asked for: from here, or else whole."""
    whole, here = place(Path(path)), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)
