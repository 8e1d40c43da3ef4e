"""What the published schemas say of each field: its meaning, type and example, and the version that brought it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from ..models import RECORD_KINDS, SCHEMA_VERSION
from .store import load, versions

Json = Any


class Field(NamedTuple):
    """A field of an object: the model of the object, its name, its JSON Schema, and whether it has to be given."""

    owner: str
    name: str
    schema: Json
    required: bool

    @property
    def meaning(self) -> str:
        """One or more sentences."""
        return str(self.schema["description"])

    @property
    def example(self) -> Json:
        """A value that the field may have."""
        return self.schema["examples"][0]

    @property
    def target(self) -> str:
        """The model or codelist of its value, or of the items of its list; empty if it has none."""
        return target(item(self.schema))

    @property
    def since(self) -> str:
        """The first version of the schema in which the object has the field."""
        return next(version for version in versions() if self.name in _names(version).get(self.owner, ()))


@cache
def definitions(version: str = SCHEMA_VERSION) -> Mapping[str, Json]:
    """Every type of a version of the schema, by the name of its model: the kinds of record first."""
    roots = {model.__name__: load(version, kind) for kind, model in RECORD_KINDS.items()}
    inner = {name: each for schema in roots.values() for name, each in schema["$defs"].items()}
    return {**roots, **inner}


@cache
def objects() -> Mapping[str, Json]:
    """The JSON Schema of every object that has fields, by the name of its model."""
    return {name: each for name, each in definitions().items() if "properties" in each}


@cache
def fields(owner: str) -> Mapping[str, Field]:
    """The fields of an object, by their names, in reading order."""
    described = objects()[owner]
    required = described.get("required", ())
    return {name: Field(owner, name, each, name in required) for name, each in described["properties"].items()}


@cache
def users() -> Mapping[str, Sequence[Field]]:
    """The fields whose values, or the items of whose lists, are of a type, by the name of the type."""
    found: dict[str, list[Field]] = defaultdict(list)
    for owner in objects():
        for field in fields(owner).values():
            if field.target:
                found[field.target].append(field)
    return found


def named(name: str) -> Iterator[Field]:
    """The fields with this name, in any object; those of a record first."""
    return (fields(owner)[name] for owner in objects() if name in fields(owner))


def item(schema: Json) -> Json:
    """The schema of an item of the list, or of the value itself; of a text or an object, that of the object."""
    item = schema.get("items", schema)
    return item.get("else", item)


def target(schema: Json) -> str:
    """The name of the model that a schema refers to; empty if it refers to none."""
    return str(schema.get("$ref", "")).rpartition("/")[2]


def words(name: str) -> str:
    """The name of a model as words.

    >>> words("SourceText")
    'source text'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


@cache
def _names(version: str) -> Mapping[str, frozenset[str]]:
    """The names of the fields of each object in a version."""
    return {name: frozenset(each.get("properties", ())) for name, each in definitions(version).items()}
