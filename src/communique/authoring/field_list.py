"""Fields that a text does not show yet, a line each: name, meaning, codes and an example, from the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from .. import models, schemas
from ..codelists import CODELISTS
from ..models import SCHEMA_VERSION, Assertion, Entity, Model, NamedEntity
from ..models.shorthand import shorthands

Json = Any

_MOST_CODES = 10
_SHARED: dict[str, type[Model]] = {model.__name__: model for model in (Assertion, NamedEntity, Entity)}
"""Models whose fields are listed once, and not again for each model that inherits them."""


def field_lines(path: str, shared: str, record: Json, explained: set[str]) -> Iterator[str]:
    """The lines for the object at a path of an announcement, without the fields that it has in ``record``.

    ``path`` holds the names of fields with slashes between them, as ``measures/attributes``; of a list the first item
    is meant. ``shared`` is the name of a model that this one inherits from: then the lines are for the fields that it
    brings; if it is empty, for the fields that no such model brings. ``explained`` are the codelists and models of
    values whose codes and fields were listed before, and need not be listed again; new ones are added.
    """
    schema = schemas.load(SCHEMA_VERSION, "announcement")
    name, shown = "Announcement", record
    for field in path.split("/") if path else ():
        owner = shorthands(getattr(models, name))
        name = _object(_properties(schema, name)[field])
        inner = shown[field][0] if isinstance(shown[field], list) else shown[field]
        shown = {owner[field].field: inner} if isinstance(inner, str) else inner
    for field, described in _properties(schema, name).items():
        if field not in shown and _brings(name, field) == shared:
            yield f"{field}: {_meaning(described, schema, explained)}"


def _properties(schema: Json, name: str) -> dict[str, Json]:
    found: dict[str, Json] = schema["$defs"].get(name, schema)["properties"]
    return found


def _object(described: Json) -> str:
    """The name of the definition that a field, or an item of its list, has."""
    item = described.get("items", described)
    name: str = item.get("else", item).get("$ref", "").rpartition("/")[2]  # of a text or an object, the object
    return name


def _brings(name: str, field: str) -> str:
    """The model with shared fields that brings the field to this one; the most general one, if there are several."""
    model: type[Model] = getattr(models, name)
    found = (each for each, base in _SHARED.items() if issubclass(model, base) and field in base.model_fields)
    return next(reversed(list(found)), "")


def _meaning(described: Json, schema: Json, explained: set[str]) -> str:
    """What the field means, the fields or codes that its value may have unless they are explained, and an example."""
    target = _object(described)
    definition = schema["$defs"].get(target, {})
    parts = [described["description"]]
    if target in explained:
        definition = {}
    explained.add(target)
    if "enum" in definition:
        parts.append(f"Codes: {_codes(target, definition['enum'])}.")
    if "properties" in definition:
        parts.append(f"Fields: {', '.join(definition['properties'])}.")
    parts.append(f"Example: {_flow(described['examples'][0])}")
    return " ".join(parts)


def _codes(name: str, codes: list[str]) -> str:
    """The codes of a list; of a long one the command that explains them."""
    if len(codes) <= _MOST_CODES:
        return ", ".join(codes)
    return next(f"`communique codes {each.list_name}`" for each in CODELISTS if each.__name__ == name)


def _flow(value: Json) -> str:
    """The value as YAML on one line."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000)
    return text.removesuffix("...\n").strip()
