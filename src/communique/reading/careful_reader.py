"""Reads bytes carefully: finds every position, and whatever is wrong with the text. It is the reference for the quick
readers.
"""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from ..text.characters import all_unsafe, crowded_marks, name, without_unsafe
from ..text.lines import START, Lines, Position
from . import limits
from .conflict_markers import conflicts
from .document import Document, Places
from .draft import Draft
from .json_reader import read_json
from .record_files import is_json
from .rules import (
    CONFLICT_HELP,
    MARK_LEFT,
    ByteOrderMark,
    LimitExceeded,
    MergeConflict,
    NotNfc,
    NotUtf8,
    TrailingSpace,
    UnsafeCharacter,
)
from .yaml_reader import read_yaml


def read_carefully(content: bytes, path: str) -> Document:
    """The document with all its findings."""
    document = Draft(path)
    with document.guard("reading"):
        _read(document, content)
    return document.document()


def find_places(text: str, path: str) -> Places:
    """The places of the nodes of a text that the quick reader has read."""
    document = Draft(path)
    document.text = text
    _parse(document)
    return document.places()


def _read(document: Draft, content: bytes) -> None:
    if len(content) > limits.MAX_BYTES:
        message = f"the file is larger than {limits.MAX_BYTES:,} bytes"
        document.add(LimitExceeded, message, START, help="split the record")
        document.text = _legible(content)
        return
    try:
        document.text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_encoding(document, content, error)
        document.text = _legible(content)
        return
    if document.text.startswith("\ufeff"):
        document.text = document.text[1:]
        document.add(
            ByteOrderMark, "the file begins with a byte order mark", START, help="save the file as UTF-8 without BOM"
        )
    if not document.text.endswith("\n"):
        document.text += "\n"  # without it, libyaml reads the last line of a block text differently from YAML
    if _is_unreadable(document):
        return
    _note_characters(document)
    _note_lines(document)
    _parse(document)


def _parse(document: Draft) -> None:
    if is_json(document.path, document.text):
        read_json(document)
    else:
        read_yaml(document)


def _is_unreadable(document: Draft) -> bool:
    """Whether the text contains something that makes parsing pointless; it is reported."""
    if (index := crowded_marks(document.text)) is not None:
        document.add(LimitExceeded, limits.CROWDED, document.lines.position(index), help=limits.CROWDED_HELP)
        return True
    found = list(conflicts(document.text, document.lines))
    for conflict in found:
        others = ", ".join(map(str, conflict.others))
        more = f"; more on lines {others}" if len(conflict.others) > 1 else f"; more on line {others}" if others else ""
        document.add(MergeConflict, f"{MARK_LEFT}{more}", conflict.at, help=CONFLICT_HELP)
    return bool(found)


def _note_characters(document: Draft) -> None:
    """Report unsafe characters, and replace them in the text that is parsed."""
    for match in all_unsafe(document.text):
        message = f"invisible character {name(match[0])}"
        document.add(UnsafeCharacter, message, document.lines.position(match.start()), help="delete it")
    document.text = without_unsafe(document.text)


def _note_lines(document: Draft) -> None:
    """Report lines that are not in Unicode NFC, and, once per file, lines with trailing whitespace."""
    trailing: list[Position] = []
    for number in range(1, len(document.lines) + 1):
        line = document.lines[number]
        if not unicodedata.is_normalized("NFC", line):
            column = _first_difference(line, unicodedata.normalize("NFC", line)) + 1
            document.add(NotNfc, "text is not in Unicode NFC", Position(number, column), help="convert it to NFC")
        if line.endswith((" ", "\t")):
            trailing.append(Position(number, len(line.rstrip(" \t")) + 1))
    if trailing:
        count = f" on {len(trailing)} lines" if len(trailing) > 1 else ""
        document.add(TrailingSpace, f"trailing whitespace{count}", trailing[0], help="delete it")


def _first_difference(one: str, other: str) -> int:
    return next((index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _legible(content: bytes) -> str:
    """The text as far as it can be decoded: for reports, and to look for ids. It is not parsed."""
    # A truncated UTF-16 text looks like a complete one.
    return "" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else content.decode("utf-8", "replace")


def _report_encoding(document: Draft, content: bytes, error: UnicodeDecodeError) -> None:
    before = content[: error.start].decode("utf-8")
    at = Lines(before).position(len(before))
    byte = content[error.start]
    guess = bytes([byte]).decode("cp1252", "replace")
    meant = f"; in Windows-1252 it is {guess}" if guess.isprintable() and guess != "\ufffd" else ""
    message = f"byte {error.start + 1} (0x{byte:02X}) is not UTF-8{meant}"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        message = "the file is in UTF-16, not UTF-8"
    document.add(NotUtf8, message, at, help="save the file as UTF-8")
