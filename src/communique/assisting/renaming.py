"""Another id for a thing, in all files that name it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..cards import SEPARATOR
from ..corpus.corpus import Corpus
from ..editing.scalar_text import scalar
from ..errors import CommuniqueError
from ..files.paths import from_here, is_missing, place
from ..models import Announcement, is_id
from ..text.edits import Edit
from ..validation import settings as project
from ..validation.aspects import DEFINED, POSSIBLE_ID
from .fields import COMMITMENT, PASSAGE
from .mentions import Mention, mention_at, mentions
from .open_files import OpenFiles
from .scalars import scalars
from .surroundings import Surroundings
from .targets import naming_files

_ANNOUNCEMENT = "announcement"


class RenameError(CommuniqueError, ValueError):
    """The id cannot be renamed; the message says why."""


class Named(NamedTuple):
    """The id that is to be renamed, from ``start`` to ``end`` in code points."""

    id: str
    start: int
    end: int


class Renaming(NamedTuple):
    """What has to be changed: edits by file, each with the text of the file, and a file that gets another name."""

    edits: dict[Path, tuple[str, list[Edit]]]
    file: tuple[Path, Path] | None


def named(files: OpenFiles, path: Path, index: int) -> Named | None:
    """The id at this place of an open file; None if there is none that can be renamed. Of a commitment the local id."""
    mention = mention_at(files.text(path), index)
    return _named(files.text(path), mention) if mention else None


def renaming(files: OpenFiles, path: Path, index: int, new: str) -> Renaming:
    """What has to be changed so that the thing whose id is at this place has another one.

    Raises:
        RenameError: there is no id, the new one is no id or is taken, or not every place could be found or changed.
    """
    asked = mention_at(files.text(path), index)
    if asked is None:
        raise RenameError("there is no id here that can be renamed")
    old = _named(files.text(path), asked).id
    if not is_id(new):
        raise RenameError(f"{new!r} is no id: write small letters, digits and single hyphens")
    _refuse_unknown_places(files, path, asked)
    _refuse_taken(files, path, asked, new)
    edits = {each: found for each in _naming(files, path, asked) if (found := _edits(files, each, asked, old, new))[1]}
    return Renaming(edits, _file(files, edits, old, new) if _ANNOUNCEMENT in asked.kinds else None)


def _named(text: str, mention: Mention) -> Named:
    start = mention.start
    if COMMITMENT in mention.kinds:
        start += text[start : mention.end].rfind(SEPARATOR) + 1
        return Named(mention.id.rpartition(SEPARATOR)[2], start, mention.end)
    return Named(mention.id, start, mention.end)


def _refuse_unknown_places(files: OpenFiles, path: Path, asked: Mention) -> None:
    """Refuse where a file may name the id in a place that cannot be seen, or the settings name it."""
    around = files.around(path)
    names = [from_here(path)] if PASSAGE in asked.kinds else sorted(around.examined)
    for name in names:
        examined = around.examined.get(name)
        if examined is None or (examined.summary and not examined.reach.is_loaded):
            raise RenameError(f"{name} has errors in its text or its structure; correct them before you rename an id")
    settings = project.find(path.parent)
    if any(each.record == asked.id for each in settings.exceptions):
        raise RenameError(f"an exception in {from_here(settings.path)} names {asked.id}; change that first")


def _refuse_taken(files: OpenFiles, path: Path, asked: Mention, new: str) -> None:
    is_taken = (
        _is_local(files, path, asked, new)
        if {PASSAGE, COMMITMENT} & {*asked.kinds}
        else _is_defined(files.around(path), new)
    )
    if is_taken:
        raise RenameError(
            f"the id {new} is taken; if both mean the same thing, list one under `former_ids` of the other"
        )


def _is_local(files: OpenFiles, path: Path, asked: Mention, new: str) -> bool:
    """Whether the record that defines the passage or the commitment has something with the new id."""
    owners = [each for each in _naming(files, path, asked) if _defines(files.text(each), asked)]
    found = (each for owner in owners for each in scalars(files.text(owner)))
    return any(each.value == new and not each.is_key and each.pointer[-1:] == ("id",) for each in found)


def _defines(text: str, asked: Mention) -> bool:
    return any(each.is_definition and _is_same(each, asked) for each in mentions(text))


def _is_same(each: Mention, asked: Mention) -> bool:
    return each.id == asked.id and not {*each.kinds}.isdisjoint(asked.kinds)


def _is_defined(around: Surroundings, new: str) -> bool:
    summaries = (each.summary for each in around.examined.values())
    return any(each and (each.at(DEFINED, new) or each.at(POSSIBLE_ID, new)) for each in summaries)


def _naming(files: OpenFiles, path: Path, asked: Mention) -> list[Path]:
    """The files that may name the thing, or commitments of it."""
    found = {*naming_files(files, path, asked, defining=False)}
    if _ANNOUNCEMENT in asked.kinds:
        found |= {place(Path(name)) for name in _with_outcomes(files.around(path).corpus, asked.id)}
    return sorted(found)


def _with_outcomes(corpus: Corpus, id: str) -> Iterator[str]:
    for entry in corpus.entries:
        outcomes = entry.record.outcomes if isinstance(entry.record, Announcement) else ()
        if any(each.commitment.startswith(f"{id}{SEPARATOR}") for each in outcomes):
            yield entry.path


def _edits(files: OpenFiles, path: Path, asked: Mention, old: str, new: str) -> tuple[str, list[Edit]]:
    """The edits of one file, with its text."""
    text = files.text(path)
    return text, [edit for each in mentions(text) for edit in _edit(path, text, each, asked, old, new)]


def _edit(path: Path, text: str, each: Mention, asked: Mention, old: str, new: str) -> Iterator[Edit]:
    written = text[each.start : each.end]
    if _is_same(each, asked):
        start = _named(text, each).start
        if text[start : each.end] != old:
            line = text.count("\n", 0, start) + 1
            raise RenameError(f"{from_here(path)}:{line} writes {old} in a way that cannot be renamed")
        is_quoted = text[each.start - 1 : each.start] in ("'", '"') or start > each.start
        yield Edit(start, each.end, new if is_quoted else scalar(new, flow=True))
    elif _ANNOUNCEMENT in asked.kinds and written.startswith(f"{old}{SEPARATOR}"):
        yield Edit(each.start, each.start + len(old), new)


def _file(files: OpenFiles, edits: dict[Path, tuple[str, list[Edit]]], old: str, new: str) -> tuple[Path, Path] | None:
    """The file that is named after the record, and its new name."""
    for path in edits:
        if path.stem == old:
            target = path.with_name(new + path.suffix)
            if target in files or not is_missing(target):
                raise RenameError(f"there is a file {from_here(target)} already")
            return path, target
    return None
