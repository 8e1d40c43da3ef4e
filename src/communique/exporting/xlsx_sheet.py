"""A sheet of a workbook: the rows of a table in cells of their types, of which a spreadsheet runs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..files.checksum import Digest
from ..text.json_text import canonical
from .earlier_export import ExportError
from .tables import Cells, Column, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""The rows of a sheet, without the one with the names of the columns."""

LONGEST_TEXT = 32_767
"""The characters of a cell, as units of UTF-16."""

MOST_LINKS = 65_530
FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was: other programs show an earlier day as another one."""

MARK = " [cut here: a cell of a spreadsheet holds no more]"
_LONGEST_LINK = 2079
_LARGEST_NUMBER = 9.99e307
_ADDRESSES = ("url", "archived_url")
_NARROWEST, _WIDEST = 9, 60
_CHECKSUM = 16  # hexadecimal digits
_ARROW = 3  # the button of the filter covers the end of a name

_Write = Callable[[int, int, Any], object]


class RowsChecksum:
    """Identifies the rows of a table as a sheet has them, so that one can see whether they are others now.

    It is the same for the rows of the table and for what is read back from the cells.
    """

    def __init__(self) -> None:
        self._digest = Digest()

    def add(self, rows: Iterable[Iterable[Any]]) -> None:
        """The next rows."""
        for row in rows:
            self._digest.add(canonical([_in_cell(each) for each in row]).encode())

    def __str__(self) -> str:
        return self._digest.sha256[:_CHECKSUM]


def _in_cell(value: Any) -> Any:
    """The value as a cell can say it: without the end of a long text, and 11.0 as 11."""
    match value:
        case date():
            return value.isoformat()
        case str():
            return shortened(value) or None
        case float() if value.is_integer():
            return int(value)
    return value


class Sheet:
    """Writes the rows of a table as they come.

    ``rows`` counts them, ``cut`` the texts that are longer than a cell; ``checksum`` identifies the rows.
    """

    def __init__(self, book: Workbook, table: Table, heading: Format) -> None:
        self.rows = self.cut = self._links = 0
        self.checksum = RowsChecksum()
        self._table = table
        self._sheet = book.add_worksheet(table.name)
        self._sheet.freeze_panes(1, 0)
        for at, column in enumerate(table.columns):
            self._sheet.write_string(0, at, column.name, heading)
        self._writers = [self._writer(column) for column in table.columns]

    def write(self, rows: Sequence[Cells]) -> None:
        """Write the next rows. The first ones decide how wide the columns are.

        Raises:
            ExportError: the sheet cannot hold so many.
        """
        refuse_too_many(self._table, self.rows + len(rows))
        self.checksum.add(rows)
        if not self.rows:
            self._set_widths(rows)
        for row, cells in enumerate(rows, start=self.rows + 1):
            for at, (write, value) in enumerate(zip(self._writers, cells, strict=True)):
                if value is not None:
                    write(row, at, value)
        self.rows += len(rows)

    def finish(self) -> None:
        """Put a filter on all rows."""
        self._sheet.autofilter(0, 0, self.rows, len(self._table.columns) - 1)

    def _set_widths(self, rows: Iterable[Cells]) -> None:
        for at, (column, values) in enumerate(zip(self._table.columns, zip(*rows, strict=True), strict=True)):
            longest = max(len(str(each)) for each in values if each is not None) if any(values) else 0
            width = max(_NARROWEST, len(column.name) + _ARROW, longest + 1)
            self._sheet.set_column(at, at, min(width, _WIDEST))

    def _writer(self, column: Column) -> _Write:
        if column.name in _ADDRESSES:
            return self._address
        writers: dict[str, _Write] = {
            "string": self._text,
            "integer": self._number,
            "number": self._number,
            "boolean": self._sheet.write_boolean,
            "date": self._date,
        }
        return writers[column.type]

    def _text(self, row: int, at: int, text: str) -> None:
        self.cut += write_text(self._sheet, row, at, text)

    def _number(self, row: int, at: int, value: float) -> None:
        """As text, if a spreadsheet would change it."""
        if abs(value) <= _LARGEST_NUMBER and float(f"{value:.16G}") == value:
            self._sheet.write_number(row, at, value)
        else:
            self._text(row, at, str(value))

    def _date(self, row: int, at: int, day: date) -> None:
        if day < FIRST_DAY:
            self._text(row, at, day.isoformat())
        else:
            self._sheet.write_datetime(row, at, day)

    def _address(self, row: int, at: int, url: str) -> None:
        if self._links < MOST_LINKS and _is_link(url):
            self._links += 1
            self._sheet.write_url(row, at, url, string=url)
        else:
            self._text(row, at, url)


def refuse_too_many(table: Table, rows: int) -> None:
    """Refuse more rows than a sheet holds, because a spreadsheet leaves out the others.

    Raises:
        ExportError: there are more.
    """
    if rows > MOST_ROWS:
        advice = "export csv or parquet, which have no limit"
        raise ExportError(f"{table.name} has more than the {MOST_ROWS:,} rows that a sheet holds; {advice}")


def write_text(sheet: Worksheet, row: int, at: int, text: str, style: Format | None = None) -> bool:
    """Write a text to a cell, and nothing that a spreadsheet runs; returns whether it had to be cut."""
    short = shortened(text)
    if short.startswith("<r>") and short.endswith("</r>"):
        # XlsxWriter would take it for its own markup of several fonts; in parts it writes the same text.
        sheet.write_rich_string(row, at, short[:1], short[1:2], short[2:], *([style] if style else []))
    else:
        sheet.write_string(row, at, short, style)
    return short is not text


def shortened(text: str) -> str:
    """The text, if a cell can hold it; otherwise its beginning, and a mark that says so.

    >>> shortened("China") == "China"
    True
    >>> len(shortened("x" * 40_000)), shortened("x" * 40_000)[-8:]
    (32767, 'no more]')
    """
    if len(text) <= LONGEST_TEXT // 2 or _units(text) <= LONGEST_TEXT:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(MARK))]
    return kept.decode("utf-16-le", errors="ignore") + MARK


def _is_link(url: str) -> bool:
    return url.startswith(("https://", "http://")) and url.isprintable() and _units(url) <= _LONGEST_LINK


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
