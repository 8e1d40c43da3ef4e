"""The fields that a snippet has are those that the included records nearly always have."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pytest

import communique
from communique.models import Assertion, Model
from support.folders import RECORDS

MOST, FEW = 0.8, 0.5
ENOUGH = 20
"""Assertions of a kind, of which fewer say little about what is usual."""


def assertions(value: Any) -> list[Assertion]:
    """Every assertion in a value."""
    if isinstance(value, Model):
        inside = [each for name in value.model_fields_set for each in assertions(getattr(value, name))]
        return [*([value] if isinstance(value, Assertion) else ()), *inside]
    if isinstance(value, dict):
        return assertions(tuple(value.values()))
    return [found for each in value for found in assertions(each)] if isinstance(value, tuple | list) else []


@pytest.mark.slow
def test_what_nearly_every_assertion_has_is_in_its_snippet() -> None:
    corpus = communique.load(RECORDS)
    kinds: dict[type[Assertion], Counter[str]] = defaultdict(Counter)
    numbers: Counter[type[Assertion]] = Counter()
    for holder in (corpus.announcements, corpus.actors, corpus.instruments, corpus.occasions, corpus.sources):
        for each in assertions(dict(holder)):
            numbers[type(each)] += 1
            kinds[type(each)].update(each.model_fields_set)
    assert len(kinds) > 8
    for model, counted in kinds.items():
        if numbers[model] < ENOUGH:
            continue
        offered = {name for usual in model.usual for name in usual}
        required = {name for name, field in model.model_fields.items() if field.is_required()}
        shares = {name: number / numbers[model] for name, number in counted.items()}
        assert {name for name, share in shares.items() if share >= MOST} <= offered | required, model
        assert all(shares.get(name, 0) >= FEW for name in offered), model
