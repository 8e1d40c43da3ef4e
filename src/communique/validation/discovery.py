"""Finds and reads the files of a corpus; every command and every Python function uses it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..files.export_manifest import exported_files
from ..files.paths import from_here, is_folder, is_missing, place
from ..reading import Document, corpus_root, read_file, record_files
from ..reading.record_files import LeftOut, record_paths
from . import settings as project
from .file_check import File
from .foreign_files import is_foreign
from .settings import Settings

if TYPE_CHECKING:
    from ..caching.cache import Cache

StrPath = str | os.PathLike[str]
Watch = Callable[[Sequence[File]], Iterable[File]]
"""Yields the files that it is given; shows progress."""


class Gathered:
    """The files of one corpus; the requested ones come first.

    ``root`` is the folder of the corpus, None for files that belong to none. ``asked`` are the paths of the requested
    files.
    """

    def __init__(self, root: Path | None, asked: set[str], files: list[File]) -> None:
        self.root, self.asked, self.files = root, asked, files

    def read(self, path: str) -> Document:
        """Read a file of the corpus, by its path as text."""
        return read_file(Path(path), self._folders[path])

    def cache(self, settings: Settings | None) -> Cache | None:
        """The cache of the project: beside its settings, or else in the folder of the corpus; None if there is none."""
        if self.root is None:
            return None
        from ..caching.cache import Cache

        project = Path(settings.path).parent if settings and settings.path else self.root
        return Cache.of(project if place(self.root).is_relative_to(place(project)) else self.root)

    @cached_property
    def _folders(self) -> Mapping[str, Path]:
        return {file.path: file.folder for file in self.files}


def given_paths(path: StrPath | Iterable[StrPath]) -> list[Path]:
    """One path or several, as a list.

    Raises:
        FileNotFoundError: one of the paths does not exist.
        TypeError: something else is given than paths, such as a record in memory.
    """
    if isinstance(path, str | os.PathLike) or not isinstance(path, Iterable) or isinstance(path, Mapping):
        paths = [_as_path(path)]
    else:
        paths = [_as_path(each) for each in path]
    for each in paths:
        if is_missing(each):
            raise FileNotFoundError(f"{each} does not exist")
    return paths


def _as_path(given: object) -> Path:
    if not isinstance(given, str | os.PathLike):
        found = type(given).__name__
        raise TypeError(f"expected a path, found {found}; communique.validate_data checks records in memory")
    return Path(given)


def corpora(paths: Sequence[Path], settings: Settings | None, home: Path | None = None) -> list[Gathered]:
    """The corpora to which the paths belong, with their files; those that belong to none are checked in ``home``.

    A file that is given by its own path is read even if the settings exclude it. Without settings, or with empty ones,
    the nearest settings at or above each corpus are used.

    Raises:
        communique.SettingsError: the settings are invalid.
    """
    groups: dict[Path | None, list[Path]] = defaultdict(list)
    for path in paths:
        groups[corpus_root(path) or (home and (corpus_root(home) or place(home)))].append(path)
    return [_corpus(root, members, settings) for root, members in groups.items()]


def asked_files(paths: Sequence[Path], settings: Settings | None) -> Iterator[Path]:
    """The record files at these paths that the settings do not exclude."""
    for path in paths:
        yield from record_files(path, _wanted(settings, path).leaves_out)


def is_left_out(path: Path, settings: Settings) -> bool:
    """Whether a file would be skipped if its folder were given."""
    return settings.leaves_out(path) or any(place(path) in exported_files(folder) for folder in place(path).parents)


def surroundings(path: Path, settings: Settings | None) -> list[Document]:
    """The other records of the corpus to which a file belongs or would belong."""
    root = corpus_root(path)
    if root is None:
        return []
    files = (file for file in record_files(root, _wanted(settings, root).leaves_out) if file != place(path))
    return [each for each in (read_file(Path(from_here(file)), root) for file in files) if not is_foreign(each)]


def _wanted(settings: Settings | None, path: Path) -> Settings:
    if settings is not None and settings != Settings():
        return settings
    return project.find(path if is_folder(path) else path.parent)


def _corpus(root: Path | None, paths: Sequence[Path], settings: Settings | None) -> Gathered:
    """Requested files keep the given path; the others have their path from the current folder."""
    asked: dict[str, File] = {}
    for path in paths:
        # A symlink is treated in the same way if its file is given alone.
        own = root if root and place(path).is_relative_to(root) else None
        folder, start = own or (path if is_folder(path) else path.parent), str(place(path))
        for file in record_paths(path, _left_out(settings, path)):
            at = start + _within(file, str(path))
            asked[at] = File(file, _within(at, str(own))[1:] if own else file, folder, True)
    is_whole = any(place(path) == root for path in paths)
    others = list(_others(root, asked, settings)) if root and not is_whole else []
    return Gathered(root, {file.path for file in asked.values()}, [*asked.values(), *others])


def _others(root: Path, asked: Container[str], settings: Settings | None) -> Iterator[File]:
    """The files of the corpus that were not asked for."""
    top, shown = str(root), from_here(root)
    for at in record_paths(root, _left_out(settings, root)):
        if at not in asked:
            name = _within(at, top)[1:]
            yield File(name if shown == "." else os.path.join(shown, name), name, root, False)  # noqa: PTH118


def _within(path: str, folder: str) -> str:
    """The rest of a path that begins with that of the folder, which may be the current one."""
    if folder == ".":
        return "" if path == "." else os.sep + path
    return path[len(folder.rstrip(os.sep)) :]


def _left_out(settings: Settings | None, path: Path) -> LeftOut | None:
    wanted = _wanted(settings, path)
    return wanted.leaves_out if wanted.exclude else None
