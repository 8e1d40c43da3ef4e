"""The page about the tables of an export: the meaning of rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from ..exporting.tables import Column, Table
from ..exporting.views import tables_and_views
from .markdown import page, table

_HEAD = """# Tables

`communique export --format csv` writes these tables, one file each. `communique.tables(corpus)` returns the same rows
in Python. Every table exists, even if it is empty. The order of the columns is fixed.

The last ones are views, for reading: each joins what belongs together, puts names beside ids, and says nothing that the
other tables do not. They are in every format of tables. Their rows are in the order of the announcements, and in
`timeline` of the days.

[Use an export](../how-to/researcher.md) explains how to open the files, how to join the tables, which value to use if
sources disagree, and how to interpret a date, a number or a text."""


def pages() -> Iterator[tuple[str, str]]:
    """The page: path below the documentation folder, and text."""
    yield "reference/tables.md", page(_HEAD, *map(_section, tables_and_views().values()))


def _section(each: Table) -> str:
    rows = [
        (f"`{column.name}`", column.type, "yes" if column.required else "", _meaning(column)) for column in each.columns
    ]
    key = ", ".join(f"`{name}`" for name in each.key)
    found = table(("column", "type", "always given", "meaning"), rows)
    return f"## {each.name}\n\n{each.description} Its key: {key}.\n\n{found}"


def _meaning(column: Column) -> str:
    codes = f" A code of [{column.codelist}](codelists.md#{column.codelist})." if column.codelist else ""
    return column.description + codes
