"""Texts that programs break stay as they are in every format of data; read by programs that are not ours."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet

import communique
from support.written_corpus import with_subjects

NAUGHTY = [
    *(
        '=HYPERLINK("http://x")',
        "+1",
        "-1",
        "@SUM(A1)",
        "'",
        '"',
        '""',
        "a,b;c|d",
        "a\tb",
        "back\\slash",
        "\\n",
        "`id`",
    ),
    *("NULL", "None", "nan", "TRUE", "007", "1.10", "1e5", "0x10", "NA", "'; DROP TABLE dates;--", "<b>&amp;</b>"),
    *("organización", "中国", "مرحبا بالعالم", "שלום", "👩‍🔬", "🇨🇳", "𝒳", "Z͑ͫ", "a\u00a0b", "ﬁ", "%s {0} ${x}"),
]


def from_csv(folder: Path) -> Iterator[str]:
    with (folder / "csv" / "quantities.csv").open(encoding="utf-8", newline="") as lines:
        yield from (row["subject"] for row in csv.DictReader(lines))


def from_csv_by_duckdb(folder: Path) -> Iterator[str]:
    read = duckdb.read_csv(str(folder / "csv" / "quantities.csv"), all_varchar=True)
    yield from (row[0] for row in read.select("subject").fetchall())


def from_json_lines(folder: Path) -> Iterator[str]:
    for line in (folder / "jsonl" / "announcements.jsonl").read_bytes().splitlines():
        yield from (each["subject"] for each in json.loads(line)["quantities"])


def from_sqlite(folder: Path) -> Iterator[str]:
    with closing(sqlite3.connect(folder / "corpus.sqlite")) as database:
        yield from (subject for (subject,) in database.execute("SELECT subject FROM quantities"))


def from_parquet(folder: Path) -> Iterator[str]:
    yield from parquet.read_table(folder / "parquet" / "quantities.parquet")["subject"].to_pylist()


def from_duckdb(folder: Path) -> Iterator[str]:
    with closing(duckdb.connect(str(folder / "corpus.duckdb"), read_only=True)) as database:
        yield from (subject for (subject,) in database.execute("SELECT subject FROM quantities").fetchall())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("naughty")
    corpus = communique.load(with_subjects(place / "in", NAUGHTY))
    communique.export(corpus, ["csv", "jsonl", "sqlite", "parquet", "duckdb"], place / "out")
    return place / "out"


@pytest.mark.parametrize(
    "read", [from_csv, from_csv_by_duckdb, from_json_lines, from_sqlite, from_parquet, from_duckdb]
)
def test_they_are_read_as_they_were_written(read: Callable[[Path], Iterator[str]], folder: Path) -> None:
    assert [each.encode() for each in read(folder)] == [each.encode() for each in NAUGHTY]


def test_a_null_character_reaches_no_export(tmp_path: Path) -> None:
    with pytest.raises(communique.InvalidCorpusError, match="CQ113"):
        communique.load(with_subjects(tmp_path / "in", ["a\0b"]))
