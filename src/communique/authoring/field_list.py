"""Fields that a text does not show yet, a line each: name, meaning, codes and an example, from the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from .. import models
from ..codelists import CODELISTS
from ..models import Assertion, Entity, Model, NamedEntity
from ..models.shorthand import shorthands
from ..schemas.described import Field, definitions, fields

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
    name, shown = "Announcement", record
    for field in path.split("/") if path else ():
        owner = shorthands(getattr(models, name))
        name = fields(name)[field].target
        inner = shown[field][0] if isinstance(shown[field], list) else shown[field]
        shown = {owner[field].field: inner} if isinstance(inner, str) else inner
    for described in fields(name).values():
        if described.name not in shown and _brings(name, described.name) == shared:
            yield f"{described.name}: {_meaning(described, explained)}"


def _brings(name: str, field: str) -> str:
    """The model with shared fields that brings the field to this one; the most general one, if there are several."""
    model: type[Model] = getattr(models, name)
    found = (each for each, base in _SHARED.items() if issubclass(model, base) and field in base.model_fields)
    return next(reversed(list(found)), "")


def _meaning(field: Field, explained: set[str]) -> str:
    """What the field means, the fields or codes that its value may have unless they are explained, and an example."""
    target = field.target
    definition = definitions().get(target, {})
    parts = [field.meaning]
    if target in explained:
        definition = {}
    explained.add(target)
    if "enum" in definition:
        parts.append(f"Codes: {_codes(target, definition['enum'])}.")
    if "properties" in definition:
        parts.append(f"Fields: {', '.join(definition['properties'])}.")
    parts.append(f"Example: {flow(field.example)}")
    return " ".join(parts)


def _codes(name: str, codes: list[str]) -> str:
    """The codes of a list; of a long one the command that explains them."""
    if len(codes) <= _MOST_CODES:
        return ", ".join(codes)
    return next(f"`communique codes {each.list_name}`" for each in CODELISTS if each.__name__ == name)


def flow(value: Json) -> str:
    """The value as YAML on one line."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000)
    return text.removesuffix("...\n").strip()
