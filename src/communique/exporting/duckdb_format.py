"""DuckDB: one database with all tables, their types and primary keys, and the meaning of every column as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .arrow_groups import ArrowGroups
from .earlier_export import ExportError
from .format import Format, Piece
from .made_file import MadeFile
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter, given_twice
from .tables import Cells, Column, Table

if TYPE_CHECKING:
    import pyarrow
    from duckdb import DuckDBPyConnection

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}

# Later versions of the file, and compressed texts, have bytes that are different each time. Small blocks make a small
# file, because a table has at least one for each of its columns.
_OPTIONS = "STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 16384"
_UNCOMPRESSED = "SET force_compression = 'uncompressed'"


class DuckDb(TableExporter):
    """Writes the rows to a database in the folder of temporary files, and then that file."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        try:
            import duckdb
            import pyarrow  # noqa: F401 (through which the rows reach DuckDB)
        except ImportError as error:
            raise ExportError("duckdb needs duckdb and pyarrow: pip install 'communique[duckdb]'") from error
        self._groups = ArrowGroups()
        self._file = MadeFile("corpus.duckdb")
        self._database: DuckDBPyConnection = duckdb.connect(
            config={"threads": 1, "temp_directory": str(self._file.folder)}
        )

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the last row."""
        attach = f"ATTACH {_quoted(str(self._file.path))} AS corpus ({_OPTIONS})"
        # In one transaction: each one waits for the disk.
        self._run(attach, "USE corpus", _UNCOMPRESSED, "BEGIN")
        for table in self.tables.values():
            self._run(*_statements(table))
        yield from ()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Insert the rows, if they are many."""
        self._insert(table, self._groups.add(table, rows))
        yield from ()

    def finish(self) -> Iterator[Piece]:
        """The whole file."""
        for table in self.tables.values():
            self._insert(table, self._groups.taken(table))
        self._run("COMMIT", "USE memory", "DETACH corpus")
        self._database.close()
        yield from self._file.pieces()

    def close(self) -> None:
        self._database.close()
        self._file.close()

    def _insert(self, table: Table, rows: pyarrow.Table | None) -> None:
        if rows:
            self._database.register("new_rows", rows)
            self._run(f'INSERT INTO "{table.name}" SELECT * FROM new_rows')
            self._database.unregister("new_rows")

    def _run(self, *statements: str) -> None:
        with _told():
            for statement in statements:
                self._database.execute(statement)


def _statements(table: Table) -> Iterator[str]:
    """The statements that create the table and say what it means.

    Foreign keys are left out: DuckDB looks for the other row when a row is inserted, and tables refer to each other in
    circles. The comment of a column names what it refers to.
    """
    lines = [f'"{each.name}" {_TYPES[each.type]}{" NOT NULL" * each.required}' for each in table.columns]
    if table.key:
        key = ", ".join(f'"{name}"' for name in table.key)
        lines.append(f"PRIMARY KEY ({key})")
    yield f'CREATE TABLE "{table.name}" ({", ".join(lines)})'
    yield f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.description)}'
    for each in table.columns:
        yield f'COMMENT ON COLUMN "{table.name}"."{each.name}" IS {_quoted(_meaning(each))}'


def _meaning(column: Column) -> str:
    return " ".join([column.description, *(f"Refers to {each.table}.{each.column}." for each in column.foreign_key)])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def _told() -> Iterator[None]:
    """A full disk and an assertion given twice are no defects of the program."""
    import duckdb

    try:
        yield
    except duckdb.ConstraintException as error:
        raise given_twice(error) from error
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise ExportError(f"cannot make the DuckDB database: {error}") from error


FORMAT = Format("duckdb", DuckDb, TABLE_PARTS, by_default=False)
