"""Evidence that gives the words of a source in the field ``words``, instead of a passage with place and digest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..editing import EditError, RecordText
from ..reading import read_bytes
from ..text.pointer import Pointer

FIELD = "words"
"""The field of a piece of evidence with the words. No version of the schema has it."""


class Worded(NamedTuple):
    """A piece of evidence with words: its pointer, and what it says as plain data."""

    pointer: Pointer
    piece: dict[str, Any]


def worded(data: Any, pointer: Pointer = ()) -> Iterator[Worded]:
    """Every piece of evidence with words in the plain data of a record, wherever evidence may stand."""
    if isinstance(data, list):
        for place, each in enumerate(data):
            yield from worded(each, (*pointer, place))
    elif isinstance(data, dict):
        for key, each in data.items():
            if key == "evidence" and isinstance(each, list):
                yield from _pieces(each, (*pointer, key))
            elif key != "extensions":
                yield from worded(each, (*pointer, key))


def _pieces(evidence: list[Any], pointer: Pointer) -> Iterator[Worded]:
    for place, each in enumerate(evidence):
        if isinstance(each, dict) and FIELD in each:
            yield Worded((*pointer, place), each)


def without_words(content: bytes, path: str) -> bytes:
    """The content of the file of a record as if all words were filled: each piece of evidence names only its source.

    Words that cannot be taken out of the file stay.
    """
    if FIELD.encode() not in content:
        return content
    file = RecordText(content, path)
    for each in worded(read_bytes(content, path).data):
        try:
            file.remove((*each.pointer, FIELD))
        except EditError:
            continue
    return file.content()
