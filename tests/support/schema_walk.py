"""Visits every place of a published schema, and builds documents that are valid there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

Json = Any
Wrap = Callable[[Json], Json]


class Place(NamedTuple):
    """A node of the schema: its name, the node, and how to put a value there in a document that is right elsewhere."""

    name: str
    node: dict[str, Any]
    wrap: Wrap


class Walk:
    """Visits every place of a schema; each definition where it is first met."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.definitions = schema["$defs"]
        self._schema = schema
        self.met: set[str] = set()
        self.keys: set[str] = set()

    def places(self) -> Iterator[Place]:
        yield from self._visit("", self._schema, lambda value: value)

    def _visit(self, name: str, node: dict[str, Any], wrap: Wrap) -> Iterator[Place]:
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            if name in self.met:
                return
            self.met.add(name)
            yield from self._visit(name, self.definitions[name], wrap)
            return
        if "else" in node:
            yield from self._visit(f"{name} as text", node["then"], wrap)
            yield from self._visit(name, node["else"], wrap)
            return
        yield Place(name, node, wrap)
        for field, inner in node.get("properties", {}).items():
            yield from self._visit(f"{name}.{field}", inner, self._into(node, field, wrap))
        if "items" in node:
            yield from self._visit(f"{name}[]", node["items"], lambda value: wrap([value]))
        if isinstance(values := node.get("additionalProperties"), dict):
            key = next(iter(self.example(node)))
            yield from self._visit(f"{name}{{}}", values, lambda value: wrap({key: value}))
            if "propertyNames" in node:
                yield self._key(name, node, self.example(node)[key], wrap)

    def _key(self, name: str, node: dict[str, Any], content: Json, wrap: Wrap) -> Place:
        """A key is a text whatever one does, so of its type nothing can be wrong."""
        used = node["propertyNames"]["$ref"].rpartition("/")[2]
        self.keys.add(used)
        form = {keyword: limit for keyword, limit in self.definitions[used].items() if keyword != "type"}
        return Place(f"{name}.key", form, lambda value: wrap({value: content}))

    def _into(self, node: dict[str, Any], field: str, wrap: Wrap) -> Wrap:
        return lambda value: wrap(self.completed(node, {**self.least(node), field: value}, field))

    def example(self, node: dict[str, Any]) -> Json:
        if "$ref" in node and not node.get("examples"):
            return self.example(self.definitions[node["$ref"].rpartition("/")[2]])
        if "else" in node:
            return self.example(node["then"])
        if "const" in node:
            return node["const"]
        if node.get("examples"):
            return node["examples"][0]
        return {} if node.get("type") == "object" else node.get("enum", ["some text"])[0]

    def least(self, node: dict[str, Any]) -> dict[str, Json]:
        """An object with what is required, and one field more where one is needed."""
        found = {name: self.example(node["properties"][name]) for name in node.get("required", ())}
        if len(found) < node.get("minProperties", 0):
            name = next(iter(node["properties"]))
            found[name] = self.example(node["properties"][name])
        return self.completed(node, found, "")

    def completed(self, node: dict[str, Any], document: dict[str, Json], keep: str) -> dict[str, Json]:
        """The object with what its conditions ask for; the field to keep stays, and makes others give way."""
        for condition in node.get("allOf", ()):
            for name in consequence(condition, document).get("required", ()):
                document.setdefault(name, self.example(node["properties"][name]))
            forbidden = consequence(condition, document).get("properties", {})
            for name in [each for each in forbidden if each in document]:
                if name == keep:
                    self._make_way(condition, node, name, document)
                else:
                    del document[name]
        return document

    def _make_way(self, condition: dict[str, Any], node: dict[str, Any], field: str, document: dict[str, Json]) -> None:
        """Change the condition's own field so that the field may stand."""
        test = condition["if"]
        (name,) = test["required"]
        if test.get("properties"):
            document.update(self._satisfying(condition, node, field))
        elif name in document:
            del document[name]
        else:
            document[name] = self.example(node["properties"][name])

    def _satisfying(self, condition: dict[str, Any], node: dict[str, Any], field: str) -> dict[str, Json]:
        """A value of the condition's own field under which the field may stand, with what that asks for."""
        test = condition["if"]
        (name,) = test["required"]
        if field in condition.get("else", {}).get("properties", {}):
            codes = test.get("properties", {}).get(name, {}).get("enum")
            return {name: codes[0] if codes else self.example(node["properties"][name])}
        others = self.definitions[node["properties"][name]["$ref"].rpartition("/")[2]]["enum"]
        refused = test["properties"][name]["enum"]
        return {name: next(code for code in reversed(others) if code not in refused)}


def consequence(condition: dict[str, Any], document: dict[str, Json]) -> dict[str, Any]:
    holds = Draft202012Validator(condition["if"]).is_valid(document)
    branch: dict[str, Any] = condition.get("then" if holds else "else", {})
    return branch
