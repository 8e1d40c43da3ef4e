"""A page with questions in SQL: below the title of each are the query of the package and its answer, a table.

``python tests/support/answers.py`` writes both to the page anew, with the answers of the shipped records.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import communique
from communique.serving import QUESTIONS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "questions.md"
_QUESTION = re.compile(r"^(?P<title>## (.+)\n\n)```sql\n((?!```).*\n)*```\n(\n(\|.*\n)+)?", re.MULTILINE)
_QUERIES = {each.title: each.sql for each in QUESTIONS}


def titles(page: str) -> list[str]:
    """The titles above the queries on the page."""
    return [found[2] for found in _QUESTION.finditer(page)]


def answered(page: str, database: sqlite3.Connection) -> str:
    """The page with the queries of the package, and the answers that the database gives."""

    def answer(found: re.Match[str]) -> str:
        query = _QUERIES[found[2]]
        return f"{found['title']}```sql\n{query}```\n\n{_table(database.execute(query))}"

    return _QUESTION.sub(answer, page)


def _table(found: sqlite3.Cursor) -> str:
    names = [each[0] for each in found.description]
    return "".join(_lines([names, ["---"] * len(names), *found.fetchall()]))


def _lines(rows: list[list[object]]) -> Iterator[str]:
    for row in rows:
        yield "| " + " | ".join("" if each is None else str(each).replace("|", "\\|") for each in row) + " |\n"


def main() -> None:
    """Write the answers."""
    with TemporaryDirectory() as folder:
        communique.export(communique.load(ROOT / "records"), "sqlite", Path(folder) / "out")
        with closing(sqlite3.connect(Path(folder) / "out" / "corpus.sqlite")) as database:
            PAGE.write_text(answered(PAGE.read_text(encoding="utf-8"), database), encoding="utf-8")


if __name__ == "__main__":
    main()
