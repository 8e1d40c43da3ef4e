"""Replaces ids with what they refer to, to a fixed depth, so that the result is always finite."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..corpus.corpus import Corpus
from ..models import ENTITY_FIELDS, Announcement, Model, reference_fields, references
from .earlier_export import ExportError
from .plain_data import without_definitions

LEVELS = 3
"""The depth of embedding: an actor in a role, the actor it is part of, and the one above that."""

_MAX_GROWTH, _ALWAYS_ALLOWED = 100, 10_000_000
"""The maximum growth factor, and the size in characters that is always allowed."""


class Embedder:
    """Replaces ids with what they refer to.

    In an embedded thing, single references (part of, derives from and so on) are embedded too; lists keep their ids,
    and so do references that would contain themselves or be deeper than `LEVELS`. An announcement is embedded with its
    id, kind and title only.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Raise ExportError if the result would be much larger than the corpus."""
        self._things = {id: thing for things in corpus.referable.values() for id, thing in things.items()}
        _check_growth(self._things)

    def resolve(self, model: Model) -> dict[str, Any]:
        """The model as JSON types, without its definitions, and with things instead of ids."""
        data = without_definitions(model)
        return self._embed(model, data, data.get("id", ""))

    def _embed(self, model: Model, data: dict[str, Any], id: str) -> dict[str, Any]:
        for name in data:
            value = getattr(model, name)
            if name in reference_fields(type(model)):
                many = isinstance(value, tuple)
                data[name] = (
                    [self._thing_or_id(each, (id,)) for each in value] if many else self._thing_or_id(value, (id,))
                )
            elif isinstance(value, Model):
                data[name] = self._embed(value, data[name], id)
            elif isinstance(value, tuple) and isinstance(value[0], Model):
                data[name] = [self._embed(item, each, id) for item, each in zip(value, data[name], strict=True)]
        return data

    def _thing_or_id(self, id: str, inside: tuple[str, ...]) -> Any:
        thing = self._things.get(id)
        if thing is None or id in inside or len(inside) > LEVELS:
            return id
        if isinstance(thing, Announcement):
            return _heading(thing)
        data = without_definitions(thing)
        return data | {name: self._thing_or_id(above, (*inside, id)) for name, above in _single_references(thing)}


def _single_references(thing: Model) -> list[tuple[str, str]]:
    """The single references of this thing, by field name."""
    values = ((name, getattr(thing, name)) for name in reference_fields(type(thing)))
    return [(name, value) for name, value in values if isinstance(value, str)]


def _heading(announcement: Announcement) -> dict[str, Any]:
    return {"kind": announcement.kind, "id": announcement.id, "title": dict(announcement.title)}


def _check_growth(things: Mapping[str, Model]) -> None:
    """Compute the size of the result, level by level, before it is built."""
    alone = {id: _size(without_definitions(thing)) for id, thing in things.items()}
    headings = {id: _size(_heading(thing)) for id, thing in things.items() if isinstance(thing, Announcement)}
    within = alone | headings
    for _ in range(LEVELS - 1):
        deeper = {
            id: alone[id] + sum(within.get(above, 0) for _, above in _single_references(things[id])) for id in things
        }
        within = deeper | headings
    named = Counter(each for thing in things.values() for each in _ids_in(thing) if each in things)
    before, added = sum(alone.values()), sum(within[id] * times for id, times in named.items())
    if before + added > max(_MAX_GROWTH * before, _ALWAYS_ALLOWED):
        most = max(named, key=lambda id: within[id] * named[id])
        raise ExportError(
            f"with --embed the export would be {(before + added) // before} times as large as the records, because "
            f"{most} is referenced {named[most]} times; export without --embed"
        )


def _ids_in(thing: Model) -> Iterator[str]:
    """The ids of other things in the exported data of this one."""
    return (each.id for each in references(thing) if each.pointer[0] not in ENTITY_FIELDS)


def _size(data: dict[str, Any]) -> int:
    return len(json.dumps(data, ensure_ascii=False))
