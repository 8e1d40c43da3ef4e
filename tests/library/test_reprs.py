"""What a notebook shows: one line, or a small table, whatever the corpus holds."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

import communique
from communique import Corpus
from communique.api import load_checked
from communique.corpus.corpus import Entry
from communique.models import SCHEMA_VERSION, Announcement, Date, Statement, walk
from support.folders import CORPUS

HOSTILE = "</td></table><script>alert(1)</script>\u202e&amp;\x1b[31m"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


def large(count: int, title: str) -> Corpus:
    def announcement(number: int) -> Announcement:
        return Announcement.model_validate(
            {
                "schema_version": SCHEMA_VERSION,
                "kind": "announcement",
                "id": f"a-{number}",
                "title": {"en": title},
                "types": ["legislative_act"],
                "status": "draft",
                "dates": [{"role": "announced", "value": "2025-01-01"}] * 50,
            }
        )

    return Corpus(tuple(Entry(f"{number}.yaml", announcement(number)) for number in range(count)))


class Cells(HTMLParser):
    """The tags of a text in HTML, and the texts of its cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.cells.append(data)


def test_a_corpus_is_one_line_that_counts(corpus: Corpus) -> None:
    records = "8 records: 2 announcements, 5 registries, 1 dataset"
    assert repr(corpus).startswith(f"Corpus({records}; {len(corpus.actors)} actors")
    assert repr(Corpus(())) == "Corpus(0 records)"


def test_a_corpus_is_a_small_table_in_a_notebook(corpus: Corpus) -> None:
    cells = Cells(corpus._repr_html_()).cells
    assert cells[: cells.index("day")][:2] == ["announcements", "actors"] and str(len(corpus.actors)) in cells
    assert cells[-3:] == [
        "2026-03-02 (2026-03-03 in Asia/Tokyo)",
        "example-bill-2026",
        "A made-up bill goes before a made-up assembly",
    ]


def test_what_is_shown_does_not_grow_with_the_corpus() -> None:
    corpus = large(300, "Long title " * 1000)
    assert len(repr(corpus)) < 200 and "\n" not in repr(corpus)
    assert len(corpus._repr_html_()) < 5000
    assert len(repr(corpus.entries[0])) < 400
    assert len(repr(corpus.entries[0].record)) < 300
    assert len(str(corpus.entries[0].record)) < 300


def test_a_hostile_title_is_only_text() -> None:
    shown = Cells(large(1, HOSTILE)._repr_html_())
    assert set(shown.tags) == {"table", "thead", "tbody", "tr", "th", "td"}
    assert "\u202e" not in "".join(shown.cells) and "\x1b" not in "".join(shown.cells)
    assert any("<script>alert(1)</script>" in cell and "&amp;" in cell for cell in shown.cells)


def test_no_part_of_a_record_is_shown_at_length(corpus: Corpus) -> None:
    for entry in corpus.entries:
        for _, model in walk(entry.record):
            assert len(repr(model)) < 300 and "\n" not in repr(model)


def test_a_model_shows_what_is_given_and_codes_as_texts() -> None:
    date = Date.model_validate({"role": "announced", "value": "2025-01-01"})
    assert repr(date) == "Date(role='announced', value='2025-01-01')"
    statement = Statement.model_validate(
        {"text": {"en": "x" * 5000, "de": "y" * 5000}, "nature": "attributed_statement", "speaker": "somebody"}
    )
    assert len(repr(statement)) < 300


def test_a_report_and_a_table_are_one_line(corpus: Corpus) -> None:
    assert repr(load_checked(CORPUS).report) == "Report(8 files, 0 findings)"
    assert all(len(repr(table)) < 100 for table in communique.tables(corpus).values())
    assert len(repr(corpus.history("example-bill"))) < 500
