"""SQLite: one database with all tables. It is opened for reading only, and nothing in it is run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from .gathering import ImportedRecord
from .limits import MAX_CELL
from .notes import Notes
from .reader import ImportFailedError, Reader, file_finder
from .source_table import SourceTable
from .table_files import READ_TABLES, refuse_large
from .table_import import records_of


def _read(path: Path, notes: Notes) -> list[ImportedRecord]:
    refuse_large(path)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
            database.execute("PRAGMA trusted_schema = OFF")
            return records_of(_tables(database, path), notes)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # also a name in the schema may be no text
        raise ImportFailedError(f"{path} is damaged, or no SQLite database of an export: {error}") from error


def _tables(database: sqlite3.Connection, path: Path) -> Iterator[SourceTable]:
    """The tables. A view or a virtual table in the place of one would run what somebody else wrote."""
    made = dict(database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    for name in READ_TABLES:
        if not str(made.get(name, "")).upper().startswith("CREATE TABLE"):
            raise ImportFailedError(f"{path} has no table {name}; export again")
        found = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        columns = [column[0] for column in found.description]
        yield SourceTable(name, f"{path}#{name}", columns, enumerate(found, start=1), is_grid=True)


READER = Reader("sqlite", file_finder("corpus.sqlite", ".sqlite", ".sqlite3", ".db"), _read)
