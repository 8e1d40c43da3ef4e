"""From the tables alone, everything that the records say can be put together again, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique import Corpus
from support.folders import ROOT
from support.table_reader import Json, from_records, from_tables


def records(corpus: Corpus) -> list[Json]:
    return [entry.record.model_dump(exclude_unset=False) for entry in corpus.entries]


@pytest.mark.parametrize("of", ["shipped", "corpus"])
def test_the_tables_say_what_the_records_say(of: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    corpus: Corpus = request.getfixturevalue(of)
    communique.export(corpus, "csv", tmp_path / "out")
    read = from_tables(tmp_path / "out" / "csv", ROOT / "docs" / "reference" / "tables.md")
    written = from_records(records(corpus))
    assert read.keys() == written.keys() and len(read) > 50
    for key, thing in written.items():
        assert read[key] == thing, key
