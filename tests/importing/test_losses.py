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
DATE = {"role": "announced", "value": "2025-07-26"}
QUANTITY = {"subject": "companies", "value": 12, "comparator": "exactly"}


def record(version: str = SCHEMA_VERSION, **fields: Json) -> Json:
    """A record whose fields are in their order."""
    head = {"schema_version": version, "kind": "announcement", "id": "example-2025"}
    begins = head | {"title": {"en": "An example"}, "types": ["speech"], "status": "reviewed", "dates": [DATE]}
    return {**begins, **fields, "unknown": [{"field": "roles", "reason": "not_stated"}]}


LOST: dict[str, Json] = {
    "layout": dict(reversed(record().items())),
    "default": record(dates=[DATE | {"rank": "normal"}]),
    "schema_version": record("0.2.0"),
    "fraction": record(quantities=[QUANTITY | {"value": 12.0}]),
    "local_id": record(dates=[{"id": "0123456789ab", **DATE}]),
}
"""For each loss a record that has it, and no other."""

KEPT = [
    record(),
    record(dates=[{"id": "0123456789a", **DATE, "rank": "preferred"}]),
    record(quantities=[QUANTITY | {"value": 12.5}, QUANTITY | {"unit": "state"}]),
]


def read_back(data: Json, format: str, folder: Path) -> Json:
    """The record after an export. It lacks sources, so it is taken without the rules."""
    typed = examine(read_data(data, "record.json")).record
    assert typed
    communique.export(communique.Corpus((Entry("record.json", typed),)), format, folder)
    (found,) = importing.read(folder).records
    return found.data


@pytest.mark.slow
@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.name)
def test_a_loss_is_one_where_it_is_declared_and_nowhere_else(loss: Loss, tmp_path: Path) -> None:
    data = LOST[loss.name]
    text = json.dumps(data)
    lossy = {each for each in FORMATS if json.dumps(read_back(data, each, tmp_path / each)) != text}
    assert lossy == loss.formats & {*FORMATS}


def test_every_declared_loss_is_shown() -> None:
    assert [loss.name for loss in LOSSES] == [*LOST]


@pytest.mark.parametrize("data", KEPT)
def test_what_is_no_loss_is_kept(data: Json, tmp_path: Path) -> None:
    text = json.dumps(data)
    assert {json.dumps(read_back(data, each, tmp_path / each)) for each in ("csv", "jsonl")} == {text}
