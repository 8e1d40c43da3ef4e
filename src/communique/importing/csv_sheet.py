"""The text of a CSV file from anywhere: its encoding and its separator are found by looking at it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from ..errors import reason
from ..files.regular_file import read_regular
from .csv_reader import long_cells
from .limits import MAX_SHEET_BYTES
from .reader import ImportFailedError
from .xlsx_reader import FORMULA

_SEPARATORS = ",;\t"
_SEPARATOR_LINE = "sep="
_BEGINNING = 1_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines_of_text(path: Path) -> Iterator[tuple[int, list[Any]]]:
    """Each row of a CSV file with the number of the line on which it begins. Its cells are texts.

    Raises:
        ImportFailedError: it cannot be read, is too large or is no CSV.
    """
    text, line = decoded(path), 1
    if text.startswith(_SEPARATOR_LINE):  # Excel's own line for the separator
        head, _, text = text.partition("\n")
        line, separator = 2, head.strip()[len(_SEPARATOR_LINE) :] or _separator(text)
    else:
        separator = _separator(text)
    if separator not in {*_SEPARATORS, "|"}:
        raise ImportFailedError(f"{path}, line 1: {separator!r} is no separator; use a comma, a semicolon or a tab")
    offset = line - 1
    with long_cells():
        try:
            rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
            for row in rows:
                yield line, [_cell(each) for each in row]
                line = rows.line_num + 1 + offset
        except csv.Error as error:
            raise ImportFailedError(f"{path}, line {line}: it is not CSV: {error}") from error


def decoded(path: Path) -> str:
    """The text of a file in UTF-8 or UTF-16, without a byte-order mark.

    Raises:
        ImportFailedError: it cannot be read, is too large, or is in another encoding.
    """
    try:
        content = read_regular(path, MAX_SHEET_BYTES)
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error
    if len(content) > MAX_SHEET_BYTES:
        raise ImportFailedError(f"{path} is larger than {MAX_SHEET_BYTES:,} bytes")
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _without_mark(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        help = "save it as UTF-8, which Excel calls CSV UTF-8"
        raise ImportFailedError(f"{path}, line {line}: it is not {encoding.upper()}; {help}") from error


def _without_mark(content: bytes) -> str:
    """UTF-16 if every second byte of the beginning is zero, as it is in a Latin text, else UTF-8."""
    head = content[:_BEGINNING]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    return "utf-16-be" if half and head[0::2].count(0) > half * 0.8 else "utf-8"


def _separator(text: str) -> str:
    """The separator that the first line has most often outside quotes."""
    end = text.find("\n")
    head, outside = text[: end if end >= 0 else len(text)], []
    for place, part in enumerate(head.split('"')):
        if place % 2 == 0:
            outside.append(part)
    first = "".join(outside)
    return max(_SEPARATORS, key=first.count)


def _cell(text: str) -> Any:
    """A text without spaces at its ends; one that a spreadsheet would compute is a formula."""
    plain = text.strip()
    return FORMULA._replace(text=plain) if plain.startswith("=") and len(plain) > 1 else plain
