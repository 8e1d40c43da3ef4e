"""Which files make up a corpus, and what was read of them: the same for every command and every Python function."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..files.export_manifest import exported_files
from ..files.paths import from_here, is_folder, is_missing, place
from ..reading import Document, corpus_root, read_file, record_files
from . import settings as project
from .foreign_files import is_foreign
from .settings import Settings

StrPath = str | os.PathLike[str]
Watch = Callable[[Sequence[tuple[Path, Path]]], Iterable[tuple[Path, Path]]]
"""Gives back, one by one, the files it is given, each with the folder that it must lie in."""


class Gathered(NamedTuple):
    """The documents of one corpus, and the names of those that were asked for."""

    asked: set[str]
    documents: list[Document]


def given_paths(path: StrPath | Iterable[StrPath]) -> list[Path]:
    """One path or several, as a list.

    Raises:
        FileNotFoundError: nothing bears one of these names.
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


def corpora(paths: Sequence[Path], settings: Settings | None, watch: Watch = iter) -> list[Gathered]:
    """The corpora that the paths belong to, read.

    A file that is named itself is read even if the settings exclude it. Without settings, or with empty ones, what the
    nearest ones at or above each corpus exclude is left out.

    Raises:
        communique.SettingsError: there are settings, and they are broken.
    """
    groups: dict[Path | None, list[Path]] = defaultdict(list)
    for path in paths:
        groups[corpus_root(path)].append(path)
    return [_corpus(root, members, settings, watch) for root, members in groups.items()]


def asked_files(paths: Sequence[Path], settings: Settings | None) -> Iterator[Path]:
    """The record files at these paths, as far as the settings do not exclude them."""
    for path in paths:
        yield from record_files(path, _wanted(settings, path).leaves_out)


def is_left_out(path: Path, settings: Settings) -> bool:
    """Whether a file would be passed over if the folder that it lies in were asked for."""
    return settings.leaves_out(path) or any(place(path) in exported_files(folder) for folder in place(path).parents)


def surroundings(path: Path, settings: Settings | None) -> list[Document]:
    """The other records of the corpus that a file belongs to or would belong to."""
    root = corpus_root(path)
    if root is None:
        return []
    files = (file for file in record_files(root, _wanted(settings, root).leaves_out) if file != place(path))
    return _records(read_file(Path(from_here(file)), root) for file in files)


def _wanted(settings: Settings | None, path: Path) -> Settings:
    if settings is not None and settings != Settings():
        return settings
    return project.find(path if is_folder(path) else path.parent)


def _corpus(root: Path | None, paths: Sequence[Path], settings: Settings | None, watch: Watch) -> Gathered:
    """Files are known by the name under which they were asked for; the others by their path from here."""
    asked = {place(file): (file, path) for path in paths for file in asked_files([path], settings)}
    # A link within the corpus is one whether its file is asked for alone or with the others.
    within = [(file, root or (path if is_folder(path) else path.parent)) for file, path in asked.values()]
    if root:
        others = dict.fromkeys(record_files(root, _wanted(settings, root).leaves_out))
        within += [(Path(from_here(file)), root) for file in others if file not in asked]
    documents = [read_file(file, folder) for file, folder in watch(within)]
    count = len(asked)
    return Gathered({str(file) for file, _ in asked.values()}, documents[:count] + _records(documents[count:]))


def _records(documents: Iterable[Document]) -> list[Document]:
    """Of files that nobody asked for, those that may be records: a corpus may lie beside files of other programs."""
    return [each for each in documents if not is_foreign(each)]
