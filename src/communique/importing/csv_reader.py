"""CSV: a folder with one file per table."""

from __future__ import annotations

import csv
from codecs import BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import reason
from .gathering import ImportedRecord
from .limits import MAX_CELL
from .notes import Notes
from .reader import ImportFailedError, Reader, folder_finder
from .source_table import SourceTable
from .table_files import expected_tables, opened
from .table_import import records_of


def _read(folder: Path, notes: Notes) -> list[ImportedRecord]:
    _refuse_csv_excel(folder)
    with long_cells():
        return records_of((_table(name, folder / f"{name}.csv") for name in expected_tables(folder, "csv")), notes)


def _refuse_csv_excel(folder: Path) -> None:
    """Refuse the tables for a spreadsheet, whose files have the names of these.

    Raises:
        ImportFailedError: it is such a folder.
    """
    path = folder / "announcements.csv"
    try:
        with path.open("rb") as file:
            is_utf_16 = file.read(len(BOM_UTF16_LE)) == BOM_UTF16_LE
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error
    if is_utf_16:
        raise ImportFailedError(
            f"{folder} has the format csv-excel, in which values are changed for the spreadsheet, so it is not read "
            "back; take csv, jsonl or json of the same export, or xlsx to edit in a spreadsheet"
        )


def _table(name: str, path: Path) -> SourceTable:
    lines = _lines(path)
    _, columns = next(lines, (0, []))
    return SourceTable(name, str(path), columns, lines)


def _lines(path: Path) -> Iterator[tuple[int, list[Any]]]:
    """Each row, with the number of the line on which it begins."""
    line = 1
    try:
        with opened(path) as file:
            rows = csv.reader(file, strict=True)
            for row in rows:
                yield line, row
                line = rows.line_num + 1
    except (csv.Error, UnicodeDecodeError) as error:
        raise ImportFailedError(f"{path}, line {line}: it is not CSV in UTF-8: {error}") from error
    except OSError as error:
        raise ImportFailedError(f"cannot read {path}: {reason(error)}") from error


@contextmanager
def long_cells() -> Iterator[None]:
    """Let cells be as long as the texts of a record."""
    before = csv.field_size_limit(MAX_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


READER = Reader("csv", folder_finder("csv", "announcements.csv"), _read)
