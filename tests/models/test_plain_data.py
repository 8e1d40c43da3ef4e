"""Plain data is what pydantic's serializer gives, for every model and every field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError
from pydantic_core import from_json, to_json

import communique
from communique import Corpus
from communique.models import RECORD_KINDS, Model, walk
from communique.models.plain_data import given_data, plain_data
from support.documents import KINDS, valid_looking
from support.folders import CORPUS, RECORDS


def is_plain(value: Any) -> bool:
    """Whether it has only the types that a JSON file is read with."""
    if type(value) is dict:
        return all(type(name) is str and is_plain(each) for name, each in value.items())
    if type(value) is list:
        return all(map(is_plain, value))
    return type(value) in (str, int, float, bool, type(None))


def dumped(model: Model) -> str:
    """With the order of the fields."""
    return json.dumps(model.model_dump(exclude_unset=False))


@pytest.mark.parametrize("folder", [CORPUS, RECORDS], ids=lambda folder: folder.name)
def test_the_data_of_every_object_is_the_serialized_model(folder: Any) -> None:
    corpus: Corpus = communique.load(folder)
    models = [model for entry in corpus.entries for _, model in walk(entry.record)]
    assert len({type(model) for model in models}) > 20
    for model in models:
        data = plain_data(model)
        assert json.dumps(data) == dumped(model) and is_plain(data)
        assert json.dumps(given_data(model)) == json.dumps(model.model_dump())


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_data_of_any_record_is_the_serialized_model(kind: str) -> None:
    seen: set[str] = set()

    @settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, max_examples=40)
    @given(valid_looking(kind))
    def check(document: Any) -> None:
        try:
            model = RECORD_KINDS[kind].model_validate(document)
        except ValidationError:
            return
        assert json.dumps(plain_data(model)) == dumped(model)
        assert json.dumps(given_data(model)) == json.dumps(model.model_dump())
        assert type(model).model_validate(from_json(to_json(given_data(model)))) == model
        seen.add(model.id)

    check()
    assert seen, "nothing valid was ever built, so the test proves nothing"
