"""The type of a reader of exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CommuniqueError

if TYPE_CHECKING:
    from .gathering import ImportedRecord
    from .notes import Notes


class ImportFailedError(CommuniqueError):
    """An export could not be read back. The message says why."""


class Reader(NamedTuple):
    """A reader of one format, named like it.

    ``finds`` gives the file or folder of the format at a path: the path itself, or one in a folder of an export; None
    if there is none. ``read`` gives its records, and notes what is wrong with single cells.
    """

    name: str
    finds: Callable[[Path], Path | None]
    read: Callable[[Path, Notes], list[ImportedRecord]]


def file_finder(name: str, *suffixes: str) -> Callable[[Path], Path | None]:
    """Finds a file with one of the suffixes; in a folder, the one with the name."""

    def finds(path: Path) -> Path | None:
        if path.is_dir():
            return path / name if (path / name).is_file() else None
        return path if path.suffix.lower() in suffixes else None

    return finds


def folder_finder(name: str, file: str) -> Callable[[Path], Path | None]:
    """Finds a folder that has the file: the path itself, or the folder of the name in it."""

    def finds(path: Path) -> Path | None:
        return next((each for each in (path, path / name) if (each / file).is_file()), None)

    return finds
