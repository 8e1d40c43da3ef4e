"""Parquet: one file per table, compressed with zstd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import RawIOBase
from typing import TYPE_CHECKING, Any

from .arrow_groups import ArrowGroups
from .earlier_export import ExportError
from .format import Format, Piece
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table
from .tables.frames import arrow_schema

if TYPE_CHECKING:
    import pyarrow
    from pyarrow.parquet import ParquetWriter


class Parquet(TableExporter):
    """Writes each group of rows as a row group."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        try:
            from pyarrow.parquet import ParquetWriter
        except ImportError as error:
            raise ExportError("parquet needs the library pyarrow: pip install 'communique[parquet]'") from error
        self._sinks = {name: _Sink() for name in self.tables}
        self._writers: dict[str, ParquetWriter] = {
            name: ParquetWriter(self._sinks[name], arrow_schema(table), compression="zstd")
            for name, table in self.tables.items()
        }
        self._groups = ArrowGroups()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """The rows, and those that waited, if they are many."""
        yield from self._write(table, self._groups.add(table, rows))

    def finish(self) -> Iterator[Piece]:
        """The last groups, and the end of every file."""
        for name, table in self.tables.items():
            yield from self._write(table, self._groups.taken(table))
            self._writers[name].close()
            yield _path(name), self._sinks[name].taken()

    def _write(self, table: Table, rows: pyarrow.Table | None) -> Iterator[Piece]:
        if rows:
            self._writers[table.name].write_table(rows)
            yield _path(table.name), self._sinks[table.name].taken()


class _Sink(RawIOBase):
    """A file that gives away what was written to it, and then only knows how much it was."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0

    def write(self, content: Any, /) -> int:
        self._parts.append(bytes(content))
        self._length += len(self._parts[-1])
        return len(self._parts[-1])

    def taken(self) -> bytes:
        """What was written since it was last taken."""
        taken, self._parts = b"".join(self._parts), []
        return taken

    def tell(self) -> int:
        return self._length

    def writable(self) -> bool:
        return True


def _path(table: str) -> str:
    return f"parquet/{table}.parquet"


FORMAT = Format("parquet", Parquet, TABLE_PARTS, by_default=False)
