"""The type of a view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..tables import Column


@dataclass(frozen=True)
class View:
    """A view: its name, what one row is, its columns with their meaning, and the query in the SQL of SQLite.

    The query gives the columns in this order. No two rows have the same values in the columns of the ``key``.
    """

    name: str
    counts: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    query: Callable[[], str]
