"""A dump of a model holds what its file holds, and can be read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

import communique
from communique.models import RECORD_KINDS, Announcement, Date, Evidence, Place
from communique.models.base import Model
from communique.models.plain_data import given_data, plain_data
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


def test_an_object_with_one_field_is_a_text_in_a_file_and_an_object_in_python() -> None:
    date = Date(role="announced", value="2025-07-26", evidence=["a", {"source": "b"}, {"source": "c", "note": "So."}])  # type: ignore[arg-type]
    assert [each.source for each in date.evidence] == ["a", "b", "c"]
    assert date.evidence[0] == Evidence(source="a") and date.evidence[0].model_dump() == {"source": "a"}
    assert date.model_dump()["evidence"] == ["a", "b", {"source": "c", "note": "So."}]
    assert json.loads(date.model_dump_json()) == date.model_dump() == given_data(date)
    assert date.model_dump(exclude_unset=False)["evidence"][0] == {"source": "a"} == plain_data(date)["evidence"][0]
    assert Date.model_validate(date.model_dump()) == date
    for refused in ("Not an id", 2025, None, ["a"], {"sorce": "a"}):
        with pytest.raises(ValidationError):
            Date(role="announced", value="2025-07-26", evidence=[refused])  # type: ignore[arg-type]
