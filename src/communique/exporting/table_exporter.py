"""What every format of tables has in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .earlier_export import ExportError
from .format import Exporter, Piece
from .records import Things
from .tables import Cells, Table
from .thing import Thing
from .views import tables_and_views

TABLE_PARTS = ("typed_rows", "citations", "stated")
"""The parts of a thing that a `TableExporter` needs."""


class TableExporter(Exporter):
    """Gets the rows of all tables, some at a time, and then those of the views, which are among its ``tables``.

    Their values have the types of their columns; None is no value. They are never many at once, unless one thing has so
    many: a format that writes larger parts keeps the rows until then.
    """

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self.tables = tables_and_views()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """What is written for the next rows of the table."""
        raise NotImplementedError

    def finish(self) -> Iterator[Piece]:
        """What is written after the last rows."""
        yield from ()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """Nothing: the rows of the thing come to `write`."""
        yield from ()


def given_twice(error: Exception) -> ExportError:
    """The error if a database refuses a row because of its key, which is no defect of the program."""
    return ExportError(f"an assertion is given twice (CQ306), so two rows have one key: {error}")
