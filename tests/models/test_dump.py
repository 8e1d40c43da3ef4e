"""A dump of a model holds what its file holds, and can be read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import communique
from communique.models import RECORD_KINDS, Announcement, Date, Place
from communique.models.base import Model
from communique.reading import read_file
from support.folders import CORPUS

FILES = sorted(CORPUS.rglob("*.yaml"))


def record(path: Path) -> Model:
    data = read_file(path).data
    return RECORD_KINDS[data["kind"]].model_validate(data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dump_is_what_the_file_holds(path: Path) -> None:
    dumped = record(path).model_dump()
    assert dumped == read_file(path).data
    assert RECORD_KINDS[dumped["kind"]].model_validate(dumped) == record(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dump_as_text_is_the_same_and_in_the_same_order(path: Path) -> None:
    assert json.loads(record(path).model_dump_json()) == record(path).model_dump()
    assert json.dumps(json.loads(record(path).model_dump_json())) == json.dumps(record(path).model_dump())


def test_a_dump_is_in_reading_order() -> None:
    announcement = next(iter(communique.load(CORPUS).announcements.values()))
    assert list(announcement.model_dump()) == [
        name for name in Announcement.field_order() if name in announcement.model_fields_set
    ]
    assert list(announcement.model_dump())[:3] == ["schema_version", "kind", "id"]
    values = announcement.dates[0].model_dump(exclude_unset=False)
    assert list(values) == [name for name in Date.field_order() if name in values]


def test_a_list_that_is_given_empty_is_dumped_but_not_among_the_values() -> None:
    announcement = next(iter(communique.load(CORPUS).announcements.values()))
    emptied = Announcement.model_validate(announcement.model_dump() | {"quantities": []})
    assert emptied.model_dump()["quantities"] == []
    assert "quantities" not in emptied.model_dump(exclude_unset=False)
    assert emptied.dates[0].model_dump(exclude_unset=False)["rank"]


def test_options_of_pydantic_are_kept() -> None:
    place = Place(city="Shanghai", country="CN")
    assert place.model_dump(exclude={"city"}) == {"country": "CN"}
    assert place.model_dump(exclude_unset=False, include={"city", "venue"}) == {"city": "Shanghai"}
