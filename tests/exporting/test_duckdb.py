"""The DuckDB database, read by DuckDB itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

import communique
from communique import Corpus, ExportError
from communique.exporting import arrow_groups, table_feed
from communique.exporting.views import tables_and_views


@pytest.fixture(scope="module")
def file(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("duckdb") / "out"
    assert communique.export(corpus, "duckdb", to) == ["corpus.duckdb"]
    return to / "corpus.duckdb"


@pytest.fixture(scope="module")
def database(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(str(file), read_only=True)) as found:
        yield found


def test_it_has_the_rows_of_the_tables(corpus: Corpus, database: duckdb.DuckDBPyConnection) -> None:
    for name, table in communique.tables(corpus).items():
        read = database.execute(f'SELECT * FROM "{name}"')
        assert [each[0] for each in read.description or ()] == [each.name for each in table.columns]
        assert sorted(map(repr, read.fetchall())) == sorted(repr(tuple(each)) for each in _stored(table)), name


def _stored(table: communique.Table) -> Iterator[list[Any]]:
    """The rows; in a column of numbers, all are stored with a fraction."""
    numbers = {column.name for column in table.columns if column.type == "number"}
    for row in table:
        yield [float(value) if name in numbers and isinstance(value, int) else value for name, value in row.items()]


def test_columns_have_their_types_and_meanings(database: duckdb.DuckDBPyConnection) -> None:
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    query = "SELECT column_name, data_type, NOT is_nullable, comment FROM duckdb_columns() WHERE table_name = ?"
    for name, table in tables_and_views().items():
        found = database.execute(query, [name]).fetchall()
        expected = [(each.name, types[each.type], each.required) for each in table.columns]
        assert sorted(each[:3] for each in found) == sorted(expected)
        meanings = {column: comment for column, _, _, comment in found}
        assert all(meanings[each.name].startswith(each.description) for each in table.columns)
        (counts,) = database.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [name]).fetchall()
        assert counts == (table.description,)


def test_a_row_has_a_key_and_the_comment_names_what_it_refers_to(database: duckdb.DuckDBPyConnection) -> None:
    found = "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    keys = {name: tuple(columns) for name, columns in database.execute(found).fetchall()}
    assert keys == {name: table.key for name, table in tables_and_views().items()}
    query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'dates' AND column_name = 'announcement_id'"
    assert database.execute(query).fetchall()[0][0].endswith("Refers to announcements.id.")


def test_a_condition_and_a_day_need_no_conversion(database: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT value_earliest FROM dates WHERE shown AND value_earliest >= DATE '2025-07-26' ORDER BY ALL LIMIT 1"
    assert database.execute(query).fetchall() == [(date(2025, 7, 26),)]


def test_two_exports_are_the_same_bytes(corpus: Corpus, file: Path, tmp_path: Path) -> None:
    communique.export(corpus, "duckdb", tmp_path / "again")
    assert (tmp_path / "again" / "corpus.duckdb").read_bytes() == file.read_bytes()


def test_many_rows_are_inserted_in_batches(
    corpus: Corpus, database: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_feed, "BATCH", 7)
    monkeypatch.setattr(arrow_groups, "BYTES_OF_A_GROUP", 1000)
    communique.export(corpus, "duckdb", tmp_path / "out")
    with closing(duckdb.connect(str(tmp_path / "out" / "corpus.duckdb"), read_only=True)) as small:
        query = "SELECT * FROM texts ORDER BY ALL"
        assert small.execute(query).fetchall() == database.execute(query).fetchall()


@pytest.mark.parametrize("missing", ["duckdb", "pyarrow"])
def test_the_missing_library_is_named(
    missing: str, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ExportError, match=r"pip install 'communique\[duckdb\]'"):
        communique.export(corpus, "duckdb", tmp_path / "out")
    assert not (tmp_path / "out").exists()
