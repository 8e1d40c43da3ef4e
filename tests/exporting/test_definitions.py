"""An export says which record defines a thing, and in which order."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from communique import Corpus
from communique.models import ENTITY_FIELDS

NAMED = ("record_id", "defined_table", "position", "defined_id")


def defined(corpus: Corpus) -> set[tuple[str, ...]]:
    """The record, the list, the place and the id of each definition, by the records themselves."""
    return {
        (record.id, name, str(at), each.id)
        for _, record in corpus.entries
        for name in ENTITY_FIELDS
        for at, each in enumerate(getattr(record, name, ()), start=1)
    }


def test_the_table_has_every_definition(folder: Path, corpus: Corpus) -> None:
    with (folder / "csv" / "definitions.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row[name] for name in NAMED) for row in csv.DictReader(file, strict=True)]
    assert len(rows) > 20
    assert set(rows) == defined(corpus)
    assert len(rows) == len(set(rows))


def test_json_has_every_definition(folder: Path, corpus: Corpus) -> None:
    whole = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
    lines = (folder / "jsonl" / "definitions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == whole["definitions"]
    found = {
        (each["record"], name, str(at), id)
        for each in whole["definitions"]
        for name in each.keys() - {"record"}
        for at, id in enumerate(each[name], start=1)
    }
    assert found == defined(corpus)


def test_json_lines_have_the_dataset_record(folder: Path, corpus: Corpus) -> None:
    (line,) = (folder / "jsonl" / "datasets.jsonl").read_text(encoding="utf-8").splitlines()
    assert corpus.dataset is not None
    assert json.loads(line) == json.loads((folder / "corpus.json").read_text(encoding="utf-8"))["dataset"]
    assert json.loads(line)["id"] == corpus.dataset.id
