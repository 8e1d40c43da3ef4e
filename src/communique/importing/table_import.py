"""Makes records of tables, from whichever file these were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..exporting.tables import DEFINITIONS, empty_tables
from ..exporting.tables.plan import plans
from ..exporting.tables.table import Table
from ..text.inflection import counted
from . import cells
from .gathering import Definition, ImportedRecord, gather
from .limits import MAX_ROWS
from .notes import Notes
from .reader import ImportFailedError
from .rebuilding import Parts
from .row_values import Row
from .source_table import SourceTable


def records_of(tables: Iterable[SourceTable], notes: Notes) -> list[ImportedRecord]:
    """The records in the tables. Tables and columns that follow from others are not looked at.

    Raises:
        ImportFailedError: there are too many rows.
    """
    parts, definitions, known = Parts(notes), list[tuple[int, Definition]](), empty_tables()
    left = MAX_ROWS
    for table in tables:
        if table.name not in plans() and table.name != DEFINITIONS:
            continue
        rows = [*_rows(table, known[table.name], notes, left)]
        left -= len(rows)
        if table.name == DEFINITIONS:
            definitions += map(_definition, rows)
        else:
            parts.add(table, rows)
    in_order = sorted(definitions, key=lambda each: each[0])
    return gather(parts.things(), (each for _, each in in_order), notes)


def _rows(table: SourceTable, known: Table, notes: Notes, most: int) -> Iterator[Row]:
    """The rows that are not empty."""
    places = {name: at for at, name in enumerate(table.columns)}
    names = {column.name for column in known.columns}
    for name in table.columns:
        if name and name not in names:
            notes.add(
                f"{table.name}: unknown column {name!r}", table.origin(1, places[name]), "delete it, or rename it"
            )
    for column in known.columns:
        if column.required and column.name not in places:
            notes.add(f"{table.name}: the column {column.name} is missing", table.origin(1), "export again")
    for number, (line, values) in enumerate(table.rows):
        if number >= most:
            raise ImportFailedError(f"{table.path} has too many rows: more than {counted(MAX_ROWS, 'row')} in all")
        if any(value not in (None, "") for value in values):
            yield Row(table, places, line, values, notes)


def _definition(row: Row) -> tuple[int, Definition]:
    """A definition, and its place in the list."""
    position = row.get("position", cells.integer)
    found = Definition(row.text("record_id"), row.text("defined_table"), row.text("defined_id"), row.origin())
    return (2**62 if position is None else position), found
