"""Where an id is defined, and where it is referred to, in the whole corpus, whether its files are open or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..files.paths import place
from ..validation.aspects import DEFINED, POSSIBLE_ID, USED
from ..validation.summary import Summary
from .fields import PASSAGE
from .mentions import Mention, mention_at, mentions
from .open_files import OpenFiles


class Target(NamedTuple):
    """A stretch of a file, in code points of its text."""

    path: Path
    text: str
    start: int
    end: int


def definition(files: OpenFiles, path: Path, index: int) -> list[Target]:
    """Where the id at this place of an open file is defined. For a former id: where it is listed as one."""
    asked = mention_at(files.text(path), index)
    if asked is None:
        return []
    found = [*_found(files, path, asked, defining=True)]
    return [target for target, each in found if each.is_definition] or [target for target, _ in found]


def references(files: OpenFiles, path: Path, index: int, *, with_definition: bool) -> list[Target]:
    """Where the id at this place of an open file is referred to, in the order of the files."""
    asked = mention_at(files.text(path), index)
    if asked is None:
        return []
    found = _found(files, path, asked, defining=False)
    return [target for target, each in found if with_definition or not each.is_definition]


def _found(files: OpenFiles, path: Path, asked: Mention, *, defining: bool) -> Iterator[tuple[Target, Mention]]:
    """The mentions of the same thing; with ``defining``, only those that give it the id, or a former one."""
    is_local = PASSAGE in asked.kinds
    for each_path in [path] if is_local else _candidates(files, path, asked.id, defining=defining):
        text = files.text(each_path)
        for each in mentions(text):
            is_same = each.id == asked.id and not {*each.kinds}.isdisjoint(asked.kinds)
            if is_same and (each.is_definer or not defining):
                yield Target(each_path, text, each.start, each.end), each


def _candidates(files: OpenFiles, path: Path, id: str, *, defining: bool) -> list[Path]:
    """The files that may contain the id: this one, and those whose facts have it."""
    examined = files.around(path).examined
    having = [name for name, each in examined.items() if each.summary and _has(each.summary, id, defining=defining)]
    return sorted({*(place(Path(name)) for name in having), path})


def _has(summary: Summary, id: str, *, defining: bool) -> bool:
    is_defined = bool(summary.at(DEFINED, id) or summary.at(POSSIBLE_ID, id))
    return is_defined or (not defining and (not summary.is_loaded or bool(summary.at(USED, id))))
