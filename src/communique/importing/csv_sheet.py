"""The text of a CSV file from anywhere: its encoding and its separator are found by looking at it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import reason
from ..files.regular_file import read_regular
from ..lazy import lazy_pattern
from ..text.shortening import shorten
from .csv_reader import long_cells
from .form import possible_encodings
from .limits import MAX_SHEET_BYTES
from .reader import ImportFailedError
from .workbook_file import OLE, ZIP
from .xlsx_reader import ERROR, FORMULA

_SEPARATORS = ",;\t"
_SEPARATOR_LINE = "sep="
_BEGINNING, _FIRST_LINES = 1_000, 10
_LINES = lazy_pattern(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ERRORS = frozenset(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"])
"""What a spreadsheet writes for a cell that it cannot compute."""


def lines_of_text(path: Path, encoding: str = "") -> Iterator[tuple[int, list[Any]]]:
    """Each row of a CSV file with the number of the line on which it begins. Its cells are texts.

    Raises:
        ImportFailedError: it cannot be read, is too large or is no CSV.
    """
    text, line = decoded(path, encoding), 1
    if text.startswith(_SEPARATOR_LINE):  # Excel's own line for the separator
        head = next(lines_in(text), "")
        text = text[len(head) :]
        line, separator = 2, head.strip()[len(_SEPARATOR_LINE) :] or _separator(text)
    else:
        separator = _separator(text)
    if separator not in {*_SEPARATORS, "|"}:
        raise ImportFailedError(f"{path}, line 1: {separator!r} is no separator; use a comma, a semicolon or a tab")
    offset = line - 1
    with long_cells():
        try:
            rows = csv.reader(lines_in(text), delimiter=separator, strict=True)
            for row in rows:
                yield line, [_cell(each) for each in row]
                line = rows.line_num + 1 + offset
        except csv.Error as error:
            raise ImportFailedError(f"{path}, line {line}: it is not CSV: {error}") from error


def lines_in(text: str) -> Iterator[str]:
    """The lines of a text with their ends, of which only one at a time is copied."""
    return (each[0] for each in _LINES.finditer(text))


def decoded(path: Path, encoding: str = "") -> str:
    """The text of a file in UTF-8, UTF-16 or UTF-32, without a byte-order mark, or else in this encoding.

    Raises:
        ImportFailedError: it cannot be read, is too large, or is in another encoding.
    """
    try:
        content = read_regular(path, MAX_SHEET_BYTES)
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error
    if len(content) > MAX_SHEET_BYTES:
        raise ImportFailedError(f"{path} is larger than {MAX_SHEET_BYTES:,} bytes")
    if content.startswith((ZIP, OLE)):
        raise ImportFailedError(f"{path} is a workbook, and no text; give it the ending .xlsx, or save it as CSV UTF-8")
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    try:
        return content.decode(marked or encoding or _without_mark(content))
    except UnicodeDecodeError as error:
        said = f"not {encoding}" if encoding and not marked else "not UTF-8"
        raise ImportFailedError(f"{path}, {_where(content, error)}: it is {said}; {_help(content, error)}") from error
    except UnicodeError as error:  # such as UTF-16 without the mark that it needs
        raise ImportFailedError(f"{path} is not {encoding}: {error}") from error


def _help(content: bytes, error: UnicodeDecodeError) -> str:
    """What to do about a text in another encoding: what the usual ones read there."""
    found = possible_encodings(content, error.start)
    readings = ", ".join(f"{name} if it says {shorten(text)!r}" for name, text in found.items())
    return f"use --encoding {readings}" if found else _SAVE_AS


_SAVE_AS = "save it as UTF-8, which Excel calls CSV UTF-8, or name its encoding with --encoding"


def _where(content: bytes, error: UnicodeDecodeError) -> str:
    """The line and the place in it, in characters, where a text is not in its encoding."""
    before = content[: error.start]
    breaks = before.count(b"\n") or before.count(b"\r")
    begin = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    return f"line {breaks + 1}, character {len(before[begin:].decode(error.encoding, 'replace')) + 1}"


def _without_mark(content: bytes) -> str:
    """UTF-16 if every second byte of the beginning is zero, as it is in a Latin text, else UTF-8."""
    head = content[:_BEGINNING]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    return "utf-16-be" if half and head[0::2].count(0) > half * 0.8 else "utf-8"


def _separator(text: str) -> str:
    """The separator that the first line with one has most often outside quotes; a title above the header has none."""
    for line in islice(lines_in(text), _FIRST_LINES):
        outside = "".join(part for place, part in enumerate(line.split('"')) if place % 2 == 0)
        if any(each in outside for each in _SEPARATORS):
            return max(_SEPARATORS, key=outside.count)
    return _SEPARATORS[0]


def _cell(text: str) -> Any:
    """A text without spaces at its ends; one that a spreadsheet would compute, or could not, is no value."""
    plain = text.strip()
    if plain in _ERRORS:
        return ERROR._replace(text=plain)
    return FORMULA._replace(text=plain) if plain.startswith("=") and len(plain) > 1 else plain
