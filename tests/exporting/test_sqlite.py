"""The SQLite database: read by Python's sqlite3 and by DuckDB, which know nothing of ours."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas
import pytest

import communique
from communique import Corpus, Table
from communique.corpus.corpus import Entry
from communique.exporting import ExportError
from communique.exporting.tables import empty_tables
from support.command_line import Run
from support.written_corpus import with_subjects

NAUGHTY = ['=HYPERLINK("http://x")', "007", "1.10", "NULL", "'; DROP TABLE dates;--", "organización", "中国", "a\tb"]


@pytest.fixture(scope="module")
def file(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("sqlite") / "out"
    assert communique.export(corpus, "sqlite", to) == ["corpus.sqlite"]
    return to / "corpus.sqlite"


@pytest.fixture
def database(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as found:
        yield found


def test_it_is_sound_and_every_foreign_key_holds(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = [database.execute("SELECT count(*) FROM pragma_foreign_key_list(?)", (name,)) for name in empty_tables()]
    assert sum(each.fetchone()[0] for each in keys) > 60


def test_it_has_the_rows_of_the_tables_with_their_types(corpus: Corpus, database: sqlite3.Connection) -> None:
    for name, table in communique.tables(corpus).items():
        rows = database.execute(f'SELECT * FROM "{name}"')
        assert [each[0] for each in rows.description] == [each.name for each in table.columns]
        assert sorted(map(repr, rows.fetchall())) == sorted(map(repr, _as_stored(table))), name


def _as_stored(table: Table) -> list[tuple[object, ...]]:
    """A number is always stored with a fraction, a boolean as 0 or 1, and a date as text."""
    stored: dict[str, Callable[[Any], object]] = {"number": float, "boolean": int, "date": str}
    kinds = [stored.get(column.type, _same) for column in table.columns]
    return [
        tuple(None if each is None else kind(each) for kind, each in zip(kinds, row.values(), strict=True))
        for row in table
    ]


def _same(value: Any) -> object:
    return value


def test_a_boolean_can_be_a_condition_and_what_is_missing_is_null(database: sqlite3.Connection) -> None:
    (shown,) = database.execute("SELECT count(*) FROM dates WHERE shown").fetchone()
    (all_of_them,) = database.execute("SELECT count(*) FROM dates").fetchone()
    assert 0 < shown < all_of_them
    assert database.execute("SELECT count(*) FROM dates WHERE as_stated = ''").fetchone() == (0,)
    assert database.execute("SELECT count(*) FROM dates WHERE as_stated IS NULL").fetchone()[0] > 0


def test_words_are_found_without_their_accents(database: sqlite3.Connection) -> None:
    query = "SELECT parent_table, parent_key FROM search WHERE search MATCH ?"
    assert ("announcements", "cn-waico-proposal-2025") in database.execute(query, ("cooperation",)).fetchall()


def test_the_schema_says_what_a_column_means(database: sqlite3.Connection) -> None:
    for name, table in empty_tables().items():
        (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        assert all(column.description in sql for column in table.columns)


def test_pandas_reads_it(file: Path, corpus: Corpus) -> None:
    with closing(sqlite3.connect(file)) as database:
        frame = pandas.read_sql_query("SELECT * FROM quantities", database)
    assert frame["value"].tolist() == [row["value"] for row in communique.tables(corpus)["quantities"]]


def test_texts_stay_as_they_are(tmp_path: Path) -> None:
    communique.export(communique.load(with_subjects(tmp_path / "in", NAUGHTY)), "sqlite", tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / "corpus.sqlite")) as database:
        found = {each for (each,) in database.execute("SELECT subject FROM quantities")}
    assert found == set(NAUGHTY)


def test_two_exports_are_the_same_bytes(corpus: Corpus, file: Path, tmp_path: Path) -> None:
    communique.export(corpus, "sqlite", tmp_path / "again")
    assert (tmp_path / "again" / "corpus.sqlite").read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("format", "full", "failure"),
    [
        ("sqlite", "corpus.sqlite", "cannot make the SQLite database"),
        ("csv", "", "cannot write to the folder of temporary files"),
    ],
)
def test_no_room_is_told(
    format: str, full: str, failure: str, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def small(path: str, **more: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = real(path, **more)
        if Path(path).name == full:
            database.execute("PRAGMA max_page_count = 20")
        return database

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(ExportError, match=f"{failure}: database or disk is full"):
        communique.export(corpus, format, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("format", ["sqlite", "duckdb"])
def test_an_assertion_that_is_given_twice_by_an_exception_is_told(format: str, corpus_copy: Path, run: Run) -> None:
    path = corpus_copy / "2026" / "example-bill-2026.yaml"
    line = "- {role: delivered, value: '2026-03-03', time_zone: Asia/Tokyo, evidence: [example-gazette-copy]}\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(line, line * 2), encoding="utf-8")
    exception = '[[exceptions]]\nrecord = "example-bill-2026"\ncode = "CQ306"\nreason = "r"\nexpires = 2999-12-31\n'
    (corpus_copy / "communique.toml").write_text(exception, encoding="utf-8")
    assert line in text and run("validate", ".", cwd=corpus_copy).returncode == 0
    done = run("export", ".", "--format", format, "--to", "out", cwd=corpus_copy)
    assert done.returncode == 2 and "an assertion is given twice (CQ306)" in done.stderr and not done.stdout


def test_csv_has_an_assertion_that_is_given_twice_as_often(corpus: Corpus, tmp_path: Path) -> None:
    record = corpus.announcements["example-bill-2026"]
    twice = record.model_copy(update={"statements": record.statements * 2})
    others = [each for each in corpus.entries if each.record is not record]
    communique.export(Corpus((*others, Entry("twice.yaml", twice))), "csv", tmp_path / "out")
    for name in ("statements", "statements_flat"):
        with (tmp_path / "out" / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            keys = Counter(row["key"] for row in csv.DictReader(file) if row["announcement_id"] == record.id)
        assert {*keys.values()} == {2}, name
