"""Frames of pandas, polars and Arrow, and Parquet files: types, missing values, and nothing else than the tables."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import communique
from communique import Corpus, Table
from communique.exporting import arrow_groups, table_feed

PANDAS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}
POLARS = {
    "string": polars.String,
    "integer": polars.Int64,
    "number": polars.Float64,
    "boolean": polars.Boolean,
    "date": polars.Date,
}
ARROW = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


@pytest.fixture(scope="module")
def tables(corpus: Corpus) -> dict[str, Table]:
    return communique.tables(corpus)


@pytest.fixture(scope="module")
def parquet(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("parquet") / "out"
    communique.export(corpus, "parquet", to)
    return to / "parquet"


def plain(table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in table]


def test_pandas_has_the_types_of_the_columns_and_the_same_values(tables: dict[str, Table]) -> None:
    for table in tables.values():
        frame = table.to_pandas()
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
            column.name: PANDAS[column.type] for column in table.columns
        }, table.name
        back = [
            {name: _python(value) for name, value in row.items()} for row in frame.astype(object).to_dict("records")
        ]
        assert back == plain(table), table.name


def _python(value: Any) -> Any:
    if value is pandas.NaT or value is pandas.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.date() if isinstance(value, pandas.Timestamp) else value


def test_polars_has_the_types_of_the_columns_and_the_same_values(tables: dict[str, Table]) -> None:
    for table in tables.values():
        frame = table.to_polars()
        assert dict(frame.schema) == {column.name: POLARS[column.type] for column in table.columns}
        assert frame.to_dicts() == plain(table), table.name


def test_arrow_has_the_types_and_the_meaning_of_the_columns_and_the_same_values(tables: dict[str, Table]) -> None:
    for table in tables.values():
        found = table.to_arrow()
        assert {field.name: str(field.type) for field in found.schema} == {
            column.name: ARROW[column.type] for column in table.columns
        }
        assert found.to_pylist() == plain(table), table.name
        meanings = [field.metadata[b"description"].decode() for field in found.schema]
        assert meanings == [column.description for column in table.columns]
        assert [field.nullable for field in found.schema] == [not column.required for column in table.columns]


def test_an_empty_table_has_its_columns() -> None:
    table = Table("empty", "one thing", communique.tables(communique.Corpus(()))["votes"].columns)
    for frame in (table.to_pandas(), table.to_polars(), table.to_arrow().to_pandas()):
        assert list(frame.columns) == [column.name for column in table.columns] and len(frame) == 0


def test_a_day_that_is_far_away_stays() -> None:
    column = communique.Column("day", "date", "A day.")
    table = Table("days", "one day", (column,)).filled([[date(1, 1, 1)], [date(9999, 12, 31)], [None]])
    assert table.to_polars()["day"].to_list() == table.to_arrow()["day"].to_pylist() == [row["day"] for row in table]
    assert [None if pandas.isna(each) else each.date() for each in table.to_pandas()["day"]] == [
        row["day"] for row in table
    ]


def test_parquet_is_read_by_pyarrow_as_written(parquet: Path, tables: dict[str, Table]) -> None:
    assert {path.stem for path in parquet.iterdir()} == tables.keys()
    for name, table in tables.items():
        found = pyarrow.parquet.read_table(parquet / f"{name}.parquet")
        assert found.to_pylist() == plain(table), name
        assert found.schema.equals(table.to_arrow().schema, check_metadata=True)


def test_parquet_is_read_by_duckdb_and_polars(parquet: Path, tables: dict[str, Table]) -> None:
    for name, table in tables.items():
        found = duckdb.sql(f"SELECT * FROM '{parquet / name}.parquet'")
        assert found is not None
        assert [str(kind) for kind in found.types] == [DUCKDB[column.type] for column in table.columns]
        assert found.fetchall() == [tuple(row.values()) for row in table], name
        assert polars.read_parquet(parquet / f"{name}.parquet").to_dicts() == plain(table)


def test_parquet_is_compressed_and_written_twice_the_same(corpus: Corpus, parquet: Path, tmp_path: Path) -> None:
    described = pyarrow.parquet.read_metadata(parquet / "dates.parquet")
    assert described.row_group(0).column(0).compression == "ZSTD"
    communique.export(corpus, "parquet", tmp_path / "again")
    for path in parquet.iterdir():
        assert (tmp_path / "again" / "parquet" / path.name).read_bytes() == path.read_bytes()


def test_many_rows_are_written_in_groups(
    corpus: Corpus, tables: dict[str, Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_feed, "BATCH", 10)
    monkeypatch.setattr(arrow_groups, "BYTES_OF_A_GROUP", 1000)
    communique.export(corpus, "parquet", tmp_path / "out")
    path = tmp_path / "out" / "parquet" / "evidence.parquet"
    assert pyarrow.parquet.read_metadata(path).num_row_groups > 2
    assert pyarrow.parquet.read_table(path).to_pylist() == plain(tables["evidence"])
