"""Runs the queries of the views, over the columns of the tables that they read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from typing import Any

from .sqlite_database import SqliteDatabase
from .sqlite_schema import index, statements
from .tables import Cells, ColumnType, empty_tables
from .views import VIEWS, View, tables_and_views

_TYPED: Mapping[ColumnType, Callable[[Any], Any]] = {"date": date.fromisoformat, "boolean": bool}
"""What makes a value of its type again, if SQLite has no such type."""


class ViewDatabase:
    """Has the columns that views read. It has no keys: if a row is given twice, so is that of a view."""

    def __init__(self) -> None:
        self._database = SqliteDatabase()
        self._database.run(*map(_create, columns_read()), "BEGIN")
        self._places = {name: _places(name) for name in columns_read()}
        self._is_indexed = False

    def insert(self, table: str, rows: Sequence[Cells]) -> None:
        """Add rows of the table."""
        if places := self._places.get(table):
            self._database.insert(table, [[row[place] for place in places] for row in rows])

    def rows(self, view: View, batch: int) -> Iterator[list[Cells]]:
        """The rows of the view, at most ``batch`` at a time; asked for after the last row was added."""
        if not self._is_indexed:
            self._is_indexed = True
            self._database.run(*_indexes())
        typed = [(at, _TYPED[each.type]) for at, each in enumerate(view.columns) if each.type in _TYPED]
        for rows in self._database.found(view.query, batch):
            for at, make in typed:
                for row in rows:
                    row[at] = None if row[at] is None else make(row[at])
            yield rows

    def close(self) -> None:
        """Remove the database."""
        self._database.close()


@cache
def columns_read() -> Mapping[str, frozenset[str]]:
    """The names of the columns that the views read, by table. SQLite tells them when it prepares the queries."""
    found = defaultdict[str, set[str]](set)

    def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_READ and table in names and column in names[table]:
            found[table].add(column)
        return sqlite3.SQLITE_OK

    names = {name: {column.name for column in table.columns} for name, table in empty_tables().items()}
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in statements(tables_and_views()):
            database.execute(statement)
        database.set_authorizer(note)
        for view in VIEWS.values():
            database.execute(f"EXPLAIN {view.query}")
    return {table: frozenset(read) for table, read in found.items()}


def _places(table: str) -> list[int]:
    read = columns_read()[table]
    return [place for place, column in enumerate(empty_tables()[table].columns) if column.name in read]


def _create(table: str) -> str:
    names = (column.name for column in empty_tables()[table].columns if column.name in columns_read()[table])
    return f'CREATE TABLE "{table}" ({", ".join(names)})'


def _indexes() -> Iterator[str]:
    """Of the columns by which rows are found: those with the key, and those with the keys of others."""
    for name, read in columns_read().items():
        table = empty_tables()[name]
        for column in table.columns:
            if column.name in read and (column.targets or column.name == table.key[0]):
                yield index(table, column)
