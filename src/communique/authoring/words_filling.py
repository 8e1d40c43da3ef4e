"""Puts named passages, with place and digest, in the place of the words that evidence gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any, NamedTuple

from .. import models, schemas
from ..codelists import TextNormalization
from ..editing import EditError, RecordText
from ..files.regular_file import read_regular
from ..models import passage_id
from ..reading import read_bytes
from ..reading.limits import MAX_BYTES
from ..text.lines import Position
from ..text.pointer import Pointer
from ..text.source_text import SINGLE_SPACE, Texts, normalization_for
from ..validation.discovery import Gathered
from .citation import CitationError, Stretch, cite, describe
from .source_definitions import SourceDefinition, SourceDefinitions
from .worded_evidence import FIELD, Worded, worded

_NORMALIZATIONS = {str(each): each for each in TextNormalization}


class Filled(NamedTuple):
    """Words in whose place there is a passage now: where they were in the file, and the name of the passage."""

    path: str
    position: Position
    passage: str


class Unfilled(NamedTuple):
    """Words that are still there: where, why, and the nearest that the text has, or where it has them."""

    path: str
    position: Position
    words: str
    why: str
    candidates: tuple[str, ...] = ()


class Rewritten(NamedTuple):
    """A file that gets another content."""

    path: str
    before: bytes
    after: bytes


class Filling(NamedTuple):
    """What was filled and what was not, in the order of the files; nothing is written yet."""

    filled: tuple[Filled, ...]
    unfilled: tuple[Unfilled, ...]
    files: tuple[Rewritten, ...]


class _CannotFillError(Exception):
    """Why the words of one piece of evidence stay, and the nearest that the text has."""

    def __init__(self, why: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.why, self.candidates = why, candidates


def fill(
    gathered: Sequence[Gathered],
    texts: Texts,
    *,
    whole_sentences: bool = False,
    contents: Mapping[str, bytes] | None = None,
) -> Filling:
    """Find the words of all evidence of the requested files in the texts of their sources.

    A source without the field ``text`` gets it with its first passage, if its definition is in a requested file. With
    ``whole_sentences`` passages are extended to the sentences around the words. ``contents`` are taken for those of
    the files with these paths.
    """
    return _Run(gathered, texts, whole_sentences, dict(contents or {})).filling()


class _Found(NamedTuple):
    """The words in one of the texts of a source."""

    content: str
    stretch: Stretch
    normalization: TextNormalization


class _Run:
    def __init__(
        self, gathered: Sequence[Gathered], texts: Texts, whole_sentences: bool, contents: dict[str, bytes]
    ) -> None:
        self._texts, self._whole_sentences, self._contents = texts, whole_sentences, contents
        self._paths = [file.path for each in gathered for file in each.files if file.path in each.asked]
        self._sources = SourceDefinitions(gathered)
        self._files: dict[str, RecordText] = {}
        self._filled: list[Filled] = []
        self._unfilled: list[Unfilled] = []

    def filling(self) -> Filling:
        for path in self._paths:
            self._fill_file(path)
        files = tuple(self._rewritten())
        kept = {each.path for each in files}
        return Filling(tuple(each for each in self._filled if each.path in kept), tuple(self._unfilled), files)

    def _rewritten(self) -> Iterator[Rewritten]:
        for path, file in self._files.items():
            try:
                yield Rewritten(path, self._contents[path], file.content())
            except EditError as error:
                lost = [each for each in self._filled if each.path == path]
                self._unfilled += [Unfilled(path, each.position, each.passage, str(error)) for each in lost]

    def _fill_file(self, path: str) -> None:
        content = self._content(path)
        if FIELD.encode() not in content:
            return
        document = read_bytes(content, path)
        for each in worded(document.data):
            position = document.key_position((*each.pointer, FIELD))
            try:
                self._filled.append(Filled(path, position, self._fill(path, document.data, each)))
            except _CannotFillError as error:
                words = str(each.piece[FIELD])
                self._unfilled.append(Unfilled(path, position, words, error.why, error.candidates))

    def _content(self, path: str) -> bytes:
        if path not in self._contents:
            try:
                self._contents[path] = read_regular(Path(path), MAX_BYTES)
            except OSError:  # a check of the file says why
                return b""
        return self._contents[path]

    def _fill(self, path: str, data: Any, each: Worded) -> str:
        """Fill one piece of evidence; returns the name of the passage."""
        _refuse_version(data)
        source, words = _source_and_words(each.piece)
        definition = self._sources.find(source, path, data)
        if definition is None:
            raise _CannotFillError(f"no source has the id {source}; define it under sources")
        found = self._find(source, words, definition.data.get("text"))
        try:
            if "text" not in definition.data:
                self._describe(definition, found)
            trial, name = _with_passage(self._file(path), source, found.stretch)
            self._files[path] = _pointing(trial, each.pointer, name)
        except EditError as error:
            raise _CannotFillError(str(error)) from error
        return name

    def _file(self, path: str) -> RecordText:
        return self._files.get(path) or RecordText(self._content(path), path)

    def _find(self, source: str, words: str, text: Any) -> _Found:
        """The words in the text that the source has, or else in the first of the texts with its name that has them."""
        known = text if isinstance(text, dict) else {}
        form = _NORMALIZATIONS.get(str(known.get("normalization")), SINGLE_SPACE)
        digest = str(known["digest"]) if "digest" in known else None
        contents = self._texts.of(source, digest, form)
        if not contents:
            missing = f"there is no text for the source {source}; save it as {source}.txt in the folder"
            raise _CannotFillError(self._texts.unreadable.get(source) or missing)
        if digest and self._texts.find(digest) is None:
            raise _CannotFillError(f"the text for the source {source} is another one than that of its digest")
        errors: list[CitationError] = []
        for content in contents:
            own = form if known else normalization_for(content)
            try:
                stretch = cite(content, words, whole_sentence=self._whole_sentences, normalization=own)
                return _Found(content, stretch, own)
            except CitationError as error:
                errors.append(error)
        raise _CannotFillError(str(errors[0]), errors[0].candidates)

    def _describe(self, definition: SourceDefinition, found: _Found) -> None:
        """Give the source the field ``text``."""
        if definition.path not in self._paths:
            raise _CannotFillError(
                f"the source has no field text in {definition.path}; `communique cite TEXT_FILE` prints it"
            )
        text = describe(found.content, found.normalization).model_dump(mode="json")
        file = copy(self._file(definition.path))
        file.insert((*definition.pointer, "text"), text, models.Source.field_order())
        self._files[definition.path] = file
        definition.data["text"] = text


def _refuse_version(data: Any) -> None:
    """Refuse what is no record, or a record whose version has no named passages."""
    kind, version = (data.get("kind"), data.get("schema_version")) if isinstance(data, dict) else (None, None)
    if kind not in [*models.RECORD_KINDS] or version not in schemas.versions():
        raise _CannotFillError("the file is no record with a kind and a schema version that are known")
    if "passages" not in schemas.load(version, kind)["properties"]:
        raise _CannotFillError("a record of its kind and schema version has no passages; `communique migrate` first")
    if not isinstance(data.get("passages", []), list):
        raise _CannotFillError("the passages of the record are no list")


def _source_and_words(piece: dict[str, Any]) -> tuple[str, str]:
    source, words = piece.get("source"), piece[FIELD]
    if not isinstance(words, str):
        raise _CannotFillError("the words have to be a text in quotes")
    if "passage" in piece:
        raise _CannotFillError("the evidence already has a passage; delete one of the two")
    if not isinstance(source, str):
        raise _CannotFillError("the evidence does not name its source; add source")
    return source, words


def _with_passage(file: RecordText, source: str, stretch: Stretch) -> tuple[RecordText, str]:
    """A copy of the file in which the passage has a name, and that name; it may have had one."""
    passages = file.data.get("passages", [])
    place = {"source": source, **stretch._asdict()}
    for each in passages:
        if isinstance(each, dict) and place.items() <= each.items() and isinstance(each.get("id"), str):
            return file, each["id"]
    name = _new_name(passage_id(source, stretch.start, stretch.end), set(_ids(file.data)))
    made, passage = copy(file), {"id": name, **place}
    if passages:
        made.insert(("passages", len(passages)), passage)
    elif "passages" in file.data:
        made.replace(("passages",), [passage])
    else:
        made.insert(("passages",), [passage], models.RECORD_KINDS[file.data["kind"]].field_order())
    return made, name


def _pointing(file: RecordText, pointer: Pointer, name: str) -> RecordText:
    """A copy of the file in which the piece of evidence points to the passage.

    The key of the source becomes that of the passage; or that of the words, if a comment belongs to them.
    """
    try:
        return _renamed(file, pointer, name, kept="source", dropped=FIELD)
    except EditError:
        return _renamed(file, pointer, name, kept=FIELD, dropped="source")


def _renamed(file: RecordText, pointer: Pointer, name: str, *, kept: str, dropped: str) -> RecordText:
    made = copy(file)
    made.remove((*pointer, dropped))
    made.replace((*pointer, kept), name)
    made.rename((*pointer, kept), "passage")
    return made


def _new_name(wanted: str, taken: set[str]) -> str:
    number, name = 2, wanted
    while name in taken:
        number, name = number + 1, f"{wanted}-{number}"
    return name


def _ids(data: Any) -> Iterator[str]:
    """Every id in the record, of whatever."""
    if isinstance(data, dict):
        if isinstance(id := data.get("id"), str):
            yield id
        data = list(data.values())
    for each in data if isinstance(data, list) else ():
        yield from _ids(each)
