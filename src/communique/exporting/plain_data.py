"""Records as plain data for JSON: fields in reading order, without empty ones."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any

from ..corpus.corpus import Corpus
from ..corpus.corroboration import corroborations
from ..models import ENTITY_FIELDS, Announcement, Model, Registry
from ..text.pointer import json_pointer

_LISTED = 100
"""Sources that are listed for or against one assertion; a thousand conflicting values would list a million."""


def plain(model: Model) -> dict[str, Any]:
    """The model as JSON types, fields in reading order."""
    dumped = model.model_dump(mode="json", exclude_none=True)
    return _arrange(model, dumped)


def _arrange(model: Model, dumped: dict[str, Any]) -> dict[str, Any]:
    arranged: dict[str, Any] = {}
    for name in model.field_order():
        value = getattr(model, name)
        if value in (None, (), {}):
            continue
        if isinstance(value, Model):
            arranged[name] = _arrange(value, dumped[name])
        elif isinstance(value, tuple) and isinstance(value[0], Model):
            arranged[name] = [_arrange(item, data) for item, data in zip(value, dumped[name], strict=True)]
        else:
            arranged[name] = dumped[name]
    return arranged


def without_definitions(model: Model) -> dict[str, Any]:
    """The model as JSON types, without its definitions, which are in separate lists."""
    data = plain(model)
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
    """The ids; if there are too many to list, the first ones and the number of the others."""
    first = list(islice(ids, _LISTED))
    return {name: first} if len(ids) <= _LISTED else {name: first, f"more_{name}": len(ids) - _LISTED}
