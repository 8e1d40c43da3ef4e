"""A table: immutable rows of one kind, and the meaning of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, Self, overload

from ...text.inflection import counted

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Value = str | int | float | bool | date | None
ColumnType = Literal["string", "integer", "number", "boolean", "date"]


class Target(NamedTuple):
    """A column of a table that has a value only once: an id or a key."""

    table: str
    column: str


class Column(NamedTuple):
    """A column: its name, the type of its values, and their meaning.

    Each value is found in one of the ``targets``; with only one target, this is a foreign key. Or it is a code of the
    ``codelist`` with this name. A ``required`` column has a value in every row.

    In Python, the values of a string column are ``str``, of an integer column ``int``, of a number column ``int`` or
    ``float`` as in the record, of a boolean column ``bool``, and of a date column ``datetime.date``. A missing value
    is None in any column.
    """

    name: str
    type: ColumnType
    description: str
    targets: tuple[Target, ...] = ()
    codelist: str = ""
    required: bool = False

    @property
    def foreign_key(self) -> tuple[Target, ...]:
        """The column in which each value is found, if it always is the same one; otherwise none."""
        return self.targets if len(self.targets) == 1 else ()


class Row(dict[str, Value]):
    """The values of a row by column. Rows are shared, so they cannot be changed; ``dict(row)`` is a copy."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("the row of a table cannot be changed; change a copy, dict(row)")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, Value]]]:
        return type(self), (dict(self),)


@dataclass(frozen=True, eq=False, repr=False)
class Table(Sequence[Mapping[str, Value]]):
    """A sequence of rows. ``counts`` describes one row. ``columns`` have the order of the values in each row.

    No two rows have the same values in the columns of the ``key``.
    """

    name: str
    counts: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Value]] = ()
    key: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """What it is, in a sentence."""
        return f"A row is {self.counts}."

    def filled(self, rows: Iterable[Sequence[Value]]) -> Table:
        """The table with these rows, each of which has a value for every column, in their order."""
        names = [column.name for column in self.columns]
        return replace(self, rows=tuple(Row(zip(names, row, strict=True)) for row in rows))

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of pandas with nullable types: a missing value is NA, and NaT in a column of dates."""
        from .frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """A frame of polars: a missing value is null."""
        from .frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """A table of Arrow, whose fields have the descriptions of the columns as metadata."""
        from .frames import to_arrow

        return to_arrow(self)

    @overload
    def __getitem__(self, at: int) -> Mapping[str, Value]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Mapping[str, Value]]: ...

    def __getitem__(self, at: int | slice) -> Mapping[str, Value] | Sequence[Mapping[str, Value]]:
        return self.rows[at]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"Table({self.name}: {counted(len(self), 'row')}, {counted(len(self.columns), 'column')})"
