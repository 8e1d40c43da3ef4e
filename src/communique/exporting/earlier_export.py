"""Checks that a folder contains only an earlier export, so that a new one may replace it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NoReturn

from ..errors import CommuniqueError
from ..files.checksum import Digest
from ..files.export_manifest import MANIFEST, exported
from ..files.regular_file import open_regular

_PIECE = 1_000_000
# Files that file managers and office programs create in folders.
_DESKTOP_FILES = (
    ".ds_store",
    "._*",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    ".directory",
    ".~lock.*#",
    "~$*",
    ".nfs*",
)


class ExportError(CommuniqueError):
    """The export could not be written; an earlier export was not changed. The message says why."""


def refuse_foreign(folder: Path, named: Path) -> None:
    """Accept only an unchanged earlier export, an empty folder or a new one. ``named`` is the folder in messages.

    Raises:
        ExportError: the path is not a folder, or contains a file that was changed or was not written by an export.
    """
    if not os.path.lexists(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise ExportError(f"{named} is not a folder; choose another")
    listed = exported(folder)
    known = set[str]() if listed is None else {MANIFEST, *listed}
    expected = known | _folders(known)
    foreign = sorted((path for path in _contents(folder, named) if path not in expected), key=_is_folder)
    if foreign:
        raise ExportError(f"{named} contains {_first(foreign)}, which no export wrote; choose an empty or new folder")
    changed = [path for path, entry in sorted((listed or {}).items()) if not _is_unchanged(folder / path, entry)]
    if changed:
        advice = "move it elsewhere to keep it, or delete it"
        raise ExportError(f"{named} contains {_first(changed)}, which was changed since the export; {advice}")


def files_in(folder: Path) -> set[str]:
    """The files of an export that are in the folder, by their names in it, without its manifest."""
    return {name for name in exported(folder) or () if (folder / name).is_file()}


def _contents(folder: Path, named: Path) -> Iterator[str]:
    """The paths of everything in the folder; paths of folders end with a slash."""

    def refuse(error: OSError) -> NoReturn:
        raise ExportError(f"{named} contains a folder that cannot be read ({error.strerror}); choose another")

    for place, folders, files in os.walk(folder, onerror=refuse):
        inside = Path(place).relative_to(folder)
        for name in sorted(folders):
            yield (inside / name).as_posix() + ("" if (Path(place) / name).is_symlink() else "/")
        yield from ((inside / name).as_posix() for name in sorted(files) if not _is_desktop_file(Path(place, name)))


def carry_over(old: Path, new: Path) -> None:
    """Move files of file managers and office programs from the old folder to the new one."""
    for place, _, files in os.walk(old):
        for path in (Path(place, name) for name in files):
            if _is_desktop_file(path):
                kept = new / path.relative_to(old)
                kept.parent.mkdir(parents=True, exist_ok=True)
                path.rename(kept)


def _is_desktop_file(path: Path) -> bool:
    name = path.name.lower()
    return any(fnmatchcase(name, pattern) for pattern in _DESKTOP_FILES) and path.is_file() and not path.is_symlink()


def _is_folder(path: str) -> bool:
    return path.endswith("/")


def _folders(files: set[str]) -> set[str]:
    return {f"{parent}/" for file in files for parent in PurePosixPath(file).parents if parent.name}


def _is_unchanged(path: Path, expected: tuple[int, str]) -> bool:
    size, digest = expected
    found = Digest()
    try:
        with os.fdopen(open_regular(path, follow=False), "rb") as file:
            while found.size <= size and (piece := file.read(_PIECE)):
                found.add(piece)
        return found.sha256 == digest
    except FileNotFoundError:
        return True  # deleted files are allowed
    except OSError:
        return False


def _first(paths: list[str]) -> str:
    return paths[0] + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
