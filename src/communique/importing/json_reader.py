"""JSON: the whole corpus in one file, which is split into its items, so that each is read like a record."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from json import JSONDecoder
from pathlib import Path

from ..errors import reason
from ..files.regular_file import read_regular
from ..lazy import lazy_pattern
from ..text.lines import Lines
from .gathering import ImportedRecord
from .nested_import import Item, records_of
from .notes import Notes
from .origin import Origin
from .reader import ImportFailedError, Reader
from .table_files import opened

_NO_SPACE = lazy_pattern(r"[^ \t\r\n]|\Z")
_DECODER = JSONDecoder()
_HEAD = 200
_BEGINNING = lazy_pattern(r'\ufeff?\s*\{\s*"schema_version":\s*"[^"]*",\s*"dataset":')
_DATASET = {"dataset": "datasets"}
"""What is in no list, and the list that it would be in."""


def _read(path: Path, notes: Notes) -> list[ImportedRecord]:
    try:
        with opened(path) as file:
            text = file.read()
        return records_of(_items(text, str(path)), notes)
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error
    except UnicodeDecodeError as error:
        raise ImportFailedError(f"{path} is not in UTF-8: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ImportFailedError(f"{path} is not the JSON of an export: {error}") from error


def _items(text: str, path: str) -> Iterator[Item]:
    """The items of all lists, with their text as it stands in the file."""
    lines = Lines(text)
    for name, start, end in _stretches(text):
        yield Item(name, text[start:end], Origin(path, lines.position(start)))


def _stretches(text: str) -> Iterator[tuple[str, int, int]]:
    """The name of the list, the start and the end of each item."""
    at = _after(text, "{", 0)
    while True:
        name, at = _DECODER.raw_decode(text, at)
        at = _after(text, ":", at)
        if text.startswith("[", at):
            at = yield from _in_list(text, at, str(name))
        else:
            start = at
            found, at = _DECODER.raw_decode(text, start)
            if name in _DATASET and found is not None:
                yield _DATASET[name], start, at
        at = _skip(text, at)
        if text.startswith("}", at):
            return
        at = _after(text, ",", at)


def _in_list(text: str, at: int, name: str) -> Generator[tuple[str, int, int], None, int]:
    """The same of the list that begins here; returns where it ends."""
    at = _after(text, "[", at)
    while not text.startswith("]", at):
        start = at
        _, at = _DECODER.raw_decode(text, start)
        yield name, start, at
        at = _skip(text, at)
        if not text.startswith("]", at):
            at = _after(text, ",", at)
    return at + 1


def _skip(text: str, at: int) -> int:
    found = _NO_SPACE.search(text, at)
    return found.start() if found else at


def _after(text: str, mark: str, at: int) -> int:
    """The place after the mark, which has to come next."""
    at = _skip(text, at)
    if not text.startswith(mark, at):
        raise ValueError(f"expected {mark!r} at character {at + 1}")
    return _skip(text, at + 1)


def _find(path: Path) -> Path | None:
    """The file, if it begins as an export does; a record may have the same suffix."""
    file = path / "corpus.json" if path.is_dir() else path
    try:
        head = read_regular(file, _HEAD)
    except OSError:
        return None
    return file if file.suffix.lower() == ".json" and _BEGINNING.match(head.decode("utf-8", "replace")) else None


READER = Reader("json", _find, _read)
