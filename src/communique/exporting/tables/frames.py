"""A table as a frame of pandas, of polars or of Arrow, with the types of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .table import Column, ColumnType, Table

_PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}


def to_pandas(table: Table) -> pandas.DataFrame:
    """A frame in which a missing value is NA, and NaT in a column of dates."""
    import pandas

    columns = {
        column.name: pandas.Series(_values(table, column), dtype=_PANDAS[column.type]) for column in table.columns
    }
    return pandas.DataFrame(columns)


def to_polars(table: Table) -> polars.DataFrame:
    """A frame in which a missing value is null."""
    import polars

    types = {
        "string": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
        "date": polars.Date,
    }
    schema = {column.name: types[column.type]() for column in table.columns}
    return polars.DataFrame({column.name: _values(table, column) for column in table.columns}, schema=schema)


def to_arrow(table: Table) -> pyarrow.Table:
    """A table of Arrow, whose fields have the descriptions of the columns as metadata."""
    return arrow_rows(table, [[*row.values()] for row in table])


def arrow_rows(table: Table, rows: Sequence[Sequence[Any]]) -> pyarrow.Table:
    """The same of rows that are not in the table; each has a value for every column, in their order."""
    import pyarrow

    schema = arrow_schema(table)
    values = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    arrays = [
        pyarrow.array(_typed(each, column.type), type=field.type)
        for each, column, field in zip(values, table.columns, schema, strict=True)
    ]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def arrow_schema(table: Table) -> pyarrow.Schema:
    """The names, types and descriptions of the columns."""
    import pyarrow

    types: Mapping[str, Callable[[], pyarrow.DataType]] = {
        "string": pyarrow.string,
        "integer": pyarrow.int64,
        "number": pyarrow.float64,
        "boolean": pyarrow.bool_,
        "date": pyarrow.date32,
    }
    fields = []
    for column in table.columns:
        about = {"description": column.description}
        fields.append(pyarrow.field(column.name, types[column.type](), nullable=not column.required, metadata=about))
    return pyarrow.schema(fields, metadata={"description": table.description})


def _values(table: Table, column: Column) -> list[Any]:
    return _typed((row[column.name] for row in table), column.type)


def _typed(values: Iterable[Any], type: ColumnType) -> list[Any]:
    """The values of a column; every number has a fraction."""
    if type == "number":
        return [None if each is None else float(each) for each in values]
    return [*values]
