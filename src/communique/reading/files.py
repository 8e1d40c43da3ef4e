"""Which files are records, and which folder is their corpus."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".json")
DATASET_NAMES = tuple(f"dataset{suffix}" for suffix in SUFFIXES)


def record_files(path: Path) -> Iterator[Path]:
    """The record files at a path: itself, or all below a folder, in a fixed order. Hidden ones are left out."""
    if not path.is_dir():
        yield path
        return
    for folder, names, files in os.walk(path, followlinks=False):
        names[:] = sorted(name for name in names if not name.startswith("."))
        # A folder in the place of a record is told, not passed over.
        for name in sorted([*files, *(name for name in names if name.lower().endswith(SUFFIXES))]):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(folder, name)


def place(path: Path) -> Path:
    """Where the path leads, without steps back; links stay as they are, for a record is where its link is."""
    return Path(os.path.normpath(path.absolute()))


def shown(path: str) -> str:
    """The path as a person at the current folder would write it, however it was asked for: from here, or else whole."""
    whole, here = place(Path(path)), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def corpus_root(path: Path) -> Path | None:
    """The nearest folder at or above the path that holds a dataset record; None if there is none."""
    start = place(path)
    for folder in (start, *start.parents) if path.is_dir() else start.parents:
        if any((folder / name).is_file() for name in DATASET_NAMES):
            return folder
    return None


def refusal(path: Path, root: Path) -> str | None:
    """Why the file must not be opened: it is no regular file, or a link that leads out of the folder."""
    try:
        status = path.stat()
    except OSError as error:
        return error.strerror or str(error)
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return "a link that leads out of the folder"
    return None
