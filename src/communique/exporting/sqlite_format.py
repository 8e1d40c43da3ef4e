"""SQLite: one database with all tables, their keys and references, the views, and a full-text search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .format import Format, Piece
from .made_file import MadeFile
from .records import Things
from .sqlite_database import SqliteDatabase
from .sqlite_schema import FILL_SEARCH, SEARCH, statements
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table
from .views import View


class Sqlite(TableExporter):
    """Writes the rows to a database in the folder of temporary files, and then that file."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._file = MadeFile("corpus.sqlite")
        self._database = SqliteDatabase(str(self._file.path))

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the last row."""
        self._database.run(*statements(self.tables), "BEGIN")
        yield from ()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Insert the rows; a view finds its own."""
        if not isinstance(table, View):
            self._database.insert(table.name, rows)
        yield from ()

    def finish(self) -> Iterator[Piece]:
        """The whole file."""
        self._database.run(SEARCH, FILL_SEARCH, "COMMIT", "ANALYZE", "VACUUM")
        self._database.close()
        yield from self._file.pieces()

    def close(self) -> None:
        self._database.close()
        self._file.close()


FORMAT = Format("sqlite", Sqlite, TABLE_PARTS, by_default=False)
