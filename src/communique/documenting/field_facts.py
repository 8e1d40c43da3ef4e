"""The facts about a field, for pages and the terminal: its type, whether it is required, its codes.

Only the names of types differ: on a page they are links. A `Namer` gives the text for the name of a model or codelist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .. import models
from ..codelists import CODELISTS
from ..models import Condition, Model, reference_fields
from ..schemas.described import Field, target

Json = Any
Namer = Callable[[str], str]

CODELISTS_BY_MODEL = {codelist.__name__: codelist for codelist in CODELISTS}


def facts(field: Field, namer: Namer) -> Iterator[tuple[str, str]]:
    """What is known of a field besides its meaning and example: what it is, and how it is. Codes are in backticks."""
    yield "Type", type_of(field.schema, namer)
    yield "Required", "yes" if field.required else "no"
    if kinds := reference_fields(model(field.owner)).get(field.name, ()):
        yield "Refers to", " or ".join(namer(kind.capitalize()) for kind in kinds)
    if "default" in field.schema:
        yield "Default", f"`{field.schema['default']}`"
    if codelist := CODELISTS_BY_MODEL.get(field.target):
        yield "Codes", ", ".join(f"`{each}`" for each in codelist)
    yield "Since", field.since


def model(name: str) -> type[Model]:
    """The model with this name."""
    found: type[Model] = getattr(models, name)
    return found


def type_of(schema: Json, namer: Namer) -> str:
    """The type of a value in words."""
    if name := target(schema):
        return namer(name)
    if "const" in schema:
        return f"`{schema['const']}`"
    if "else" in schema:
        return f"{type_of(schema['then'], namer)} or {type_of(schema['else'], namer)}"
    if schema["type"] == "array":
        return f"list of {type_of(schema['items'], namer)}{_bounds(schema)}"
    if "propertyNames" in schema:
        return f"object; each key is a {type_of(schema['propertyNames'], namer)}"
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return " or ".join(names) + _bounds(schema)


def _bounds(schema: Json) -> str:
    parts = [
        f"at least {schema['minItems']} item" if "minItems" in schema else "",
        "no duplicate items" if schema.get("uniqueItems") else "",
        f"at least {schema['minimum']}" if "minimum" in schema else "",
        "not empty" if schema.get("minLength") else "",
    ]
    return "".join(f", {part}" for part in parts if part)


def constraints(name: str) -> Iterator[str]:
    """Which fields of an object depend on others, a sentence each."""
    of = model(name)
    for condition in of.conditions:
        yield from _condition(condition)
    if of.min_fields:
        yield f"At least {of.min_fields} of the fields is required."


def _condition(condition: Condition) -> Iterator[str]:
    values = " or ".join(f"`{value}`" for value in condition.values)
    test = f"`{condition.field}` is {values}" if values else f"`{condition.field}` is given"
    for field in condition.requires:
        yield f"If {test}, `{field}` is required."
    for field in condition.forbids:
        yield f"If {test}, `{field}` is not allowed."
    for field in condition.otherwise_requires:
        yield f"`{field}` is required unless {test}."
    for field in condition.otherwise_forbids:
        yield f"`{field}` is not allowed unless {test}."
