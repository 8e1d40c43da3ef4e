"""Models and corroboration as plain data, for JSON and JSON Lines."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any

from ..corpus.corpus import Corpus
from ..corpus.corroboration import corroborations
from ..models import ENTITY_FIELDS, Announcement, Model, Registry
from ..text.pointer import json_pointer

_MAX_LISTED = 100
"""The maximum number of listed sources for or against one assertion, because many values may compete."""


def without_definitions(model: Model) -> dict[str, Any]:
    """Every value of the model, without its definitions, which are in their own lists."""
    data = model.model_dump(exclude_unset=False)
    if isinstance(model, Announcement | Registry):
        for name in ENTITY_FIELDS:
            data.pop(name, None)
    return data


def corroboration(corpus: Corpus) -> list[dict[str, Any]]:
    """For every assertion of every record and definition, the sources that support and contradict it."""
    return [
        {
            "id": id,
            "pointer": json_pointer(pointer),
            **_listed("supporting", found.supporting),
            **_listed("contradicting", found.contradicting),
        }
        for each in corpus.referable.values()
        for id, model in each.items()
        for pointer, _, found in corroborations(model, corpus.sources)
        if pointer[0] not in ENTITY_FIELDS
    ]


def _listed(name: str, ids: AbstractSet[str]) -> dict[str, Any]:
    """The first ids, and the number of the others if there are too many."""
    first = list(islice(ids, _MAX_LISTED))
    return {name: first} if len(ids) <= _MAX_LISTED else {name: first, f"more_{name}": len(ids) - _MAX_LISTED}
