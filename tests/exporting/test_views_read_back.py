"""Views in every format of tables: read by a program that is not ours, they have the rows of the view in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas
import polars
import pyarrow.parquet
import pytest

import communique
from communique import Corpus
from communique.exporting.views import VIEWS, View

Rows = list[tuple[Any, ...]]
FORMATS = ("csv", "jsonl", "parquet", "xlsx", "sqlite", "duckdb", "metadata")


@pytest.fixture(scope="module")
def export(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("views") / "out"
    communique.export(corpus, FORMATS, to)
    return to


@pytest.fixture(scope="module")
def expected(export: Path) -> Mapping[str, Rows]:
    """The rows that SQLite itself finds, with values of the types of their columns."""
    with closing(sqlite3.connect(export / "corpus.sqlite")) as database:
        return {
            name: [_typed(view, row) for row in database.execute(f"SELECT * FROM {name}")]
            for name, view in VIEWS.items()
        }


def _typed(view: View, row: tuple[Any, ...]) -> tuple[Any, ...]:
    read: dict[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "boolean": bool}
    return tuple(
        read[column.type](value) if value is not None and column.type in read else value
        for column, value in zip(view.columns, row, strict=True)
    )


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> View:
    return VIEWS[str(request.param)]


def test_json_lines_have_every_column(view: View, export: Path, expected: Mapping[str, Rows]) -> None:
    lines = (export / "jsonl" / f"{view.name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert all([*row] == [column.name for column in view.columns] for row in rows)
    dates = {column.name for column in view.columns if column.type == "date"}
    assert [
        tuple(date.fromisoformat(value) if value and name in dates else value for name, value in row.items())
        for row in rows
    ] == expected[view.name]


def test_csv_is_read_by_pandas(view: View, export: Path, expected: Mapping[str, Rows]) -> None:
    dates = [column.name for column in view.columns if column.type == "date"]
    types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    read = pandas.read_csv(
        export / "csv" / f"{view.name}.csv",
        dtype={column.name: types[column.type] for column in view.columns if column.type in types},
        keep_default_na=False,
        na_values=[""],
        parse_dates=dates,
    )
    assert [*_plain(read)] == expected[view.name]


def test_parquet_is_read_by_pyarrow(view: View, export: Path, expected: Mapping[str, Rows]) -> None:
    read = pyarrow.parquet.read_table(export / "parquet" / f"{view.name}.parquet")
    assert read.column_names == [column.name for column in view.columns]
    assert [tuple(row.values()) for row in read.to_pylist()] == expected[view.name]
    assert read.schema.metadata[b"description"].decode() == view.description


def test_xlsx_is_read_by_openpyxl(export: Path, expected: Mapping[str, Rows]) -> None:
    with closing(openpyxl.load_workbook(export / "corpus.xlsx", read_only=True)) as book:
        for name, rows in expected.items():
            _, *read = book[name].iter_rows(values_only=True)
            days = [tuple(each.date() if isinstance(each, datetime) else each for each in row) for row in read]
            assert days == rows, name


def test_duckdb_has_the_rows(view: View, export: Path, expected: Mapping[str, Rows]) -> None:
    with duckdb.connect(str(export / "corpus.duckdb"), read_only=True) as database:
        assert database.execute(f"SELECT * FROM {view.name}").fetchall() == expected[view.name]


def test_the_tables_of_a_corpus_have_the_rows(view: View, corpus: Corpus, expected: Mapping[str, Rows]) -> None:
    table = communique.tables(corpus)[view.name]
    assert [tuple(row.values()) for row in table] == expected[view.name]
    assert table.to_polars().rows() == expected[view.name]
    assert table.to_arrow().to_pylist() == [dict(row) for row in table]
    assert [*_plain(table.to_pandas())] == expected[view.name]
    (first, *_) = (column.name for column in view.columns if column.name.endswith("sources_at_least"))
    assert table.to_polars().schema[first] == polars.Int64


def _plain(frame: pandas.DataFrame) -> Iterator[tuple[Any, ...]]:
    for row in frame.astype(object).itertuples(index=False):
        yield tuple(
            None if pandas.isna(each) else each.date() if isinstance(each, pandas.Timestamp) else each for each in row
        )


def test_the_rows_have_the_order_that_is_documented(expected: Mapping[str, Rows]) -> None:
    places = {name: {column.name: at for at, column in enumerate(view.columns)} for name, view in VIEWS.items()}
    for name in ("announcements_flat", "statements_flat", "commitments_flat"):
        at = places[name].get("announcement_id", 0)
        owners = [row[at] for row in expected[name]]
        assert owners == sorted(owners), name
    day, other = places["timeline"]["day_earliest"], places["timeline"]["day_latest"]
    days = [row[day] or row[other] for row in expected["timeline"]]
    assert None not in days and days == sorted(days)


def test_the_metadata_describe_each_view_and_its_references(view: View, export: Path) -> None:
    package = json.loads((export / "datapackage.json").read_text(encoding="utf-8"))
    (found,) = (each for each in package["resources"] if each["name"] == view.name)
    assert found["path"] == f"csv/{view.name}.csv" and found["description"] == view.description
    assert [each["name"] for each in found["schema"]["fields"]] == [column.name for column in view.columns]
    named = {(each["fields"][0], each["reference"]["resource"]) for each in found["schema"]["foreignKeys"]}
    assert named == {(column.name, target.table) for column in view.columns for target in column.foreign_key}
    web = json.loads((export / "csv" / "csv-metadata.json").read_text(encoding="utf-8"))
    assert f"{view.name}.csv" in [each["url"] for each in web["tables"]]
    croissant = json.loads((export / "croissant.json").read_text(encoding="utf-8"))
    assert view.name in [each["name"] for each in croissant["recordSet"]]


def test_the_sources_of_an_announcement_are_those_of_its_day(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    dates = {row["key"]: row for row in tables["dates"]}
    keys = {row["id"]: row["day_key"] for row in tables["announcements"]}
    checked = 0
    for row in tables["announcements_flat"]:
        if date_row := dates.get(keys[row["id"]]):
            for end in ("sources_at_least", "sources_at_most"):
                assert row[end] == date_row[end]
            checked += 1
    assert checked > 1
