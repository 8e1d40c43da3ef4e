"""CSV: one file per table, in UTF-8."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .csv_rows import CSV, csv_lines
from .csv_table import CsvTable
from .format import Exporter, Format, Piece
from .records import Things
from .tables import STATES, StatedByAll, empty_tables
from .thing import Thing

_BATCH = 20
"""The things whose rows are written together."""


class Csv(Exporter):
    """Writes the rows of each thing to the files of the tables. CSV always keeps ids, which join the tables."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._tables = {name: CsvTable(table.columns) for name, table in empty_tables().items()}
        self._lines: dict[str, list[str]] = defaultdict(list)
        self._stated = StatedByAll()
        self._things = 0

    def begin(self) -> Iterator[Piece]:
        """Every table, which may stay empty."""
        yield from (_piece(name, table.header) for name, table in self._tables.items())

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The rows of the thing, with those of others."""
        lines, rows = thing.csv_rows
        rows.fill(thing.corroboration, self.records, CSV)
        for name, each in lines.items():
            self._lines[name].append(each)
        for name, cells in rows.by_table.items():
            self._lines[name].append(self._tables[name].add(cells))
        self._stated.add(thing.stated)
        self._things += 1
        if self._things % _BATCH == 0:
            yield from self._write()

    def end(self) -> Iterator[Piece]:
        """The last rows, and those that depend on all."""
        yield from self._write()
        yield _piece(STATES, csv_lines(self._stated.rows(CSV)))
        for name, table in self._tables.items():
            yield from (_piece(name, lines) for lines in table.end())

    def close(self) -> None:
        for table in self._tables.values():
            table.close()

    def _write(self) -> Iterator[Piece]:
        written, self._lines = self._lines, defaultdict(list)
        for name, lines in written.items():
            yield _piece(name, "".join(lines))


def _piece(table: str, text: str) -> Piece:
    return f"csv/{table}.csv", text.encode("utf-8")


FORMAT = Format("csv", Csv, ("csv_rows", "citations", "stated"))
