"""What Datasette says of a database beside its rows: https://docs.datasette.io/en/stable/metadata.html."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from html import escape
from pathlib import Path
from typing import Any

from ..exporting.metadata.description import licence_page
from ..exporting.tables import Column, Table
from ..exporting.views import VIEWS, tables_and_views
from .questions import QUESTIONS, SEARCH

_LABELS = ("name", "title", "text", "value")
_MOST_FACETS = 4
_ABOUT = """
SELECT title, trim(coalesce(description, '') || ' ' || coalesce(coverage_note, '')) AS description,
licence, url AS source_url, (SELECT group_concat(name, ', ') FROM creators) AS source FROM datasets
"""


def metadata(database: Path) -> dict[str, Any]:
    """The metadata for this file. What the dataset record does not say is left out; so is all of other tables.

    Raises ``sqlite3.Error`` if it is no database that ``communique export`` has written.
    """
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as found:
        about = _about(found)
        names = {name: _columns(found, name) for (name,) in found.execute("SELECT name FROM sqlite_master")}
    described = {name: _table(each, names[name]) for name, each in tables_and_views().items() if name in names}
    queries = {each.name: {"title": each.title, "sql": each.sql} for each in (SEARCH, *QUESTIONS)}
    hidden = {name: {"hidden": True} for name in names if name.startswith("sqlite_")}
    begin = _begin(database.stem, [view for name, view in VIEWS.items() if name in names])
    inside = {"description_html": begin, "tables": {**described, **hidden}, "queries": queries}
    front = f"<p>{escape(about.pop('description', ''))}</p>{begin}"
    return {**about, "description_html": front, "databases": {database.stem: inside}}


def _begin(database: str, views: Iterable[Table]) -> str:
    """Links to the views and questions, in HTML: Datasette itself names them after everything else, or not at all."""
    from datasette.utils import tilde_encode

    path = f"/{tilde_encode(database)}"
    items = [f'<li><a href="{path}/{view.name}">{view.name}</a>: a row is {escape(view.counts)}</li>' for view in views]
    asked = f'<li><a href="{path}#queries">Questions</a>, and a search in all texts</li>'
    return f"<p>Tables for reading, to begin with:</p><ul>{''.join([*items, asked])}</ul>"


def _about(database: sqlite3.Connection) -> dict[str, str]:
    """What the dataset record says; nothing if there is none, or more than one."""
    found = database.execute(_ABOUT)
    rows = [dict(zip([each[0] for each in found.description], row, strict=True)) for row in found]
    if len(rows) != 1:
        return {}
    licence = rows[0].pop("licence")
    said = {**rows[0], "license": licence, "license_url": licence_page(licence)}
    return {name: value for name, value in said.items() if value}


def _columns(database: sqlite3.Connection, name: str) -> set[str]:
    return {column for (column,) in database.execute("SELECT name FROM pragma_table_info(?)", [name])}


def _table(table: Table, names: Iterable[str]) -> dict[str, Any]:
    columns = {column.name: column for column in table.columns if column.name in names}
    label = next((name for name in _LABELS if name in columns), None)
    return {
        "description": f"A row is {table.counts}.",
        "columns": {name: column.description for name, column in columns.items()},
        "facets": [name for name, column in columns.items() if _has_few_values(column)][:_MOST_FACETS],
        **({"label_column": label} if label else {}),
    }


def _has_few_values(column: Column) -> bool:
    return bool(column.codelist) or column.name.endswith("country")
