"""Records that were exported are read back as they were, from every format."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError

import communique
from communique import Corpus, importing
from communique.corpus.corpus import Entry
from communique.exporting.losses import READ_BACK, TABLES
from communique.exporting.tables import Table
from communique.importing.notes import Notes
from communique.importing.source_table import SourceTable
from communique.importing.table_import import records_of
from communique.models import ENTITY_FIELDS, RECORD_KINDS, Model
from communique.reading import read_data
from support.documents import valid_looking
from support.every_field import Given, every_field
from support.folders import CORPUS, EXAMPLES, RECORDS
from support.small_corpus import announcement, measure
from support.small_corpus import corpus as small_corpus

Json = Any
NAUGHTY = [
    '=HYPERLINK("http://x")',
    "007",
    "1.10",
    "NULL",
    "TRUE",
    "2025-07-26",
    "_x0041_",
    "<r>a</r>",
    'a "b", c;d',
    "organización",
    "中国",
    "a\tb",
    "one\ntwo\n",
    "'quoted'",
    "\U0001f600",
    "1e5",
]

QUICK = ("csv", "jsonl")
SOME_SLOW = [each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in sorted(READ_BACK)]
"""Every format; all but some are tested with the slow tests."""


def typed(records: Any) -> dict[str, Model]:
    """The models of what was read back, by their ids: what is read is compared as what it means."""
    return {each.id: RECORD_KINDS[each.kind].model_validate(each.data) for each in records}


def originals(corpus: Corpus) -> dict[str, Model]:
    return {entry.record.id: entry.record for entry in corpus.entries}


def read_back(corpus: Corpus, format: str, to: Path) -> dict[str, Model]:
    communique.export(corpus, format, to)
    found = importing.read(to)
    assert (found.format, [*found.findings]) == (format, [])
    return typed(found.records)


def test_there_is_a_reader_for_every_format_that_is_said_to_be_read_back() -> None:
    assert importing.READERS.keys() == READ_BACK


@pytest.mark.parametrize("format", SOME_SLOW)
def test_the_example_is_read_back(format: str, tmp_path: Path) -> None:
    corpus = communique.load(CORPUS)
    assert len(corpus.entries) > 5
    assert read_back(corpus, format, tmp_path / "out") == originals(corpus)


@pytest.mark.slow
@pytest.mark.parametrize("folder", [*sorted(EXAMPLES.iterdir()), RECORDS], ids=lambda folder: folder.name)
def test_every_corpus_is_read_back(folder: Path, tmp_path: Path) -> None:
    corpus = communique.load(folder)
    for format in READ_BACK - {"duckdb"}:  # which is slow, and tested with one of them
        assert read_back(corpus, format, tmp_path / format) == originals(corpus)


@pytest.mark.parametrize("format", SOME_SLOW)
def test_odd_texts_are_read_back(format: str, tmp_path: Path) -> None:
    statements = [{"text": {"en": text, "zh-Hans": text}, "nature": "attributed_statement"} for text in NAUGHTY]
    attributes = [{"name": "budget", "value": value} for value in (12, 12.5, "12", "about 12", 1e-7, 999999999999999)]
    extensions = {"org.example": {"odd": NAUGHTY, "deep": [[None, True, 1.5]]}}
    found = announcement(statements=statements, measures=[measure(attributes=attributes)], extensions=extensions)
    corpus = small_corpus(found)
    assert read_back(corpus, format, tmp_path / "out") == originals(corpus)


def source_tables(corpus: Corpus) -> list[SourceTable]:
    return [
        SourceTable(
            name,
            f"memory#{name}",
            [column.name for column in table.columns],
            [(number, [*row.values()]) for number, row in enumerate(table, start=1)],
        )
        for name, table in communique.tables(corpus).items()
    ]


def has_distinct_keys(tables: dict[str, Table]) -> bool:
    """Whether no assertion is given twice, and no two things have one id: neither is valid."""
    keys: list[list[Json]] = [[tuple(row[each] for each in table.key) for row in table] for table in tables.values()]
    keys.append([row["defined_id"] for row in tables["definitions"]])
    return all(len(set(each)) == len(each) for each in keys)


def is_read_back(given: Given) -> bool:
    record, notes = RECORD_KINDS[given.kind].model_validate(given.document), Notes()
    corpus = Corpus((Entry("a.json", record),))
    return typed(records_of(source_tables(corpus), notes)) == originals(corpus) and not notes.findings


@pytest.mark.slow
def test_every_field_is_read_back() -> None:
    fields = [*every_field()]
    assert len(fields) > 200
    assert [f"{each.model}.{each.field}" for each in fields if not is_read_back(each)] == []


@cache
def random_corpus() -> Corpus:
    """Records that follow the schema, whatever they say; ids and keys are distinct, as in a valid corpus."""
    entries, defined = list[Entry](), set[str]()

    def add(kind: str, document: Json) -> None:
        try:
            record = RECORD_KINDS[kind].model_validate(document | {"id": f"r{len(entries)}"})
        except ValidationError:
            return
        if not read_data(record.model_dump(), "a.json").sound:  # such as one with an invisible character
            return
        ids = {each.id for name in ENTITY_FIELDS for each in getattr(record, name)}
        entry = Entry(f"{record.id}.json", record)
        if not ids & defined and has_distinct_keys(communique.tables(Corpus((entry,)))):
            entries.append(entry)
            defined.update(ids)

    @settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, max_examples=6)
    @given(valid_looking("announcement"), valid_looking("registry"))
    def gather(one: Json, other: Json) -> None:
        add("announcement", one)
        add("registry", other)

    gather()
    return Corpus(tuple(entries))


@pytest.mark.slow
def test_any_record_is_read_back_from_tables_in_any_order() -> None:
    corpus, notes = random_corpus(), Notes()
    assert corpus.entries
    assert typed(records_of(source_tables(corpus)[::-1], notes)) == originals(corpus)
    assert notes.findings == []


@pytest.mark.slow
@pytest.mark.parametrize("format", sorted(READ_BACK - {"duckdb"}))
def test_any_record_is_read_back_from_a_file(format: str, tmp_path: Path) -> None:
    assert read_back(random_corpus(), format, tmp_path / "out") == originals(random_corpus())


def test_formats_of_tables_are_read_by_one_plan() -> None:
    assert TABLES < READ_BACK
