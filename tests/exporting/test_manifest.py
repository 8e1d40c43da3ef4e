"""The manifest of an export: what it says of the files, as other programs count it; and that old ones are known."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas
import pytest

import communique
from communique import Corpus
from communique.exporting import HeldThings, export
from communique.models import SCHEMA_VERSION
from support.written_corpus import DATASET, EVIDENCE, REPORT, announcement, registry, write


@pytest.fixture
def records(tmp_path: Path) -> Corpus:
    (tmp_path / "records").mkdir()
    days = [{"role": "announced", "value": f"2025-07-2{day}", "evidence": EVIDENCE} for day in (5, 6)]
    files = {"a": announcement("a", dates=days), "b": announcement("b"), "all": registry("all", sources=[REPORT])}
    return communique.load(write(tmp_path / "records", {"dataset": DATASET, **files}))


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "out"


def manifest(folder: Path) -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_the_rows_are_those_that_pandas_and_sqlite_count(corpus: Corpus, tmp_path: Path) -> None:
    communique.export(corpus, ["csv", "sqlite"], tmp_path)
    rows = manifest(tmp_path)["rows"]
    files = sorted((tmp_path / "csv").iterdir())
    assert rows == {path.stem: len(pandas.read_csv(path, dtype=str, keep_default_na=False)) for path in files}
    with closing(sqlite3.connect(tmp_path / "corpus.sqlite")) as database:
        assert rows == {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in rows}
    assert rows["announcements_flat"] == rows["announcements"] == len(corpus.announcements) > 0


def test_the_things_are_those_of_the_records_in_every_format(records: Corpus, to: Path) -> None:
    communique.export(records, "json", to)
    found = manifest(to)
    assert found["things"] == {
        "announcements": 2,
        "actors": 0,
        "instruments": 0,
        "occasions": 0,
        "sources": 1,
        "registries": 1,
        "datasets": 1,
    }
    assert "rows" not in found
    communique.export(records, "csv", to)
    assert manifest(to)["things"] == found["things"] and manifest(to)["rows"]["dates"] == 3


def test_it_names_the_versions_of_program_schema_and_dataset(records: Corpus, to: Path) -> None:
    communique.export(records, "jsonl", to)
    found = manifest(to)
    assert (found["program_version"], found["schema_version"]) == (communique.__version__, SCHEMA_VERSION)
    assert found["dataset_version"] == DATASET["version"]
    export(HeldThings.of(Corpus(())), ["json"], to)
    assert "dataset_version" not in manifest(to)


def test_an_export_with_a_manifest_of_before_is_replaced(records: Corpus, to: Path) -> None:
    communique.export(records, "csv", to)
    old = {name: value for name, value in manifest(to).items() if name in ("written_by", "files")}
    (to / "manifest.json").write_text(json.dumps(old, indent=2), encoding="utf-8")
    communique.export(records, "json", to)
    assert {path.name for path in to.iterdir()} == {"corpus.json", "manifest.json"}
