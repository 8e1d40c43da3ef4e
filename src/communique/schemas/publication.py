"""Publishes the JSON Schema, the codelists and their checksums from the models."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from ..codelists import CODELISTS, Codelist
from ..errors import CommuniqueError
from ..files.checksum import sha256
from ..files.file_tree import write_tree
from ..models import RECORD_KINDS, SCHEMA_VERSION, Model
from ..text.json_text import file_content
from .for_editors import KEYWORDS, add_snippets, describe_texts

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CHECKSUMS = "SHA256SUMS"

# The order of keywords in the published file, for readers: the description first, the parts last.
_KEYWORDS = (
    "$schema", "$id", "title", "description", "type", "$ref", "const", "enum", "enumDescriptions", "pattern", "not",
    "minLength", "maxLength", "minimum", "minItems", "uniqueItems", "minProperties", "default", "examples",
    *KEYWORDS, "items",
    "required", "properties", "propertyNames", "additionalProperties", "allOf", "if", "then", "else", "$defs",
)  # fmt: skip
# Their values are no schemas.
_OPAQUE = ("examples", "default", "defaultSnippets")


class _Generator(GenerateJsonSchema):
    """The generator of pydantic, without titles generated from field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def identifier(kind: str) -> str:
    """The ``$id`` of a schema: a name, not an address, so that no tool tries to fetch it."""
    return f"urn:communique:schema:{SCHEMA_VERSION}:{kind}"


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of record, generated from the models."""
    model = RECORD_KINDS[kind]
    generated = model.model_json_schema(schema_generator=_Generator)
    definitions = generated.pop("$defs")
    definitions.pop("JsonValue", None)
    classes = {cls.__name__: cls for cls in _subclasses(Model)}
    for name, definition in definitions.items():
        if name in classes:
            _describe(definition, classes[name])
    _describe(generated, model)
    describe_texts(definitions)
    add_snippets(definitions, classes)
    generated["properties"].setdefault("extensions", {})["additionalProperties"] = {"type": "object"}
    whole = {
        **generated,
        "$schema": DIALECT,
        "$id": identifier(kind),
        "title": f"communique {kind} {SCHEMA_VERSION}",
        "$defs": definitions,
    }
    ordered: dict[str, Any] = _ordered(whole)
    return ordered


def _subclasses(model: type[Model]) -> Iterator[type[Model]]:
    for child in model.__subclasses__():
        yield child
        yield from _subclasses(child)


def _describe(schema: dict[str, Any], model: type[Model]) -> None:
    """Add the description and example of each field, and sort the fields in reading order."""
    schema.pop("title", None)
    properties = schema["properties"]
    for name, field in model.model_fields.items():
        described = properties[name]
        described.update(description=field.description, examples=field.examples)
        if described.get("default") in (None, [], {}):
            described.pop("default", None)
    schema["properties"] = {name: properties[name] for name in model.field_order()}
    if required := [name for name in model.field_order() if name in schema.get("required", ())]:
        schema["required"] = required


def _ordered(node: Any, *, names: bool = False) -> Any:
    """The schema with its keywords in reading order; ``names`` is true if the keys of the object are field names."""
    if isinstance(node, list):
        return [_ordered(item) for item in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {key: _ordered(value) for key, value in node.items()}
    known = sorted(node, key=lambda key: (_KEYWORDS.index(key) if key in _KEYWORDS else len(_KEYWORDS), key))
    return {
        key: node[key] if key in _OPAQUE else _ordered(node[key], names=key in ("properties", "$defs")) for key in known
    }


def codelist_csv(codelist: type[Codelist]) -> str:
    """One codelist as CSV: code, label, definition, since."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(("code", "label", "definition", "since"))
    writer.writerows((member.value, member.label, member.definition, member.since) for member in codelist)
    return buffer.getvalue()


@cache
def files() -> Mapping[str, bytes]:
    """The published files of the version of the models: path below the folder of the version, and content."""
    published = {f"{kind}.schema.json": file_content(json_schema(kind)) for kind in RECORD_KINDS}
    published |= {f"codelists/{codelist.list_name}.csv": codelist_csv(codelist).encode() for codelist in CODELISTS}
    sums = (f"{sha256(content)}  {name}\n" for name, content in sorted(published.items()))
    return MappingProxyType({**published, CHECKSUMS: "".join(sums).encode()})


class PublishedError(CommuniqueError):
    """A published version would change, which is not allowed."""


def publish(to: Path) -> Path:
    """Write the files of the version of the models below ``to``; returns the folder of the version.

    Raises:
        PublishedError: the version is sealed, and the models now give a different schema.
    """
    target, fresh = to / SCHEMA_VERSION, files()
    if sealed(to).get(SCHEMA_VERSION) not in (None, sha256(fresh[CHECKSUMS])):
        raise PublishedError(f"schema {SCHEMA_VERSION} is published and never changes; give the models a new version")
    write_tree(target, fresh)
    return target


def sealed(published: Path) -> dict[str, str]:
    """The versions that never change, each with the digest of its checksums.

    They are listed in ``SHA256SUMS`` of the folder, so that a version and its checksums cannot be changed unnoticed.
    """
    file = published / CHECKSUMS
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (line.split("  ", 1) for line in lines)
    return {Path(name).parent.name: digest for digest, name in pairs}


def differences(published: Path) -> list[str]:
    """The differences of the folder ``published``: stale, missing or unknown files, wrong checksums."""
    return [*_stale(published / SCHEMA_VERSION), *_broken_checksums(published)]


def _stale(folder: Path) -> list[str]:
    expected = files()
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    missing = [f"{name} is missing" for name in sorted(expected.keys() - present)]
    unknown = [f"{name} is not generated from the models" for name in sorted(present - expected.keys())]
    stale = [
        f"{name} differs from the models"
        for name in sorted(expected.keys() & present)
        if (folder / name).read_bytes() != expected[name]
    ]
    return missing + unknown + stale


def _broken_checksums(published: Path) -> list[str]:
    broken = []
    for sums in sorted([*published.glob(CHECKSUMS), *published.glob(f"*/{CHECKSUMS}")]):
        for line in sums.read_text(encoding="utf-8").splitlines():
            digest, _, name = line.partition("  ")
            file = sums.parent / name
            if not file.is_file() or sha256(file.read_bytes()) != digest:
                broken.append(f"{sums.parent.name}/{name} does not match its checksum")
    return broken
