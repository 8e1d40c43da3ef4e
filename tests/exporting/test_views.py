"""The views: each gives the columns that it promises, and says what the tables say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import communique
from communique import Corpus
from communique.codelists import CODELISTS
from communique.exporting.views import VIEWS

CODES = {each.list_name: {code.value for code in each} for each in CODELISTS}
STORED = {"string": str, "date": str, "integer": int, "boolean": int, "number": float}


@pytest.fixture(scope="module", params=["corpus", "shipped"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    corpus: Corpus = request.getfixturevalue(request.param)
    to: Path = tmp_path_factory.mktemp("views") / "out"
    communique.export(corpus, "sqlite", to)
    with closing(sqlite3.connect(to / "corpus.sqlite")) as found:
        found.row_factory = sqlite3.Row
        yield found


@pytest.fixture(params=VIEWS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_view_has_its_columns_with_their_types(name: str, database: sqlite3.Connection) -> None:
    view, found = VIEWS[name], database.execute(f"SELECT * FROM {name}")
    assert [each[0] for each in found.description] == [column.name for column in view.columns]
    rows = found.fetchall()
    assert rows
    for column in view.columns:
        values = [row[column.name] for row in rows]
        given = [each for each in values if each is not None]
        assert all(isinstance(each, STORED[column.type]) for each in given), column.name
        assert len(given) == len(values) or not column.required, column.name
        if column.type == "date":
            assert all(date.fromisoformat(each) for each in given)
        if column.type == "boolean":
            assert {*given} <= {0, 1}
        if column.codelist:
            assert {*given} <= CODES[column.codelist], column.name


def test_the_key_of_a_view_is_unique_and_what_it_names_is_there(name: str, database: sqlite3.Connection) -> None:
    view = VIEWS[name]
    rows = database.execute(f"SELECT * FROM {name}").fetchall()
    keys = Counter(tuple(row[each] for each in view.key) for row in rows)
    assert max(keys.values()) == 1
    for column in view.columns:
        for target in column.targets:
            known = {row[0] for row in database.execute(f"SELECT {target.column} FROM {target.table}")}
            assert {row[column.name] for row in rows} - {None} <= known, column.name


def test_each_announcement_and_statement_is_there_once(database: sqlite3.Connection) -> None:
    for view, key, table in (("announcements_flat", "id", "announcements"), ("statements_flat", "key", "statements")):
        ids = [row[0] for row in database.execute(f"SELECT {key} FROM {view}")]
        assert sorted(ids) == sorted(row[0] for row in database.execute(f"SELECT {key} FROM {table}"))


def test_a_commitment_without_an_outcome_stays(database: sqlite3.Connection) -> None:
    found = {row[0] for row in database.execute("SELECT commitment FROM commitments_flat")}
    assert found == {row[0] for row in database.execute("SELECT commitment FROM commitments")}


def test_what_is_not_shown_is_in_no_timeline(database: sqlite3.Connection) -> None:
    keys = {row[0] for row in database.execute("SELECT key FROM timeline")}
    for table in ("dates", "measures", "commitments", "outcomes"):
        hidden = {row[0] for row in database.execute(f"SELECT key FROM {table} WHERE NOT shown")}
        assert not keys & hidden, table


def test_an_announcement_is_disputed_if_a_value_of_its_is(database: sqlite3.Connection) -> None:
    disputed = {row[0] for row in database.execute("SELECT id FROM announcements_flat WHERE disputed")}
    expected = set[str]()
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = {row["name"] for row in database.execute(f"PRAGMA table_info({table})")}
        if {"competes", "announcement_id"} <= columns:
            expected |= {row[0] for row in database.execute(f"SELECT announcement_id FROM {table} WHERE competes")}
    inside = (
        "SELECT announcement_id FROM attributes JOIN measures ON measures.key = measure_key WHERE attributes.competes"
    )
    assert disputed == expected | {row[0] for row in database.execute(inside)}


def test_a_view_says_what_its_columns_mean(name: str, database: sqlite3.Connection) -> None:
    (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    assert all(column.description in sql for column in VIEWS[name].columns)
