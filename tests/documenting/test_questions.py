"""The page with questions in SQL: the answers are those of the shipped records, and the queries are short."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import duckdb

import communique
from communique import Corpus
from communique.serving import QUESTIONS
from support.answers import PAGE, answered, titles


def test_the_answers_are_those_of_the_shipped_records(shipped: Corpus, tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    communique.export(shipped, "sqlite", tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / "corpus.sqlite")) as database:
        assert answered(page, database) == page, "python tests/support/answers.py writes the answers anew"


def test_duckdb_gives_the_same_answers(shipped: Corpus, tmp_path: Path) -> None:
    communique.export(shipped, ["sqlite", "duckdb"], tmp_path / "out")
    with (
        closing(sqlite3.connect(tmp_path / "out" / "corpus.sqlite")) as written,
        duckdb.connect(str(tmp_path / "out" / "corpus.duckdb"), read_only=True) as database,
    ):
        for question in QUESTIONS:
            expected = _sorted(written.execute(question.sql).fetchall())
            assert expected and _sorted(database.execute(question.sql).fetchall()) == expected, question.title


def _sorted(rows: Iterable[Iterable[object]]) -> list[str]:
    """The rows in an order of their own, as equal ones have none. SQLite has numbers as booleans."""
    return sorted(str([int(value) if isinstance(value, bool) else value for value in row]) for row in rows)


def test_there_are_ten_questions_of_at_most_three_lines() -> None:
    assert titles(PAGE.read_text(encoding="utf-8")) == [each.title for each in QUESTIONS]
    found = [each.sql for each in QUESTIONS]
    assert len(found) == 10 and all(len(query.splitlines()) <= 3 and len(query) < 400 for query in found)
