"""Excel: one workbook with a sheet for each table that has rows, and two sheets that explain them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from .earlier_export import ExportError
from .format import Format, Piece
from .made_file import MadeFile
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table
from .views import VIEWS
from .xlsx_about import ABOUT, COLUMNS, About, columns_table
from .xlsx_sheet import Sheet

_MADE = datetime(1980, 1, 1)  # always the same, as in the parts of the file, so that two exports are
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


class Xlsx(TableExporter):
    """Writes the rows of each table to a file in a folder of temporary files, and makes the workbook at the end."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        try:
            from xlsxwriter import Workbook
        except ImportError as error:
            raise ExportError("xlsx needs the library XlsxWriter: pip install 'communique[xlsx]'") from error
        self._file = MadeFile("corpus.xlsx")
        self._book = Workbook(self._file.path, {**_OPTIONS, "tmpdir": str(self._file.folder)})
        self._book.set_properties({"created": _MADE})
        self._heading = self._book.add_format({"bold": True, "bottom": 1})
        self._about = About(self._book, self._heading)
        self._sheets: dict[str, Sheet] = {}
        self._dataset: dict[str, Any] = {}

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the last row."""
        explained = columns_table(self.tables.values())
        self._sheet(explained).write([[*row.values()] for row in explained])
        yield from ()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Write the rows to the sheet of the table, which exists only if there are any."""
        if rows:
            self._sheet(table).write(rows)
        if rows and table.name == "datasets":
            self._dataset = dict(zip((column.name for column in table.columns), rows[0], strict=True))
        yield from ()

    def finish(self) -> Iterator[Piece]:
        """The whole file."""
        from xlsxwriter.exceptions import XlsxWriterException

        for sheet in self._sheets.values():
            sheet.finish()
        self._about.write(self._dataset, self.tables.values(), self._sheets)
        self._sort()
        try:
            self._book.close()
        except XlsxWriterException as error:
            raise ExportError(f"cannot make the Excel workbook: {error}") from error
        yield from self._file.pieces()

    def close(self) -> None:
        self._file.close()

    def _sheet(self, table: Table) -> Sheet:
        if table.name not in self._sheets:
            self._sheets[table.name] = Sheet(self._book, table, self._heading)
        return self._sheets[table.name]

    def _sort(self) -> None:
        """Put the sheets for reading first, and the others in the order of the tables."""
        order = {name: at for at, name in enumerate(dict.fromkeys((ABOUT, *VIEWS, COLUMNS, *self.tables)))}
        sheets = self._book.worksheets_objs
        sheets.sort(key=lambda sheet: order[sheet.name])
        for at, sheet in enumerate(sheets):
            sheet.index = at  # the filter of a sheet names it by its place


FORMAT = Format("xlsx", Xlsx, TABLE_PARTS, by_default=False)
