"""Kinds of things, and the fields that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from communique import models
from communique.exporting.tables import ROOTS
from communique.models import (
    ENTITY_FIELDS,
    ENTITY_KINDS,
    REFERABLE_KINDS,
    THING_KINDS,
    Announcement,
    Entity,
    Model,
    Registry,
    reference_fields,
)

PUBLIC = [getattr(models, name) for name in models.__all__]
MODELS = [each for each in PUBLIC if isinstance(each, type) and issubclass(each, Model)]
# The names that a thing has itself, now or once.
OWN_IDS = {"id", "former_ids", "compatible_with"}


def fields(model: type[Model]) -> Iterator[tuple[str, str, str]]:
    """The name, the type as it is written, and the description of each field."""
    for name, field in model.model_fields.items():
        yield name, str(field.annotation), field.description or ""


@pytest.mark.parametrize("model", MODELS)
def test_every_field_that_holds_an_id_says_of_what(model: type[Model]) -> None:
    holding = {
        name
        for name, written, description in fields(model)
        if re.search(r"\bId\b", written) or re.search(r"\bids?\b", description, re.IGNORECASE)
    }
    assert holding - OWN_IDS == set(reference_fields(model))


def test_there_are_fields_that_refer() -> None:
    assert sum(len(reference_fields(model)) for model in MODELS) > 20


@pytest.mark.parametrize("model", MODELS)
def test_what_a_field_refers_to_is_a_kind(model: type[Model]) -> None:
    for kinds in reference_fields(model).values():
        assert kinds
        assert set(kinds) <= set(REFERABLE_KINDS)


@pytest.mark.parametrize("record", [Announcement, Registry])
def test_the_lists_of_definitions_are_those_of_the_models(record: type[Model]) -> None:
    found: dict[str, Any] = {}
    for name, field in record.model_fields.items():
        items = [each for each in get_args(field.annotation) if isinstance(each, type) and issubclass(each, Entity)]
        found |= {name: items[0]} if items else {}
    assert found == {name: ENTITY_KINDS[kind] for name, kind in ENTITY_FIELDS.items()}


def test_every_kind_has_a_table() -> None:
    assert list(ROOTS.values()) == list(THING_KINDS.values())
