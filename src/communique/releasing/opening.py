"""Where an earlier export is: in a folder, in a zip file, or in the zip file of a release folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zipfile import Path as ZipPath

from ..errors import reason
from .edition import Edition, ReleaseError

_SIGN = "jsonl"
"""The folder that every export with JSON Lines has."""


def is_published(path: Path) -> bool:
    """Whether the path is an export or a release; otherwise it may be records."""
    return (path.is_file() and path.suffix.lower() == ".zip") or (path / _SIGN).is_dir() or bool(_zip_files(path))


@contextmanager
def opened(path: Path) -> Iterator[Edition]:
    """The edition at a path that `is_published`.

    Raises:
        ReleaseError: it cannot be read, or it is not clear which zip file is meant.
    """
    if (path / _SIGN).is_dir():
        yield Edition(path, str(path))
        return
    files = [path] if path.is_file() else _zip_files(path)
    if len(files) != 1:
        raise ReleaseError(f"{path} has several zip files: {', '.join(each.name for each in files)}; give one of them")
    with _opened_zip(files[0]) as zip_file:
        yield Edition(_top(zip_file, files[0]), str(files[0]))


@contextmanager
def _opened_zip(path: Path) -> Iterator[ZipFile]:
    try:
        zip_file = ZipFile(path)
    except OSError as error:
        raise ReleaseError(f"cannot read {path}: {reason(error)}") from error
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise ReleaseError(f"{path} is not a zip file, or it is damaged: {error}") from error
    with zip_file:
        yield zip_file


def _top(zip_file: ZipFile, path: Path) -> Traversable:
    """The folder of the export: the top of the zip file, or the only folder there."""
    root = ZipPath(zip_file)
    for folder in (root, *root.iterdir()):
        if (folder / _SIGN).is_dir():
            return folder
    raise ReleaseError(f"{path} has no folder {_SIGN}; give the zip file of an earlier release")


def _zip_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.zip")) if folder.is_dir() else []
