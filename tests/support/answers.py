"""A page with questions in SQL: the answer to each is the table below it.

``python tests/support/answers.py`` writes the answers to the page anew, from the shipped records.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import communique

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "questions.md"
_QUESTION = re.compile(r"^```sql\n((?:(?!```).*\n)+)```\n(\n(?:\|.*\n)+)?", re.MULTILINE)


def queries(page: str) -> list[str]:
    """The queries on the page."""
    return [query for query, _ in _QUESTION.findall(page)]


def answered(page: str, database: sqlite3.Connection) -> str:
    """The page with the answers that the database gives."""
    return _QUESTION.sub(lambda found: f"```sql\n{found[1]}```\n\n{_table(database.execute(found[1]))}", page)


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
