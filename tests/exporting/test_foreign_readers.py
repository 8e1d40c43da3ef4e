"""The tables in R, and the database in sqlite-utils: counts, types, keys and references as we have them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlite_utils

import communique
from communique import Corpus
from communique.exporting.tables import Column, Table

SCRIPT = Path(__file__).with_name("read_tables.R")
HAS_READR = ["Rscript", "-e", "library(readr)"]
CLASSES = {
    "base": {"boolean": {"logical"}, "integer": {"integer"}, "number": {"integer", "numeric"}},
    "readr": {"boolean": {"logical"}, "integer": {"numeric"}, "number": {"numeric"}, "date": {"Date"}},
}
"""The classes of columns with values. A column of texts is what its texts look like; R itself has no dates in files."""


class InR(NamedTuple):
    """A column as R has it."""

    name: str
    kind: str
    rows: int
    given: int
    unknown: int
    repeated: int


@pytest.fixture
def readr() -> None:
    """Leaves the test out where there is no R with readr."""
    if not shutil.which("Rscript") or subprocess.run(HAS_READR, capture_output=True, check=False).returncode:
        pytest.skip("R or its package readr is not installed")


@pytest.fixture(scope="module")
def tables(corpus: Corpus) -> Mapping[str, Table]:
    """The tables with rows."""
    return {name: table for name, table in communique.tables(corpus).items() if len(table)}


def read_in_r(folder: Path, tables: Mapping[str, Table], tmp_path: Path) -> Iterator[tuple[str, Table, Column, InR]]:
    """Every column of the tables, as each reader has it."""
    pairs = [(table, column) for table in tables.values() for column in table.columns]
    with (tmp_path / "columns.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("table", "column", "type", "in_table", "in_column"))
        for table, column in pairs:
            rows.writerow((table.name, column.name, column.type, *(column.foreign_key or [("", "")])[0]))
    words = ["Rscript", str(SCRIPT), str(folder / "csv"), str(tmp_path / "columns.csv")]
    lines = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) == 2 * len(pairs)
    for line, (table, column) in zip(lines, [*pairs, *pairs], strict=True):
        reader, of, name, kind, *counts = line.split("\t")
        assert of == table.name
        yield reader, table, column, InR(name, kind, *map(int, counts))


@pytest.mark.slow
def test_r_reads_the_tables_as_they_are(readr: None, folder: Path, tables: Mapping[str, Table], tmp_path: Path) -> None:
    seen: set[tuple[str, str]] = set()
    for reader, table, column, found in read_in_r(folder, tables, tmp_path):
        values = [row[column.name] for row in table if row[column.name] is not None]
        assert (found.name, found.rows, found.given) == (column.name, len(table), len(values)), (reader, table, column)
        assert found.unknown == 0, (reader, table, column)
        if table.key == (column.name,):
            assert found.repeated == 0, (reader, table)
        if values and column.type in CLASSES[reader]:
            assert found.kind in CLASSES[reader][column.type], (reader, table, column)
            seen.add((reader, column.type))
    assert seen == {(reader, type) for reader, types in CLASSES.items() for type in types}


@pytest.mark.slow
def test_sqlite_utils_finds_the_keys_and_nothing_broken(
    corpus: Corpus, tables: Mapping[str, Table], tmp_path: Path
) -> None:
    communique.export(corpus, "sqlite", tmp_path / "out")
    database = sqlite_utils.Database(tmp_path / "out" / "corpus.sqlite")
    for name, table in tables.items():
        if name in database.view_names():
            assert database[name].count == len(table)
            continue
        found: Any = database[name]
        assert (found.count, tuple(found.pks)) == (len(table), table.key)
        references = {(column.name, *target) for column in table.columns for target in column.foreign_key}
        assert {(each.column, each.other_table, each.other_column) for each in found.foreign_keys} == references
        for column, other, other_column in references:
            missing = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{other_column}" FROM "{other}")'
            assert found.count_where(missing) == 0, (name, column)
        assert {column: found.columns_dict[column] for column in table.key} == dict.fromkeys(table.key, str) | {
            column: int for column in table.key if column == "position"
        }
    assert database.table("search").virtual_table_using == "FTS5"
