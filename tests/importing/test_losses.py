"""What is declared to be lost is lost, in the formats for which it is declared, and in no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import importing
from communique.corpus.corpus import Entry
from communique.exporting.losses import LOSSES, READ_BACK, Loss
from communique.models import SCHEMA_VERSION
from communique.reading import read_data
from communique.validation.examination import examine

Json = Any
FORMATS = sorted(READ_BACK - {"duckdb"})  # which is made of the same rows as parquet
RECORD = {
    "schema_version": SCHEMA_VERSION,
    "kind": "announcement",
    "id": "example-2025",
    "title": {"en": "An example"},
    "types": ["speech"],
    "status": "reviewed",
    "dates": [{"role": "announced", "value": "2025-07-26"}],
    "unknown": [{"field": "roles", "reason": "not_stated"}],
}
QUANTITY = {"subject": "companies", "value": 0, "comparator": "exactly"}
LOST: dict[str, Json] = {
    "layout": dict(reversed(RECORD.items())),
    "default": RECORD | {"dates": [{"role": "announced", "value": "2025-07-26", "rank": "normal"}], "topics": []},
    "schema_version": RECORD | {"schema_version": "0.2.0"},
    "fraction": RECORD | {"quantities": [QUANTITY | {"value": 12.0}]},
    "local_id": RECORD | {"dates": [{"id": "0123456789ab", "role": "announced", "value": "2025-07-26"}]},
}
"""For each loss a record that has it, and no other."""

KEPT = [
    RECORD,
    RECORD | {"dates": [{"id": "0123456789a", "role": "announced", "value": "2025-07-26", "rank": "preferred"}]},
    RECORD | {"quantities": [QUANTITY | {"value": 12.5}, QUANTITY | {"value": 12, "unit": "state"}]},
]


def read_back(record: Json, format: str, folder: Path) -> Json:
    """The record after an export. It lacks sources, so it is taken without the rules."""
    typed = examine(read_data(record, "record.json")).record
    assert typed
    communique.export(communique.Corpus((Entry("record.json", typed),)), format, folder)
    (found,) = importing.read(folder).records
    return found.data


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.name)
def test_a_loss_is_one_where_it_is_declared_and_nowhere_else(loss: Loss, tmp_path: Path) -> None:
    record = LOST[loss.name]
    text = json.dumps(record)
    lossy = {each for each in FORMATS if json.dumps(read_back(record, each, tmp_path / each)) != text}
    assert lossy == loss.formats & {*FORMATS}


def test_every_declared_loss_is_shown() -> None:
    assert [loss.name for loss in LOSSES] == [*LOST]


@pytest.mark.parametrize("record", KEPT)
def test_what_is_no_loss_is_kept(record: Json, tmp_path: Path) -> None:
    text = json.dumps(record)
    assert {json.dumps(read_back(record, each, tmp_path / each)) for each in ("csv", "jsonl")} == {text}
