"""Replaces ids with what they refer to, to a fixed depth, so that the result is always finite."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..models import ENTITY_FIELDS, REFERABLE_KINDS, Announcement, Model, reference_fields, references
from ..text.inflection import plural
from .earlier_export import ExportError
from .plain_data import without_definitions
from .records import Records

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

    def __init__(self, records: Records) -> None:
        """Raise ExportError if the result would be much larger than the records."""
        self._kinds = [records.roots[plural(kind)] for kind in REFERABLE_KINDS]
        _check_growth(self._kinds)

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
        thing = next((models[id] for models in self._kinds if id in models), None)
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


def _check_growth(kinds: Sequence[Mapping[str, Model]]) -> None:
    """Compute the size of the result, level by level, before it is built."""
    alone: dict[str, int] = {}
    headings: dict[str, int] = {}
    above: dict[str, list[str]] = {}
    references: Counter[str] = Counter()
    for id, thing in (item for models in kinds for item in models.items()):
        alone[id] = _size(without_definitions(thing))
        if isinstance(thing, Announcement):
            headings[id] = _size(_heading(thing))
        above[id] = [each for _, each in _single_references(thing)]
        references.update(_ids_in(thing))
    named = {id: times for id, times in references.items() if id in alone}
    within = alone | headings
    for _ in range(LEVELS - 1):
        within = {id: alone[id] + sum(within.get(each, 0) for each in above[id]) for id in alone} | headings
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
