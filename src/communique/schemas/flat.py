"""The schema in the subset of JSON Schema that structured outputs of language models take.

These APIs force an answer to fit a schema, but know few keywords. What they have in common: objects without further
fields, every field required and perhaps null, `anyOf`, `enum`, references within the file; no conditions, no patterns,
no limits.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..models import SCHEMA_VERSION
from . import comparison, store

LANGUAGE, TEXT = "language", "text"
"""The fields of an item in a list that stands for a text by language."""

WORDS = "words"

_NULL = {"type": "null"}
_STAY = frozenset({"type", "enum", "$ref"})
# Put in words instead, or taken apart: they loosen nothing.
_IN_WORDS = frozenset({"$schema", "$id", "const", *comparison.WORDS})
_ABOUT_WORDS = "The words of the source that say so, exactly as they stand in its text: a whole clause or sentence."


def flat(kind: str = "announcement") -> dict[str, Any]:
    """The schema of a kind of record for structured outputs; its description says what was loosened.

    Whatever the full schema accepts, this one accepts in its own form: what is left out is null, a text by language is
    a list of languages and texts, and there are no ``extensions``. `communique.authoring.answer` makes a record of it.
    """
    return _Flattening(store.load(SCHEMA_VERSION, kind)).schema()


class _Flattening:
    def __init__(self, full: dict[str, Any]) -> None:
        self._full = full
        self._lost: Counter[str] = Counter()
        self._left_out: list[str] = []

    def schema(self) -> dict[str, Any]:
        root = self._object(self._full)
        definitions = {name: self._definition(each) for name, each in self._full["$defs"].items()}
        if "Evidence" in definitions:
            evidence = definitions["Evidence"]
            evidence["properties"][WORDS] = {"description": _ABOUT_WORDS, "anyOf": [{"type": "string"}, _NULL]}
            evidence["required"].append(WORDS)
        return {"description": self._about(), **root, "$defs": _used(root, definitions)}

    def _about(self) -> str:
        lost = ", ".join(f"{name} ({number})" for name, number in sorted(self._lost.items()))
        left_out = ", ".join(self._left_out)
        return (
            f"{self._full['title']}, loosened for structured outputs. Fields that may be left out are null instead. "
            f"A text by language is a list of items with {LANGUAGE} and {TEXT}. Evidence may have {WORDS}. "
            f"Left out are the fields: {left_out or 'none'}. Left out are the keywords, with their number: {lost}. "
            "So an answer is no valid record yet: `communique schema record` makes a record of it, "
            "`communique cite --fill` puts passages in the place of words, and `communique validate` checks the result."
        )

    def _definition(self, schema: dict[str, Any]) -> dict[str, Any]:
        described = {"description": about} if (about := _description(schema)) else {}
        return {**described, **self._node(schema)}

    def _node(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema without descriptions."""
        if schema.get("if") == {"type": "string"}:
            return {"anyOf": [self._node(schema["then"]), self._node(schema["else"])]}
        if isinstance(schema.get("additionalProperties"), dict):
            return self._by_language(schema)
        if "properties" in schema:
            return self._object(schema)
        self._lost.update(schema.keys() - _STAY - _IN_WORDS - {"items"})
        if isinstance(types := schema.get("type"), list):
            return {"anyOf": [{"type": each} for each in types]}
        made = {key: schema[key] for key in schema if key in _STAY}
        if "const" in schema:
            made["enum"] = [schema["const"]]
        if "items" in schema:
            made["items"] = self._node(schema["items"])
        return made

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        self._lost.update(
            schema.keys() - _STAY - _IN_WORDS - {"properties", "required", "additionalProperties", "$defs"}
        )
        properties = {}
        for name, each in schema["properties"].items():
            if _is_open(each):
                self._left_out.append(name)
            else:
                properties[name] = self._property(each, required=name in schema.get("required", ()))
        return {
            "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False
        }  # fmt: skip

    def _property(self, schema: dict[str, Any], *, required: bool) -> dict[str, Any]:
        node, about = self._node(schema), _description(schema)
        if not required:
            node = {"anyOf": [*(node["anyOf"] if node.keys() == {"anyOf"} else [node]), _NULL]}
        # Beside a reference some APIs allow no other keyword.
        return node if "$ref" in node or not about else {"description": about, **node}

    def _by_language(self, schema: dict[str, Any]) -> dict[str, Any]:
        self._lost.update(schema.keys() & {"minProperties"})
        fields = {LANGUAGE: self._node(schema["propertyNames"]), TEXT: self._node(schema["additionalProperties"])}
        item = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
        return {"type": "array", "items": item}


def _is_open(schema: dict[str, Any]) -> bool:
    """Whether it takes objects with any fields, which no API does."""
    return schema.get("additionalProperties") == {"type": "object"}


def _description(schema: dict[str, Any]) -> str:
    """What the schema says in words, with the meaning of its codes and an example, since its pattern is lost."""
    parts = [schema.get("description", "")]
    if "enumDescriptions" in schema:
        pairs = zip(schema["enum"], schema["enumDescriptions"], strict=True)
        parts += [f"{code}: {meaning}" for code, meaning in pairs]
    if "pattern" in schema and schema.get("examples"):
        parts.append(f"For example: {schema['examples'][0]}")
    return "\n".join(filter(None, parts))


def _used(root: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions to which something leads from the root, in their order."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        for name in _referred(waiting.pop()) - found:
            found.add(name)
            waiting.append(definitions[name])
    return {name: each for name, each in definitions.items() if name in found}


def _referred(schema: Any) -> set[str]:
    """The names of the definitions to which a schema refers."""
    if isinstance(schema, list):
        return {name for each in schema for name in _referred(each)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"].rpartition("/")[2]} if isinstance(schema.get("$ref"), str) else set()
    return own.union(*(_referred(each) for each in schema.values()))
