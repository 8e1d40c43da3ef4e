"""Makes the rows of all tables and views once, for every format of tables that was asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from .format import Exporter, Piece
from .records import Things
from .table_exporter import TableExporter
from .tables import STATES, Cells, StatedByAll, Table, empty_tables
from .thing import Thing
from .view_database import ViewDatabase
from .views import VIEWS, tables_and_views

BATCH = 100
"""The least number of rows of a table that are handed over together, but for the last ones."""


class TableFeed(Exporter):
    """Hands the rows of things to the exporters, some of a table at a time; and at the end those that depend on all.

    The rows are counted in ``rows``, by table and view.
    """

    def __init__(self, records: Things, exporters: Sequence[TableExporter], rows: Counter[str]) -> None:
        super().__init__(records)
        self._exporters = exporters
        self._rows = rows
        rows.update(dict.fromkeys(tables_and_views(), 0))
        self._tables = empty_tables()
        self._waiting: dict[str, list[Cells]] = defaultdict(list)
        self._stated = StatedByAll()
        self._views = ViewDatabase()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The rows of the thing, with those of others."""
        rows = thing.typed_rows
        rows.fill(thing.corroboration, self.records)
        self._stated.add(thing.stated)
        for name, cells in rows.by_table.items():
            waiting = self._waiting[name]
            waiting += cells
            if len(waiting) >= BATCH:
                yield from self._write(self._tables[name], self._waiting.pop(name))

    def end(self) -> Iterator[Piece]:
        """The last rows of things, the states, and the views."""
        while self._waiting:
            name, rows = self._waiting.popitem()
            yield from self._write(self._tables[name], rows)
        states = self._stated.rows()
        while rows := [*islice(states, BATCH)]:
            yield from self._write(self._tables[STATES], rows)
        for view in VIEWS.values():
            for rows in self._views.rows(view, BATCH):
                yield from self._hand_over(view, rows)
        for exporter in self._exporters:
            yield from exporter.finish()

    def close(self) -> None:
        self._views.close()

    def _write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        self._views.insert(table.name, rows)
        yield from self._hand_over(table, rows)

    def _hand_over(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        self._rows[table.name] += len(rows)
        for exporter in self._exporters:
            yield from exporter.write(table, rows)
