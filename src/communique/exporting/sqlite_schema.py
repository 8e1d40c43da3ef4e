"""The schema of the SQLite database: tables, indexes and views, with the meaning of every column as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .tables import Column, Table, Target
from .views import View

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  text, parent_table UNINDEXED, parent_key UNINDEXED, field UNINDEXED, language UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2'
)
"""
"""Titles, names, statements and all other texts, with the table and the key of the row that each belongs to."""

FILL_SEARCH = """
INSERT INTO search (text, parent_table, parent_key, field, language)
SELECT text, parent_table, parent_key, field, language FROM texts
UNION ALL SELECT title, 'sources', id, 'title', language FROM sources WHERE title IS NOT NULL
UNION ALL SELECT name, parent_table, parent_key, 'other_names', language FROM other_names
"""


def statements(tables: Mapping[str, Table]) -> Iterator[str]:
    """The statements that create the tables with their indexes, and the views."""
    named = {target for table in tables.values() for column in table.columns for target in column.foreign_key}
    for table in tables.values():
        if isinstance(table, View):
            yield _create_view(table)
            continue
        yield _create(table, named)
        yield from (index(table, column) for column in table.columns if column.targets and table.key[0] != column.name)


def index(table: Table, column: Column) -> str:
    """The statement that creates an index of the column."""
    return f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'


def _create_view(view: View) -> str:
    """The statement that creates the view, with the meaning of its columns as comments."""
    meanings = "\n".join(f"-- {column.name}: {column.description}" for column in view.columns)
    return f'CREATE VIEW "{view.name}" AS -- a row is {view.counts}\n{meanings}\n{view.query.strip()}'


def _create(table: Table, named: set[Target]) -> str:
    """The statement that creates the table. ``named`` are the columns that foreign keys name."""
    lines = [
        (_column(table, column, is_unique=Target(table.name, column.name) in named), column.description)
        for column in table.columns
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    body = "".join(f"  {line}, -- {meaning}\n" for line, meaning in lines)
    return f'CREATE TABLE "{table.name}" ( -- a row is {table.counts}\n{body}  PRIMARY KEY ({key})\n)'


def _column(table: Table, column: Column, *, is_unique: bool) -> str:
    parts = [f'"{column.name}"', _TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if is_unique and table.key != (column.name,):
        parts.append("UNIQUE")
    if column.type == "boolean":
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    parts += [f'REFERENCES "{target.table}" ("{target.column}")' for target in column.foreign_key]
    return " ".join(parts)
