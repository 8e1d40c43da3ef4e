"""The published schemas keep what they promise: nothing in them is out of reach, and every constraint bites.

For every place in a schema a document is built that is right there, and one for every way of being wrong there.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from communique import schemas
from communique.models import RECORD_KINDS as MODELS
from communique.models import SCHEMA_VERSION
from communique.schemas.comparison import WORDS
from support.documents import KINDS
from support.schema_walk import Json, Place, Walk

STRUCTURE = {"$ref", "properties", "items", "allOf", "$defs", "$schema", "$id"}
EVERY = [(version, kind) for version in schemas.versions() for kind in KINDS]


def spoilt(walk: Walk, place: Place) -> Iterator[tuple[str, Json]]:
    """For each keyword of the node, a value that it alone, or it first, refuses."""
    node = place.node
    example = walk.least(node) if node.get("type") == "object" and "properties" in node else walk.example(node)
    bad: dict[str, Callable[[Any], Json]] = {
        "type": lambda _: {"no": "such"} if node["type"] != "object" else [],
        "enum": lambda _: "no-such-code",
        "const": lambda _: "no-such",
        "pattern": lambda _: "\t ",
        "not": lambda _: f"{example}\n",
        "minLength": lambda limit: "" if limit == 1 else "x" * (limit - 1),
        "maxLength": lambda limit: "x" * (limit + 1),
        "minimum": lambda limit: limit - 1,
        "minItems": lambda limit: [walk.example(node["items"])] * (limit - 1),
        "minProperties": lambda _: {},
        "uniqueItems": lambda _: [walk.example(node["items"])] * 2,
        "required": lambda names: {name: value for name, value in example.items() if name != names[0]},
        "additionalProperties": lambda limit: (
            {**example, "no_such_field": 1} if limit is False else {next(iter(example)): 17.5}
        ),
        "propertyNames": lambda _: {"no such key": next(iter(example.values()))},
    }
    for keyword in node.keys() - STRUCTURE - {*WORDS}:
        if keyword == "uniqueItems" and not node[keyword]:
            continue
        yield keyword, bad[keyword](node[keyword])


@functools.cache
def validator(version: str, kind: str) -> Draft202012Validator:
    return Draft202012Validator(schemas.load(version, kind))


def verdicts(version: str, kind: str, document: Json) -> set[bool]:
    """What the schema says, and for the newest version what the models say."""
    found = {validator(version, kind).is_valid(document)}
    if version == SCHEMA_VERSION:
        try:
            MODELS[kind].model_validate(document)
            found.add(True)
        except ValidationError:
            found.add(False)
    return found


@pytest.mark.parametrize(("version", "kind"), EVERY)
def test_every_definition_is_reachable(version: str, kind: str) -> None:
    schema = schemas.load(version, kind)
    walk = Walk(schema)
    assert sum(1 for _ in walk.places()) > len(walk.met)
    assert walk.met | walk.keys == set(schema["$defs"])


@pytest.mark.parametrize(("version", "kind"), EVERY)
def test_every_code_is_accepted(version: str, kind: str) -> None:
    codes = 0
    for place in Walk(schemas.load(version, kind)).places():
        for code in place.node.get("enum", ()):
            codes += 1
            document = place.wrap(code)
            assert verdicts(version, kind, document) == {True}, (place.name, code, document)
    assert codes > 20 or kind == "dataset"


@pytest.mark.parametrize(("version", "kind"), EVERY)
def test_every_place_takes_its_example(version: str, kind: str) -> None:
    walk = Walk(schemas.load(version, kind))
    for place in walk.places():
        is_object = place.node.get("type") == "object" and "properties" in place.node
        document = place.wrap(walk.least(place.node) if is_object else walk.example(place.node))
        assert verdicts(version, kind, document) == {True}, (place.name, document)


@pytest.mark.parametrize(("version", "kind"), EVERY)
def test_every_constraint_bites(version: str, kind: str) -> None:
    walk = Walk(schemas.load(version, kind))
    bitten = 0
    for place in walk.places():
        for keyword, value in spoilt(walk, place):
            bitten += 1
            assert verdicts(version, kind, place.wrap(value)) == {False}, (place.name, keyword, value)
    assert bitten > 60


@pytest.mark.parametrize(("version", "kind"), EVERY)
def test_every_condition_bites(version: str, kind: str) -> None:
    walk = Walk(schemas.load(version, kind))
    for place in walk.places():
        for condition in place.node.get("allOf", ()):
            for branch in ("then", "else"):
                for name in condition.get(branch, {}).get("required", ()):
                    document = walk.least(place.node)
                    document.update(under(condition, place.node, walk, branch))
                    document.pop(name, None)
                    assert verdicts(version, kind, place.wrap(document)) == {False}, (place.name, name)
                for name in condition.get(branch, {}).get("properties", {}):
                    document = walk.least(place.node) | under(condition, place.node, walk, branch)
                    document[name] = walk.example(place.node["properties"][name])
                    assert verdicts(version, kind, place.wrap(document)) == {False}, (place.name, name)


def under(condition: dict[str, Any], node: dict[str, Any], walk: Walk, branch: str) -> dict[str, Json]:
    """The condition's own field, so that it holds or does not."""
    (name,) = condition["if"]["required"]
    values = condition["if"].get("properties", {}).get(name, {}).get("enum")
    if values is None:
        return {name: walk.example(node["properties"][name])} if branch == "then" else {}
    codes = walk.definitions[node["properties"][name]["$ref"].rpartition("/")[2]]["enum"]
    return {name: values[0] if branch == "then" else next(code for code in codes if code not in values)}
