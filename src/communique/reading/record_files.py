"""Which files are records, and which folder is their corpus."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

from ..files.export_manifest import MANIFEST, exported_files
from ..files.paths import is_folder, place
from ..files.regular_file import read_regular
from . import limits

LeftOut = Callable[[Path], bool]
"""Whether a file or folder is to be skipped."""

SUFFIXES = (".yaml", ".yml", ".json")
FOLDER_HELP = "make the folder readable, or exclude it with `exclude` in communique.toml"
DATASET_NAMES = tuple(f"dataset{suffix}" for suffix in SUFFIXES)


def is_json(path: str, text: str) -> bool:
    """Whether the text is read as JSON, not YAML: the path ends in .json, or has no known suffix and a brace comes
    first."""
    path = path.lower()
    braced = not path.endswith(SUFFIXES) and text.lstrip(" \t\r\n").startswith("{")
    return path.endswith(".json") or braced


def record_files(path: Path, left_out: LeftOut | None = None) -> Iterator[Path]:
    """The record files at a path: itself, or all below a folder, in a fixed order.

    Hidden files, files that an export wrote, and files and folders for which ``left_out`` is true are skipped. A
    folder that cannot be read, or that is a symlink, is yielded like a file: `read_file` reports why.
    """
    return map(Path, record_paths(path, left_out))


def record_paths(path: Path, left_out: LeftOut | None = None) -> Iterator[str]:
    """The paths of `record_files` as texts, because making objects of very many takes long."""
    if not is_folder(path):
        yield str(path)
        return
    top = (corpus_root(path) or path).resolve()
    waiting, written = [str(path)], set[Path]()
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted((each for each in found if not each.name.startswith(".")), key=attrgetter("name"))
        except OSError:
            yield folder
            continue
        if any(each.name == MANIFEST for each in entries):
            written |= exported_files(Path(folder))
        inner = []
        for each in entries:
            is_inner, is_candidate = each.is_dir(follow_symlinks=False), _is_candidate(each, top)
            if not (is_inner or is_candidate):
                continue
            file = each.name if folder == "." else each.path
            if (written and Path(file) in written) or (left_out and left_out(Path(file))):
                continue
            if is_candidate:
                yield file
            if is_inner:
                inner.append(file)
        waiting += reversed(inner)


def _is_candidate(entry: os.DirEntry[str], top: Path) -> bool:
    """Whether the entry is a file to read, or something to report because it cannot be read."""
    if entry.is_symlink():
        try:
            is_linked_folder = stat.S_ISDIR(entry.stat().st_mode)
        except FileNotFoundError:
            is_linked_folder = False
        except OSError:
            return True
        if is_linked_folder:
            return not _is_part(Path(entry).resolve(), top)
    return entry.name.lower().endswith(SUFFIXES)


def _is_part(folder: Path, top: Path) -> bool:
    """Whether the folder, to which a symlink points, is part of the corpus anyway."""
    return folder.is_relative_to(top) and not any(part.startswith(".") for part in folder.relative_to(top).parts)


def corpus_root(path: Path) -> Path | None:
    """The nearest folder at or above the path that holds a dataset record; None if there is none."""
    start = place(path)
    for folder in (start, *start.parents) if is_folder(path) else start.parents:
        if any(_is_file(folder / name) for name in DATASET_NAMES):
            return folder
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def content(path: Path, root: Path) -> bytes:
    """The bytes of a record file; of a file that is too large, only as many as show it.

    Raises:
        OSError: it cannot be opened, is not a regular file, or is a symlink that points outside the folder ``root``.
    """
    kind = stat.S_IFMT(os.lstat(path).st_mode)
    if kind == stat.S_IFLNK:
        path = _target(path, root)
    elif kind == stat.S_IFDIR:
        os.scandir(path).close()  # says why the folder could not be looked into
    return read_regular(path, limits.MAX_BYTES, follow=False)


def _target(link: Path, root: Path) -> Path:
    target = Path(os.path.realpath(link, strict=True))
    if target.is_dir():
        raise OSError(errno.EISDIR, "symlink to a folder; such symlinks are not followed")
    if not target.is_relative_to(root.resolve()):
        raise OSError(errno.EPERM, "symlink points outside the corpus")
    return target
