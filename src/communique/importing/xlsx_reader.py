"""Excel: a workbook with a sheet for each table that has rows. A colleague may have edited it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..exporting.xlsx_about import ABOUT, CHECKSUM
from ..exporting.xlsx_sheet import MARK
from ..text.shortening import shorten
from .cells import TOO_LONG, NoValue, short_enough
from .gathering import ImportedRecord
from .limits import MAX_COLUMNS, MAX_EXPORT, MAX_ROWS
from .notes import Notes
from .reader import ImportFailedError, Reader, file_finder
from .shown_dates import shown_date
from .source_table import SourceTable
from .table_files import READ_TABLES
from .table_import import records_of
from .workbook_file import refuse_unfit

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Unescape = Callable[[str], str]
"""Reads what Excel writes for characters that XML does not have."""

FORMULA = NoValue("a formula", "write its value, or put an apostrophe before it if it is a text")
ERROR = NoValue("an error of the spreadsheet", "write the value")
_CUT = NoValue("a text that was cut by the export", "take it from the format csv, which has it whole")
_REFUSED = {"f": FORMULA, "e": ERROR}
_TRUTH = {"=TRUE()": True, "=FALSE()": False}
"""The formulas as which LibreOffice saves TRUE and FALSE."""


def _read(path: Path, notes: Notes) -> list[ImportedRecord]:
    with opened_workbook(path) as (book, unescape):
        return records_of(_tables(book, path, unescape), notes)


class Sheets(NamedTuple):
    """The sheets of a workbook that are tables, and by their names the checksums of their rows when it was exported."""

    tables: Sequence[SourceTable]
    checksums: Mapping[str, str]


def sheets_in(path: Path, tables: Iterable[str]) -> Sheets:
    """Those of the tables that a workbook has, with all their rows.

    Raises:
        ImportFailedError: it is damaged or too large, or openpyxl is not installed.
    """
    found, left = list[SourceTable](), MAX_ROWS
    with opened_workbook(path) as (book, unescape):
        for table in _tables(book, path, unescape, tables):
            rows = list(islice(table.rows, left + 1))
            found.append(table._replace(rows=rows))
            if (left := left - len(rows)) < 0:
                raise ImportFailedError(f"{path} has too many rows: more than {MAX_ROWS:,}")
        return Sheets(found, dict(_checksums(book)))


def _checksums(book: Workbook) -> Iterator[tuple[str, str]]:
    """What the first sheet says of the rows of each sheet; nothing if it is not there."""
    at = None
    for row in book[ABOUT].iter_rows(values_only=True) if ABOUT in book.sheetnames else ():
        if CHECKSUM in row:
            at = row.index(CHECKSUM)
        elif at is not None and len(row) > at and row[at]:
            yield str(row[0]), str(row[at])


@contextmanager
def opened_workbook(path: Path, most: int | None = None) -> Iterator[tuple[Workbook, Unescape]]:
    """A workbook, and what reads its texts. It unpacks to at most so many bytes, or as many as an export.

    Raises:
        ImportFailedError: it is damaged or too large, or openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.escape import unescape
    except ImportError as error:
        raise ImportFailedError("to read xlsx, install the library openpyxl: pip install 'communique[xlsx]'") from error
    refuse_unfit(path, MAX_EXPORT if most is None else most)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are not read
            book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
            yield book, unescape
    except (ImportFailedError, RecursionError, MemoryError):
        raise
    except Exception as error:  # a damaged file may raise anything in zipfile, expat and openpyxl
        why = shorten(str(error).replace(f" from {path}", "").partition("\n")[0])
        raise ImportFailedError(f"{path} is damaged, or no Excel workbook: {why}") from error


def _tables(
    book: Workbook, path: Path, unescape: Unescape, wanted: Iterable[str] = READ_TABLES
) -> Iterator[SourceTable]:
    names = [name for name in wanted if name in book.sheetnames]
    if not set(names) & set(READ_TABLES):
        raise ImportFailedError(f"{path} has no sheet with the name of a table, such as announcements")
    for name in names:
        sheet = book[name]
        sheet.reset_dimensions()  # what the file says of its size may be wrong
        lines = sheet.iter_rows(max_col=MAX_COLUMNS)
        columns = names_in(next(lines, ()))
        yield SourceTable(name, f"{path}#{name}", columns, _rows(lines, len(columns), unescape), is_grid=True)


def names_in(cells: Iterable[Any]) -> list[str]:
    """The names in the first line. A column without one stays, because the cells of the others are counted."""
    found = ["" if cell.value is None else str(cell.value) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found


def _rows(lines: Iterator[Any], width: int, unescape: Unescape) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in enumerate(lines, start=2):
        yield number, [cell_value(cell, unescape) for cell in cells[:width]]


def cell_value(cell: Any, unescape: Unescape) -> Any:
    """What is in a cell; for what must not be taken as it is, such as a formula, a `NoValue`."""
    found = cell.value
    if found is None:
        return None
    if cell.data_type in _REFUSED:
        return _TRUTH.get(str(found).upper(), _REFUSED[cell.data_type])
    if isinstance(found, datetime):
        return shown_date(found, cell.number_format)
    if isinstance(found, str):
        if not short_enough(found):
            return TOO_LONG
        whole = unescape(found)
        return _CUT._replace(text=whole) if found.endswith(MARK) else whole
    return found


READER = Reader("xlsx", file_finder("corpus.xlsx", ".xlsx"), _read)
