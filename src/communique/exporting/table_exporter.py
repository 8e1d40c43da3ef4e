"""What every format of tables with types has in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .earlier_export import ExportError
from .format import Exporter, Piece
from .records import Things
from .tables import STATES, TYPED, StatedByAll, Table, empty_tables
from .thing import Thing
from .thing_rows import Cells

TABLE_PARTS = ("typed_rows", "citations", "stated")
"""The parts of a thing that a `TableExporter` needs."""


class TableExporter(Exporter):
    """Gets the rows of all tables, some at a time. Their values have the types of their columns; None is no value.

    ``batch`` is the number of rows of a table that are written together.
    """

    batch = 2000

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self.tables = empty_tables()
        self._waiting: dict[str, list[Cells]] = defaultdict(list)
        self._stated = StatedByAll()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """What is written for the next rows of the table."""
        raise NotImplementedError

    def finish(self) -> Iterator[Piece]:
        """What is written after the last rows."""
        yield from ()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The rows of the thing, with those of others."""
        rows = thing.typed_rows
        rows.fill(thing.corroboration, self.records, TYPED)
        self._stated.add(thing.stated)
        for name, cells in rows.by_table.items():
            waiting = self._waiting[name]
            waiting += cells
            if len(waiting) >= self.batch:
                yield from self.write(self.tables[name], self._waiting.pop(name))

    def end(self) -> Iterator[Piece]:
        """The last rows, and those that depend on all."""
        for name, rows in self._waiting.items():
            yield from self.write(self.tables[name], rows)
        yield from self.write(self.tables[STATES], [*self._stated.rows(TYPED)])
        yield from self.finish()


def given_twice(error: Exception) -> ExportError:
    """The error if a database refuses a row because of its key, which is no defect of the program."""
    return ExportError(f"an assertion is given twice (CQ306), so two rows have one key: {error}")
