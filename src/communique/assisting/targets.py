"""Where an id is defined, and where it is referred to, in the whole corpus, whether its files are open or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..corpus.corpus import Corpus
from ..files.paths import place
from ..models import Announcement, commitment_parts
from ..validation.aspects import DEFINED, POSSIBLE_ID, USED
from ..validation.summary import Summary
from .fields import COMMITMENT, PASSAGE
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
    for each_path in naming_files(files, path, asked, defining=defining):
        text = files.text(each_path)
        for each in mentions(text):
            is_same = each.id == asked.id and not {*each.kinds}.isdisjoint(asked.kinds)
            if is_same and (each.is_definer or not defining):
                yield Target(each_path, text, each.start, each.end), each


def naming_files(files: OpenFiles, path: Path, asked: Mention, *, defining: bool) -> list[Path]:
    """The files that may contain the id: this one, and those whose facts have it."""
    if PASSAGE in asked.kinds:
        return [path]
    around = files.around(path)
    id, having = asked.id, list[str]()
    if COMMITMENT in asked.kinds:
        id = commitment_parts(id)[0]
        having = [] if defining else _reporting(around.corpus, asked.id)
        defining = True
    summaries = ((name, each.summary) for name, each in around.examined.items())
    having += [name for name, each in summaries if each and _has(each, id, defining=defining)]
    return sorted({*(place(Path(name)) for name in having), path})


def _reporting(corpus: Corpus, commitment: str) -> list[str]:
    """The files of the records with an outcome of the commitment."""
    records = ((each.path, each.record) for each in corpus.entries)
    return [
        path
        for path, record in records
        if isinstance(record, Announcement) and any(each.commitment == commitment for each in record.outcomes)
    ]


def _has(summary: Summary, id: str, *, defining: bool) -> bool:
    is_defined = bool(summary.at(DEFINED, id) or summary.at(POSSIBLE_ID, id))
    return is_defined or (not defining and (not summary.is_loaded or bool(summary.at(USED, id))))
