"""The views: each gives the columns that it promises, and says what the tables say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import Corpus
from communique.codelists import CODELISTS
from communique.exporting.tables import empty_tables
from communique.exporting.views import VIEWS
from communique.models import Announcement
from support.small_corpus import announcement, measure, statement
from support.small_corpus import corpus as small

CODES = {each.list_name: {code.value for code in each} for each in CODELISTS}
VALUES = [name for name, table in empty_tables().items() if "competes" in {column.name for column in table.columns}]
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
            open_ones = f"SELECT announcement_id FROM {table} WHERE competes OR shown AND confidence = 'disputed'"
            expected |= {row[0] for row in database.execute(open_ones)}
    inside = "SELECT announcement_id FROM attributes JOIN measures ON measures.key = measure_key WHERE "
    inside += "attributes.competes OR attributes.shown AND attributes.confidence = 'disputed'"
    assert disputed == expected | {row[0] for row in database.execute(inside)}
    values = {row[0] for row in database.execute("SELECT announcement_id FROM disputes WHERE disputed AND shown")}
    assert values - {None} == disputed


def test_disputes_has_each_value_that_is_contradicted_or_called_disputed(database: sqlite3.Connection) -> None:
    found = {(row["assertion_table"], row["assertion_key"]) for row in database.execute("SELECT * FROM disputes")}
    expected = set[tuple[str, str]]()
    for table in VALUES:
        where = "competes OR contradicting_sources_at_most > 0 OR shown AND confidence = 'disputed'"
        expected |= {(table, row[0]) for row in database.execute(f"SELECT key FROM {table} WHERE {where}")}
    assert found == expected


def test_a_view_says_what_its_columns_mean(name: str, database: sqlite3.Connection) -> None:
    (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    assert all(column.description in sql for column in VIEWS[name].columns)


def rows(name: str, *records: Announcement, **definitions: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in communique.tables(small(*records, **definitions))[name]]


DISPUTED = {"confidence": "disputed"}
REVOKED = {"role": "revoked", "value": "2024-06-12", "scope": {"instrument": "act"}, **DISPUTED}


def test_no_view_says_more_than_a_record_that_calls_a_value_disputed() -> None:
    repealed = measure(action="revoke", stage="repealed", date="2024-06-13", **DISPUTED)
    record = announcement(dates=[{"role": "announced", "value": "2024-06-13"}, REVOKED], measures=[repealed])
    found = [(row["event"], row["confidence"], row["disputed"], row["competes"]) for row in rows("timeline", record)]
    assert found == [
        ("revoked", "disputed", True, False),
        ("announced", None, False, False),
        ("revoke", "disputed", True, False),
    ]
    (flat,) = rows("announcements_flat", record)
    assert (flat["disputed"], flat["stages"]) == (True, "Example Act: revoke, repealed (disputed)")
    assert [row["value"] for row in rows("disputes", record)] == [
        "role: revoked; scope_instrument_id: act; value: 2024-06-12",
        "instrument_id: act; action: revoke; date: 2024-06-13; stage: repealed; modality: asserted",
    ]


@pytest.mark.parametrize(
    ("types", "roles", "expected"),
    [
        (["meeting_outcome"], ["adopter p", "chair q"], "Bo Example (chair); Ada Example (adopter)"),
        (["legislative_act"], ["chair p", "adopter q"], "Bo Example (adopter); Ada Example (chair)"),
        (["treaty"], ["signatory p", "depositary q"], "Bo Example (depositary); Ada Example (signatory)"),
        (["report"], ["author p", "mentioned q"], "Ada Example (author)"),
        (["speech"], ["speaker p", "critic q"], None),
    ],
)
def test_the_main_actor_stands_first_and_each_has_its_role(
    types: list[str], roles: list[str], expected: str | None
) -> None:
    given = [dict(zip(("role", "actor"), each.split(), strict=True)) for each in roles]
    (row,) = rows("announcements_flat", announcement(types=types, roles=given))
    first = (expected or "").partition(";")[0]
    assert row["actors"] == expected
    assert (f"{row['actor']} ({row['actor_role']})" if row["actor"] else "") == first


def test_a_statement_has_its_own_day_and_event_or_those_of_its_announcement() -> None:
    own = statement(date="2024-06-14", occasion="hall", **DISPUTED)
    occasions = [{"id": each, "name": {"en": each}} for each in ("fair", "hall")]
    found = rows(
        "statements_flat",
        announcement(occasion="fair", statements=[own, statement("So.")]),
        announcement("b", statements=[statement("Or so.")]),
        occasions=occasions,
    )
    names = ("day", "day_basis", "occasion", "occasion_basis", "confidence", "disputed")
    assert [tuple(row[name] for name in names) for row in found] == [
        ("2024-06-14", "statement", "hall", "statement", "disputed", True),
        ("2024-06-13", "announcement", "fair", "announcement", None, False),
        ("2024-06-13", "announcement", None, None, None, False),
    ]


def test_a_commitment_and_its_outcome_have_their_own_sources_and_confidence() -> None:
    promise = {"id": "plan", "kind": "promise", "by": ["p"], "text": {"en": "Write."}, "evidence": ["s"]}
    presumed = [{"source": "s", "support": "presumed"}]
    met = {"commitment": "a#plan", "state": "met", "confidence": "likely", "evidence": presumed}
    (row,) = rows("commitments_flat", announcement(commitments=[promise]), announcement("b", outcomes=[met]))
    assert (row["commitment_sources_at_least"], row["commitment_sources_at_most"], row["confidence"]) == (1, 1, None)
    assert (row["outcome_sources_at_most"], row["outcome_confidence"], row["outcome_disputed"]) == (0, "likely", False)
