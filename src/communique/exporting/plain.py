"""Records as plain data for JSON: fields in reading order, what is empty left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..corpus import Corpus
from ..corroboration import corroborations
from ..models import ENTITY_FIELDS, Announcement, Model, Registry
from ..pointer import json_pointer


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


def collections(corpus: Corpus, *, embed: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The corpus by kind of thing, each list in the order of ids. Definitions stand in their own lists, not in records.

    With ``embed``, every reference is replaced by what it refers to.
    """
    things: dict[str, Mapping[str, Model]] = {
        "announcements": corpus.announcements,
        "actors": corpus.actors,
        "instruments": corpus.instruments,
        "occasions": corpus.occasions,
        "sources": corpus.sources,
        "registries": corpus.registries,
    }
    embedder = _Embedder(corpus) if embed else None
    return {
        name: [embedder.resolve(model) if embedder else _without_definitions(model) for model in models.values()]
        for name, models in things.items()
    }


def _without_definitions(model: Model) -> dict[str, Any]:
    data = plain(model)
    if isinstance(model, Announcement | Registry):
        for name in ENTITY_FIELDS:
            data.pop(name, None)
    return data


def corroboration(corpus: Corpus) -> list[dict[str, Any]]:
    """For every assertion of every record and definition, by whom it is supported and contradicted."""
    things: list[Mapping[str, Model]] = [
        corpus.announcements,
        corpus.actors,
        corpus.instruments,
        corpus.occasions,
        corpus.sources,
    ]
    return [
        {
            "id": id,
            "pointer": json_pointer(pointer),
            "supporting": sorted(found.supporting),
            "contradicting": sorted(found.contradicting),
        }
        for each in things
        for id, model in each.items()
        for pointer, _, found in corroborations(model, corpus.sources)
        if pointer[0] not in ENTITY_FIELDS
    ]


class _Embedder:
    """Replaces ids by what they name. An announcement is embedded as its id, kind and title only, and what would
    contain itself stays an id, so that the result is a finite tree."""

    def __init__(self, corpus: Corpus) -> None:
        self._things: dict[str, Model] = {
            **corpus.announcements,
            **corpus.actors,
            **corpus.instruments,
            **corpus.occasions,
            **corpus.sources,
        }

    def resolve(self, model: Model, inside: frozenset[str] = frozenset()) -> dict[str, Any]:
        data = _without_definitions(model)
        inside |= {data["id"]} if isinstance(data.get("id"), str) and data["id"] in self._things else set()
        return self._embed(model, data, inside)

    def _embed(self, model: Model, data: dict[str, Any], inside: frozenset[str]) -> dict[str, Any]:
        for name in data:
            value = getattr(model, name)
            if name in model.references:
                data[name] = self._named(value, inside)
            elif isinstance(value, Model):
                data[name] = self._embed(value, data[name], inside)
            elif isinstance(value, tuple) and isinstance(value[0], Model):
                data[name] = [self._embed(item, each, inside) for item, each in zip(value, data[name], strict=True)]
        return data

    def _named(self, value: str | tuple[str, ...], inside: frozenset[str]) -> Any:
        if isinstance(value, tuple):
            return [self._named(item, inside) for item in value]
        thing = self._things.get(value)
        if thing is None or value in inside:
            return value
        if isinstance(thing, Announcement):
            return {"kind": thing.kind, "id": thing.id, "title": dict(thing.title)}
        return self.resolve(thing, inside)
