"""Publishes the JSON Schema, the codelists and their checksums from the models."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from ..codelists import CODELISTS, Codelist
from ..errors import CommuniqueError
from ..models import RECORD_KINDS, SCHEMA_VERSION, Model

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CHECKSUMS = "SHA256SUMS"

# A keyword's place in the published file, so that a person can read it: what it is first, its parts last.
_KEYWORDS = (
    "$schema", "$id", "title", "description", "type", "$ref", "const", "enum", "enumDescriptions", "pattern", "not",
    "minLength", "maxLength", "minimum", "minItems", "uniqueItems", "minProperties", "default", "examples", "items",
    "required", "properties", "propertyNames", "additionalProperties", "allOf", "if", "then", "else", "$defs",
)  # fmt: skip


class _Generator(GenerateJsonSchema):
    """Pydantic's generator without a title made up from every field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def identifier(kind: str) -> str:
    """The ``$id`` of a schema: a name, not an address, so that no tool tries to fetch it."""
    return f"urn:communique:schema:{SCHEMA_VERSION}:{kind}"


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of record, made from the models."""
    model = RECORD_KINDS[kind]
    generated = model.model_json_schema(schema_generator=_Generator)
    definitions = generated.pop("$defs")
    definitions.pop("JsonValue", None)
    classes = {cls.__name__: cls for cls in _subclasses(Model)}
    for name, definition in definitions.items():
        if name in classes:
            _describe(definition, classes[name])
    _describe(generated, model)
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
    """Put each field's description and example beside its type, and the fields in reading order."""
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
    """The same schema with its keywords in reading order; ``names`` marks an object whose keys are no keywords."""
    if isinstance(node, list):
        return [_ordered(item) for item in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {key: _ordered(value) for key, value in node.items()}
    known = sorted(node, key=lambda key: (_KEYWORDS.index(key) if key in _KEYWORDS else len(_KEYWORDS), key))
    return {
        key: node[key] if key in ("examples", "default") else _ordered(node[key], names=key in ("properties", "$defs"))
        for key in known
    }


def codelist_csv(codelist: type[Codelist]) -> str:
    """One codelist as CSV: code, label, definition, since."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(("code", "label", "definition", "since"))
    writer.writerows((member.value, member.label, member.definition, member.since) for member in codelist)
    return buffer.getvalue()


def files() -> dict[str, bytes]:
    """Everything that is published for the models' version: path below the version's folder, and content."""
    published = {f"{kind}.schema.json": _json(json_schema(kind)) for kind in RECORD_KINDS}
    published |= {f"codelists/{codelist.list_name}.csv": codelist_csv(codelist).encode() for codelist in CODELISTS}
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(published.items()))
    return {**published, CHECKSUMS: "".join(sums).encode()}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


class PublishedError(CommuniqueError):
    """A published version would change, which never happens."""


def publish(to: Path) -> Path:
    """Write the files of the models' version below ``to``; gives the version's folder.

    Raises:
        PublishedError: the version is sealed, and what the models give now is something else.
    """
    target, fresh = to / SCHEMA_VERSION, files()
    if sealed(to).get(SCHEMA_VERSION) not in (None, hashlib.sha256(fresh[CHECKSUMS]).hexdigest()):
        raise PublishedError(f"schema {SCHEMA_VERSION} is published and never changes; give the models a new version")
    for name, content in fresh.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return target


def sealed(published: Path) -> dict[str, str]:
    """The versions that are published for good, each with the digest of its checksums.

    They stand in the folder's own ``SHA256SUMS``, so that nobody changes a version together with its checksums unseen.
    """
    file = published / CHECKSUMS
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (line.split("  ", 1) for line in lines)
    return {Path(name).parent.name: digest for digest, name in pairs}


def differences(published: Path) -> list[str]:
    """What in the folder ``published`` is not as it should be: stale, missing or unknown files, broken checksums."""
    return [*_stale(published / SCHEMA_VERSION), *_broken_checksums(published)]


def _stale(folder: Path) -> list[str]:
    expected = files()
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    missing = [f"{name} is missing" for name in sorted(expected.keys() - present)]
    unknown = [f"{name} is not published by the models" for name in sorted(present - expected.keys())]
    stale = [
        f"{name} differs from what the models give"
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
            if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                broken.append(f"{sums.parent.name}/{name} does not match its checksum")
    return broken
