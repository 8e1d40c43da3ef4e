"""An SQLite database that an export makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from .earlier_export import ExportError
from .table_exporter import given_twice
from .tables import Cells

sqlite3.register_adapter(date, date.isoformat)  # as Python does itself, which later versions warn of


class SqliteDatabase:
    """A database in the file at ``path``, or in a temporary file without a name. It is lost if the program ends early.

    Everything raises `ExportError` if the disk is full, SQLite lacks a part that is needed, or two rows have one key.
    """

    def __init__(self, path: str = "") -> None:
        self._failure = "cannot make the SQLite database" if path else "cannot write to the folder of temporary files"
        self._database = sqlite3.connect(path, isolation_level=None)
        # An export that fails is thrown away as a whole.
        self.run("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")

    def run(self, *statements: str) -> None:
        """Run the statements."""
        with _told(self._failure):
            for statement in statements:
                self._database.execute(statement)

    def insert(self, table: str, rows: Sequence[Cells]) -> None:
        """Insert rows with a value for each column of the table."""
        if rows:
            places = ", ".join("?" * len(rows[0]))
            with _told(self._failure):
                self._database.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)

    def found(self, query: str, batch: int) -> Iterator[list[Cells]]:
        """The rows that the query finds, at most ``batch`` at a time."""
        with _told(self._failure):
            cursor = self._database.execute(query)
            while rows := cursor.fetchmany(batch):
                yield [[*row] for row in rows]

    def close(self) -> None:
        """Close the database, which removes a temporary one."""
        self._database.close()


@contextmanager
def _told(failure: str) -> Iterator[None]:
    """A full disk, an SQLite without full-text search, and an assertion given twice are no defects of the program."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise given_twice(error) from error
    except sqlite3.OperationalError as error:
        raise ExportError(f"{failure}: {error}") from error
