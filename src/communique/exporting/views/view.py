"""The type of a view, and its columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..tables import Column, Table, columns


@dataclass(frozen=True, eq=False, repr=False)
class View(Table):
    """A table whose rows are the result of a query over the others, in the SQL of SQLite.

    The query gives the columns in their order, and the rows in an order that depends on nothing but their values.
    """

    query: str = field(kw_only=True)

    @property
    def description(self) -> str:
        """What it is, and that it says nothing new."""
        return f"A view, made of other tables. {super().description}"


def taken(table: str, column: str, name: str = "", *, required: bool | None = None) -> Column:
    """A column of a table, as it is in a view.

    It may have another ``name``, and be empty in some rows of the view although it is ``required`` in the table.
    """
    (found,) = (each for each in columns(table) if each.name == column)
    return found._replace(name=name or column, required=found.required if required is None else required)
