"""What is declared to be lost is lost, in the formats for which it is declared, and in no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas
import pytest

import communique
from communique import importing
from communique.corpus.corpus import Entry
from communique.exporting.losses import CSV_EXCEL, LOSSES, READ_BACK, Loss
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
    "long_text": record(dates=[DATE | {"note": "x" * 32_768}]),
    "line_break": record(dates=[DATE | {"note": "two\n\tlines"}]),
}
"""For each loss a record that has it, and no other."""

KEPT = [
    record(),
    record(dates=[DATE | {"note": "x" * 32_767}]),
    record(dates=[{"id": "0123456789a", **DATE, "rank": "preferred"}]),
    record(quantities=[QUANTITY | {"value": 12.5}, QUANTITY | {"unit": "state"}]),
]


def read_back(data: Json, format: str, folder: Path) -> Json:
    """The record after an export."""
    export(data, format, folder)
    (found,) = importing.read(folder).records
    return found.data


def export(data: Json, format: str, folder: Path) -> None:
    """Export the record. It lacks sources, so it is taken without the rules."""
    typed = examine(read_data(data, "record.json")).record
    assert typed
    communique.export(communique.Corpus((Entry("record.json", typed),)), format, folder)


def note(data: Json, format: str, folder: Path) -> str:
    """The note of the date, as pandas reads it from one of the formats of CSV."""
    export(data, format, folder / format)
    separator, encoding = ("\t", "utf-16") if format == CSV_EXCEL else (",", "utf-8")
    (found,) = pandas.read_csv(folder / format / format / "dates.csv", sep=separator, encoding=encoding)["note"]
    return str(found)


@pytest.mark.parametrize("loss", [each for each in LOSSES if CSV_EXCEL in each.formats], ids=lambda loss: loss.name)
def test_a_loss_of_a_format_that_is_not_read_back_is_one(loss: Loss, tmp_path: Path) -> None:
    whole = note(LOST[loss.name], "csv", tmp_path)
    assert whole == LOST[loss.name]["dates"][0]["note"] != note(LOST[loss.name], CSV_EXCEL, tmp_path)
    assert note(KEPT[1], CSV_EXCEL, tmp_path / "kept") == KEPT[1]["dates"][0]["note"]


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
