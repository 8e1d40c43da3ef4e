"""Makes documents: right ones from the schema, and wrong ones from right ones."""

from __future__ import annotations

import copy
import functools
from typing import Any

from hypothesis import strategies as st

from communique import schemas
from communique.models import SCHEMA_VERSION

Json = Any
KINDS = ("announcement", "registry", "dataset")


@functools.cache
def valid_looking(kind: str, version: str = SCHEMA_VERSION) -> st.SearchStrategy[Json]:
    """Documents that follow the schema keyword by keyword, except that conditions may come out either way."""
    schema = schemas.load(version, kind)
    return _from_schema(schema, schema["$defs"], depth=0)


def _from_schema(schema: dict[str, Any], defs: dict[str, Any], depth: int) -> st.SearchStrategy[Json]:
    if "$ref" in schema:
        return _from_schema(defs[schema["$ref"].rpartition("/")[2]], defs, depth)
    if "else" in schema:
        return _from_schema(schema["then"], defs, depth) | _from_schema(schema["else"], defs, depth)
    if codes := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return st.sampled_from(codes)
    match schema["type"]:
        case "object":
            return _object(schema, defs, depth)
        case "array":
            unique = schema.get("uniqueItems", False)
            most = 2 if depth < 3 else schema.get("minItems", 0)
            items = _from_schema(schema["items"], defs, depth + 1)
            return st.lists(items, min_size=schema.get("minItems", 0), max_size=most, unique=unique)
        case "string":
            return _text(schema)
        case "integer":
            return st.integers(schema.get("minimum", -5), 10**12)
        case "number" | "boolean" as name:
            return _NUMBERS if name == "number" else st.booleans()
        case list():
            return st.one_of(_NUMBERS, st.text(min_size=1, max_size=10))
    raise AssertionError(schema)


_NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False))


def _object(schema: dict[str, Any], defs: dict[str, Any], depth: int) -> st.SearchStrategy[Json]:
    if "properties" not in schema:
        values = schema.get("additionalProperties", True)
        value = _from_schema(values, defs, depth + 1) if "$ref" in values else st.just({"any": [None, True, 1.5]})
        keys = _from_schema(schema["propertyNames"], defs, depth)
        return st.dictionaries(keys, value, min_size=schema.get("minProperties", 0), max_size=2)
    required = schema.get("required", [])
    properties = schema["properties"]
    fields = {name: _from_schema(properties[name], defs, depth + 1) for name in properties}
    if depth > 4:
        fields = {name: fields[name] for name in required} or dict([next(iter(fields.items()))])
    whole = st.fixed_dictionaries(
        {name: fields[name] for name in required},
        optional={name: strategy for name, strategy in fields.items() if name not in required},
    )
    least = schema.get("minProperties", 0)
    return whole.filter(lambda made: len(made) >= least)


def _text(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    most = schema.get("maxLength", 10**6)
    return st.from_regex(schema["pattern"], fullmatch=False).filter(lambda text: len(text) <= most and "\n" not in text)


def paths(node: Json, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every node."""
    found = [path]
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        found += paths(value, (*path, key))
    return found


_OTHER = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        1.0,
        2.5,
        1e300,
        "",
        " ",
        "x",
        "1",
        "X",
        "é",
        "\n",
        [],
        {},
        [None],
        {"a": 1},
        "2025-02-30",
    ]
).map(copy.deepcopy)


@st.composite
def mutated(draw: st.DrawFn, document: Json) -> Json:
    """The document with one to three faults, or none where a change happens to be harmless."""
    spoilt = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        if not spoilt:
            break
        path = draw(st.sampled_from(paths(spoilt)[1:]))
        parent = spoilt
        for key in path[:-1]:
            parent = parent[key]
        _spoil(draw, parent, path[-1])
    return spoilt


def _spoil(draw: st.DrawFn, parent: Json, key: Any) -> None:
    value = parent[key]
    match draw(st.sampled_from(["replace", "delete", "rename", "add", "text", "repeat"])):
        case "delete":
            del parent[key]
        case "rename" if isinstance(parent, dict):
            parent[draw(st.sampled_from([f"{key}s", key.upper(), f"{key}\n", "", "id"]))] = parent.pop(key)
        case "add" if isinstance(value, dict):
            value[draw(st.sampled_from(["extra", "note", "id", "unknown"]))] = draw(_OTHER)
        case "text" if isinstance(value, str):
            change = draw(st.sampled_from(["{}\n", " {}", "{}\u2028", "{}x", "{}-", "\n{}", "{}\u0000", "{}😀"]))
            parent[key] = change.format(value)
        case "repeat" if isinstance(value, list) and value:
            value.append(copy.deepcopy(value[0]))
        case "text" if isinstance(value, int) and not isinstance(value, bool):
            parent[key] = draw(st.sampled_from([float(value), str(value), -value, value + 0.5, value == 0]))
        case _:
            parent[key] = draw(_OTHER)
