"""CSV for spreadsheets: files that open by a double click, with the right letters, and of which nothing is run.

Excel reads UTF-16 with a byte order mark and tabs alike in every language and region; other files it splits at commas
or at semicolons, and takes letters for others.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..lazy import lazy_pattern
from .csv_table import boolean, quoted
from .format import Format, Piece
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, ColumnType, Table
from .xlsx_sheet import FIRST_DAY, refuse_too_many, shortened

_TAKEN_FOR_A_FORMULA = lazy_pattern(r"\s*[=+\-@＝＋－＠']")
_LONGEST_TAKEN_FOR_A_NUMBER = 40
_TAKEN_FOR_A_NUMBER = lazy_pattern(
    r"\W*\d"  # 007, 1.10, (5), $5, 10:30, 1 May 2025
    r"|[^\W\d_]+\.?[\W_]*\d[\d\W]*$"  # May 2025, MAR1, EUR 5
    r"|#|(?:true|false)$",  # #REF!
    re.IGNORECASE,
)
_LINE_BREAK_OR_TAB = lazy_pattern(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_MOST_DIGITS = 15
_MOST_LINES = 200
"""The lines that are written together."""


class CsvExcel(TableExporter):
    """Writes the rows of each table to a file of its own."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._rows = Counter[str]()

    def begin(self) -> Iterator[Piece]:
        """Every table, which may stay empty."""
        for name, table in self.tables.items():
            header = _line([quoted(column.name) for column in table.columns])
            yield _path(name), codecs.BOM_UTF16_LE + header.encode("utf-16-le")

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """The rows as lines.

        Raises:
            ExportError: a spreadsheet cannot hold so many.
        """
        self._rows[table.name] += len(rows)
        refuse_too_many(table, self._rows[table.name])
        writers = [_WRITERS[column.type] for column in table.columns]
        for start in range(0, len(rows), _MOST_LINES):
            lines = [
                _line(["" if cell is None else write(cell) for write, cell in zip(writers, row, strict=True)])
                for row in rows[start : start + _MOST_LINES]
            ]
            yield _path(table.name), "".join(lines).encode("utf-16-le")


def text_cell(text: str) -> str:
    """The cell of a text: in one line, and with an apostrophe if a spreadsheet would take it for something else.

    >>> [text_cell(each) for each in ("=1+1", "007", "1-2", "May 2025", "5 states agree", "G7")]
    ['"\\'=1+1"', '"\\'007"', '"\\'1-2"', '"\\'May 2025"', '"\\'5 states agree"', '"\\'G7"']
    >>> [text_cell(each) for each in ("China", "cn-plan-2025", "two\\nlines", "Executive Order 14110", "'as is'")]
    ['"China"', '"cn-plan-2025"', '"two lines"', '"Executive Order 14110"', '"\\'\\'as is\\'"']
    """
    line = _LINE_BREAK_OR_TAB.sub(" ", text)
    return quoted(shortened(f"'{line}" if _is_taken_for_another(line) else line))


def _is_taken_for_another(text: str) -> bool:
    if _TAKEN_FOR_A_FORMULA.match(text):
        return True
    return len(text) <= _LONGEST_TAKEN_FOR_A_NUMBER and _TAKEN_FOR_A_NUMBER.match(text) is not None


def _number(value: float) -> str:
    """As a text if it has a fraction, which half of the world writes with a comma, or is too large to be kept."""
    is_whole = isinstance(value, int) and len(str(abs(value))) <= _MOST_DIGITS
    return str(value) if is_whole else quoted(f"'{value}")


def _day(day: date) -> str:
    """As a text if programs do not agree on it."""
    return quoted(f"'{day}") if day < FIRST_DAY else day.isoformat()


_WRITERS: Mapping[ColumnType, Callable[[Any], str]] = {
    "string": text_cell,
    "integer": _number,
    "number": _number,
    "boolean": boolean,
    "date": _day,
}


def _line(cells: Sequence[str]) -> str:
    return "\t".join(cells) + "\r\n"


def _path(table: str) -> str:
    return f"csv-excel/{table}.csv"


FORMAT = Format("csv-excel", CsvExcel, TABLE_PARTS, by_default=False)
