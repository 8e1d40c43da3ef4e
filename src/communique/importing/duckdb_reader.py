"""DuckDB: one database with all tables. It is opened for reading only, and may reach no other file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .gathering import ImportedRecord
from .notes import Notes
from .reader import ImportFailedError, Reader, file_finder
from .source_table import SourceTable
from .table_files import READ_TABLES, refuse_large
from .table_import import records_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 5_000
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "lock_configuration": True,
    "threads": 1,
}
_TABLES = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT internal"


def _read(path: Path, notes: Notes) -> list[ImportedRecord]:
    try:
        import duckdb
    except ImportError as error:
        raise ImportFailedError("duckdb needs the library duckdb: pip install 'communique[duckdb]'") from error
    refuse_large(path)
    try:
        with closing(duckdb.connect(str(path), read_only=True, config=_CONFIG)) as database:
            return records_of(_tables(database, path), notes)
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise ImportFailedError(f"{path} is damaged, or no DuckDB database of an export: {reason}") from error


def _tables(database: DuckDBPyConnection, path: Path) -> Iterator[SourceTable]:
    """The tables. A view in the place of one would run what somebody else wrote."""
    made = {name for (name,) in database.execute(_TABLES).fetchall()}
    for name in READ_TABLES:
        if name not in made:
            raise ImportFailedError(f"{path} has no table {name}; export again")
        found = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        columns = [column[0] for column in found.description or ()]
        yield SourceTable(name, f"{path}#{name}", columns, enumerate(_rows(found), start=1), is_grid=True)


def _rows(found: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_BATCH):
        yield from rows


READER = Reader("duckdb", file_finder("corpus.duckdb", ".duckdb"), _read)
