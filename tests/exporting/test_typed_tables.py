"""Tables for a notebook: typed, built once, the same for every caller."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import Any

import duckdb
import pandas
import polars
import pytest

import communique
from communique import Corpus
from communique.exporting.corpus_tables import build
from support.exported_table import csv_text
from support.folders import CORPUS

PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "date": (date,),
}


def test_every_value_has_the_type_of_its_column(corpus: Corpus) -> None:
    seen = set()
    for table in communique.tables(corpus).values():
        for column in table.columns:
            values = [row[column.name] for row in table if row[column.name] is not None]
            assert all(type(value) in PYTHON[column.type] for value in values), (table.name, column.name)
            seen |= {column.type} if values else set()
    assert seen == set(PYTHON)


def test_values_stand_in_the_order_of_the_columns(corpus: Corpus) -> None:
    for table in communique.tables(corpus).values():
        names = [column.name for column in table.columns]
        assert all(list(row) == names for row in table), table.name


def test_tables_are_built_once_for_each_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []

    def counting(corpus: Corpus) -> Any:
        built.append(len(built))
        return build(corpus)

    monkeypatch.setattr("communique.exporting.corpus_tables.build", counting)
    one, other = communique.load(CORPUS), communique.load(CORPUS)
    assert communique.tables(one)["dates"] is communique.tables(one)["dates"]
    assert len(built) == 1
    communique.tables(other)
    assert len(built) == 2


def test_no_caller_can_change_what_the_next_one_gets(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    row: Any = tables["dates"][0]
    before = dict(row)
    with pytest.raises(TypeError):
        row["role"] = "other"
    with pytest.raises(TypeError):
        row.update(role="other")
    with pytest.raises(TypeError):
        row |= {"role": "other"}
    with pytest.raises(TypeError):
        del row["role"]
    with pytest.raises(TypeError):
        row.pop("role")
    tables.clear()
    dict(row)["role"] = "other"
    assert communique.tables(corpus)["dates"][0] == before


def test_rows_can_be_copied_and_sent_to_another_process(corpus: Corpus) -> None:
    row = communique.tables(corpus)["dates"][0]
    assert copy.deepcopy(row) == pickle.loads(pickle.dumps(row)) == row


def test_a_table_is_a_sequence(corpus: Corpus) -> None:
    table = communique.tables(corpus)["dates"]
    assert len(table) == len(list(table)) == len(table.rows) > 3
    assert list(table[1:4]) == [table[1], table[2], table[3]] and table[-1] == table[len(table) - 1]
    assert f"{len(table)} rows" in repr(table) and len(repr(table)) < 100


def test_pandas_takes_a_table_with_its_types(corpus: Corpus) -> None:
    tables = communique.tables(corpus)
    frame = pandas.DataFrame(tables["dates"])
    assert list(frame.columns) == [column.name for column in tables["dates"].columns]
    assert frame.shown.dtype == bool
    assert pandas.api.types.is_integer_dtype(frame.sources_at_most)
    assert frame[frame.value_earliest > date(2025, 7, 1)].value_earliest.tolist()[0] == date(2025, 7, 26)
    numbers = pandas.DataFrame(tables["quantities"]).value
    assert pandas.api.types.is_numeric_dtype(numbers) and 3000 in numbers.tolist()


def test_duckdb_reads_the_types_from_the_frame(corpus: Corpus) -> None:
    frame = pandas.DataFrame(communique.tables(corpus)["dates"])
    read = duckdb.from_df(frame)
    types = dict(zip(read.columns, map(str, read.types), strict=True))
    assert types["value_earliest"] == "DATE" and types["shown"] == "BOOLEAN"
    assert read.filter("shown").aggregate("min(value_earliest)").fetchall() == [(date(2025, 7, 26),)]


def test_polars_takes_a_table_with_its_types(corpus: Corpus) -> None:
    frame = polars.DataFrame(communique.tables(corpus)["dates"])
    assert frame.schema["value_earliest"] == polars.Date and frame.schema["shown"] == polars.Boolean
    assert frame.schema["sources_at_most"] == polars.Int64


def test_csv_says_what_the_table_holds(corpus: Corpus) -> None:
    table = communique.tables(corpus)["dates"]
    assert csv_text(table).count("\r\n") == len(table) + 1
    assert ",2025-07-26," in csv_text(table)
