"""CSV: one file per table and view, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .csv_table import CsvTable
from .format import Format, Piece
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table


class Csv(TableExporter):
    """Writes the rows to the files of the tables. CSV always keeps ids, which join the tables."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._written = {name: CsvTable(table.columns) for name, table in self.tables.items()}

    def begin(self) -> Iterator[Piece]:
        """Every table, which may stay empty."""
        yield from (_piece(name, table.header) for name, table in self._written.items())

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """The lines of the rows, as far as they do not depend on those to come."""
        yield _piece(table.name, self._written[table.name].add(rows))

    def finish(self) -> Iterator[Piece]:
        """The lines that were held back."""
        for name, table in self._written.items():
            yield from (_piece(name, lines) for lines in table.end())

    def close(self) -> None:
        for table in self._written.values():
            table.close()


def _piece(table: str, text: str) -> Piece:
    return f"csv/{table}.csv", text.encode("utf-8")


FORMAT = Format("csv", Csv, TABLE_PARTS)
