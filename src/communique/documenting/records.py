"""A page per kind of record and per object in it: every field, with meaning, type, codes and an example.

Everything is from the JSON Schema of the models, so that the pages describe what a validator checks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from .. import models
from ..codelists import CODELISTS
from ..models import RECORD_KINDS, SCHEMA_VERSION, Condition, Model, reference_fields
from ..schemas.publication import json_schema
from .markdown import code, page, table

FOLDER = "reference/records"

_HEAD = f"""# Records

Every field of schema {SCHEMA_VERSION}. A record is a YAML or JSON file of one of three kinds; the other pages are about
the objects inside a record. Objects are closed: a field that is not listed is an error."""

_VALUES = """# Values with a fixed format

These types are used by the fields of many objects. A value is the whole text of the field: nothing is trimmed or
converted."""

_ESCAPES = str.maketrans({"\t": r"\t", "\r": r"\r", "\n": r"\n"})

_CODELISTS = {codelist.__name__: codelist for codelist in CODELISTS}


def pages() -> Iterator[tuple[str, str]]:
    """The pages: name below the folder of the documentation, and text."""
    yield f"{FOLDER}/README.md", _overview()
    for name, definition in objects().items():
        yield f"{FOLDER}/{_file(name)}", _object_page(name, definition)
    scalars = {name: each for name, each in _definitions().items() if name not in {*objects(), *_CODELISTS}}
    yield f"{FOLDER}/values.md", page(_VALUES, *(_value_section(*each) for each in sorted(scalars.items())))


@cache
def _definitions() -> dict[str, dict[str, Any]]:
    """Every type of the JSON Schema by the name of its model: the kinds of record first."""
    schemas = {model.__name__: json_schema(kind) for kind, model in RECORD_KINDS.items()}
    inner = {name: each for schema in schemas.values() for name, each in schema["$defs"].items()}
    return {**schemas, **inner}


def objects() -> dict[str, dict[str, Any]]:
    """The JSON Schema of every object that has fields, by the name of its model."""
    return {name: each for name, each in _definitions().items() if "properties" in each}


def _model(name: str) -> type[Model]:
    model: type[Model] = getattr(models, name)
    return model


def _words(name: str) -> str:
    """The name of a model as words.

    >>> _words("SourceText")
    'source text'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _file(name: str) -> str:
    return f"{_words(name).replace(' ', '-')}.md"


def _overview() -> str:
    roots = [model.__name__ for model in RECORD_KINDS.values()]
    parts = sorted(objects().keys() - set(roots))
    return page(_HEAD, "## Kinds of record", _index(roots), "## Objects in a record", _index(parts))


def _index(names: list[str]) -> str:
    rows = [(f"[{_words(name)}]({_file(name)})", objects()[name]["description"]) for name in names]
    return table(("object", "meaning"), rows)


def _object_page(name: str, definition: dict[str, Any]) -> str:
    required = definition.get("required", ())
    kinds = reference_fields(_model(name))
    sections = [
        _field_section(each, schema, each in required, kinds.get(each, ()))
        for each, schema in definition["properties"].items()
    ]
    return page(f"# {_words(name).capitalize()}", definition["description"], _uses(name), _constraints(name), *sections)


def _uses(name: str) -> str:
    places = [f"[{_words(owner)}]({_file(owner)}#{field})" for owner, field in _users().get(name, ())]
    used = f"Used in {', '.join(places)}. " if places else ""
    return f"{used}In Python: `communique.models.{name}`."


@cache
def _users() -> dict[str, list[tuple[str, str]]]:
    """The fields of each type: from the name of its model to pairs of an object and a field."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for owner, definition in objects().items():
        for field, schema in definition["properties"].items():
            if target := _target(_item(schema)):
                found[target].append((owner, field))
    return found


def _constraints(name: str) -> str:
    model = _model(name)
    lines = [line for condition in model.conditions for line in _condition(condition)]
    if model.min_fields:
        lines.append(f"At least {model.min_fields} of the fields is required.")
    return "\n".join(f"- {line}" for line in lines)


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


def _field_section(name: str, schema: dict[str, Any], required: bool, kinds: tuple[str, ...]) -> str:
    facts = [f"- Type: {_type(schema)}", f"- Required: {'yes' if required else 'no'}"]
    if kinds:
        facts.append(f"- Refers to: {' or '.join(f'[{kind}]({kind}.md)' for kind in kinds)}")
    if "default" in schema:
        facts.append(f"- Default: `{schema['default']}`")
    if codelist := _CODELISTS.get(_target(_item(schema))):
        facts.append(f"- Codes: {', '.join(f'`{each}`' for each in codelist)}")
    example = yaml.safe_dump({name: schema["examples"][0]}, allow_unicode=True, sort_keys=False, width=100)
    return page(f"## {name}", schema["description"], "\n".join(facts), code("yaml", example)).rstrip("\n")


def _item(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an item of the list, or of the value itself; of a text or an object, that of the object."""
    item: dict[str, Any] = schema.get("items", schema)
    whole: dict[str, Any] = item.get("else", item)
    return whole


def _target(schema: dict[str, Any]) -> str:
    """The name of the model that a schema refers to; empty if it refers to none."""
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _type(schema: dict[str, Any]) -> str:
    if name := _target(schema):
        return _link(name)
    if "const" in schema:
        return f"`{schema['const']}`"
    if "else" in schema:
        return f"{_type(schema['then'])} or {_type(schema['else'])}"
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}{_bounds(schema)}"
    if "propertyNames" in schema:
        return f"object; each key is a {_type(schema['propertyNames'])}"
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return " or ".join(names) + _bounds(schema)


def _bounds(schema: dict[str, Any]) -> str:
    parts = [
        f"at least {schema['minItems']} item" if "minItems" in schema else "",
        "no duplicate items" if schema.get("uniqueItems") else "",
        f"at least {schema['minimum']}" if "minimum" in schema else "",
        "not empty" if schema.get("minLength") else "",
    ]
    return "".join(f", {part}" for part in parts if part)


def _link(name: str) -> str:
    if codelist := _CODELISTS.get(name):
        return f"a code of [{codelist.list_name}](../codelists.md#{codelist.list_name})"
    if name in objects():
        return f"[{_words(name)}]({_file(name)})"
    return f"[{_title(name)}](values.md#{name.lower()})"


def _title(name: str) -> str:
    return re.sub(r"^an? ", "", str(_definitions()[name]["title"]))


def _value_section(name: str, schema: dict[str, Any]) -> str:
    facts = [f"- Type: {schema['type']}"]
    if "pattern" in schema:
        facts.append(f"- Pattern: `{schema['pattern'].translate(_ESCAPES)}`")
    if "maxLength" in schema:
        facts.append(f"- Maximum length: {schema['maxLength']} characters")
    if "propertyNames" in schema:
        facts.append(f"- Keys: {_type(schema['propertyNames'])}; values: {_type(schema['additionalProperties'])}")
    example = yaml.safe_dump(schema["examples"][0], allow_unicode=True).removesuffix("...\n")
    title = _title(name)
    return page(
        f"## {name}", f"{title[0].upper()}{title[1:]}. {schema['description']}", "\n".join(facts), code("yaml", example)
    ).rstrip("\n")
