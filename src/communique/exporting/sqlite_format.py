"""SQLite: one database with all tables, their keys and references, and a full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .earlier_export import ExportError
from .format import Format, Piece
from .made_file import MadeFile
from .records import Things
from .sqlite_schema import FILL_SEARCH, SEARCH, statements, view_statements
from .table_exporter import TABLE_PARTS, TableExporter, given_twice
from .tables import Table
from .thing_rows import Cells
from .views import VIEWS


class Sqlite(TableExporter):
    """Writes the rows to a database in the folder of temporary files, and then that file."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._file = MadeFile("corpus.sqlite")
        self._database = sqlite3.connect(self._file.path, isolation_level=None)
        # An export that fails is thrown away as a whole.
        self._run("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the last row."""
        self._run(*statements(self.tables), *view_statements(VIEWS), "BEGIN")
        yield from ()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Insert the rows."""
        places = ", ".join("?" * len(table.columns))
        with _told():
            self._database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
        yield from ()

    def finish(self) -> Iterator[Piece]:
        """The whole file."""
        self._run(SEARCH, FILL_SEARCH, "COMMIT", "ANALYZE", "VACUUM")
        self._database.close()
        yield from self._file.pieces()

    def close(self) -> None:
        self._database.close()
        self._file.close()

    def _run(self, *statements: str) -> None:
        with _told():
            for statement in statements:
                self._database.execute(statement)


@contextmanager
def _told() -> Iterator[None]:
    """A full disk, an SQLite without full-text search, and an assertion given twice are no defects of the program."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise given_twice(error) from error
    except sqlite3.OperationalError as error:
        raise ExportError(f"cannot make the SQLite database: {error}") from error


FORMAT = Format("sqlite", Sqlite, TABLE_PARTS, by_default=False)
