"""Records in which every field has its example, one field in each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique import schemas
from communique.models import RECORD_KINDS, SCHEMA_VERSION
from support.schema_walk import Json, Walk


class Given(NamedTuple):
    """A record in which a field of one of its objects has its example as value."""

    kind: str
    model: str
    field: str
    value: Json
    document: Json


def every_field() -> Iterator[Given]:
    """Every field of every object that a record may hold, each where it is first met."""
    met: set[str] = set()
    for kind in RECORD_KINDS:
        schema = schemas.load(SCHEMA_VERSION, kind)
        walker = Walk(schema)
        for place in walker.places():
            name, properties = place.name or RECORD_KINDS[kind].__name__, place.node.get("properties", {})
            if name not in met and properties:
                met.add(name)
                for field, described in properties.items():
                    value = walker.example(described)
                    whole = walker.completed(place.node, {**walker.least(place.node), field: value}, field)
                    yield Given(kind, name, field, value, place.wrap(whole))
