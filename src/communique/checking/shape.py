"""Judges a record's shape by its JSON Schema and puts the schema's complaints into words for people.

Nothing here knows a field: names, codes, titles and examples come from the schema, so a record of an old version is
judged and advised by that version.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from .. import schemas
from ..findings import Rule
from ..models.edtf import diagnose
from ..pointer import Pointer
from ..reading import Document, Position
from .envelope import Envelope
from .shapes import (
    MalformedValue,
    MisplacedField,
    MissingField,
    OutOfBounds,
    UnknownCode,
    UnknownField,
    WrongType,
)
from .suggesting import did_you_mean, nearest

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object with keys",
    "null": "nothing",
}
_SHOWN = 60
_ENVELOPE = ("kind", "schema_version")


class Complaint(NamedTuple):
    """One fault in the shape, before it has a place in the file."""

    rule: type[Rule]
    pointer: Pointer
    message: str
    help: str = ""
    field: str = ""  # what is missing from, or does not belong in, the object at the pointer


@cache
def _validator(version: str, kind: str) -> Draft202012Validator:
    return Draft202012Validator(schemas.load(version, kind))


def check_shape(document: Document, envelope: Envelope) -> None:
    """Note in the document everything that its schema refuses, each mistake once."""
    validator = _validator(envelope.version, envelope.kind)
    complaints = [_complain(error, validator) for error in validator.iter_errors(document.data)]
    for complaint in _once(each for found in complaints for each in found):
        if not _is_settled(complaint, document):
            at = _place(complaint, document)
            document.add(complaint.rule, complaint.message, at, _target(complaint), complaint.help)


def _is_settled(complaint: Complaint, document: Document) -> bool:
    """Whether the envelope or the reader has already said what is wrong there."""
    field = complaint.field or (complaint.pointer[0] if complaint.pointer else "")
    if len(complaint.pointer) <= 1 and field in _ENVELOPE and complaint.rule is not UnknownField:
        return True
    return any(complaint.pointer[: len(node)] == node for node in document.spoiled)


def _target(complaint: Complaint) -> Pointer:
    missing = complaint.rule is MissingField or not complaint.field
    return complaint.pointer if missing else (*complaint.pointer, complaint.field)


def _place(complaint: Complaint, document: Document) -> Position:
    if complaint.rule is MissingField:
        return document.key_position(complaint.pointer)
    if complaint.field:
        return document.key_position((*complaint.pointer, complaint.field))
    return document.value_position(complaint.pointer)


def _once(complaints: Iterator[Complaint]) -> list[Complaint]:
    """One complaint for one mistake: the first for a value, and no missing field whose misspelt twin is there."""
    kept: dict[tuple[Pointer, str], Complaint] = {}
    for complaint in complaints:
        kept.setdefault((complaint.pointer, complaint.field), complaint)
    misspelt = {
        (complaint.pointer, complaint.help)
        for complaint in kept.values()
        if complaint.rule is UnknownField and complaint.help.startswith("did you mean")
    }
    return [
        complaint
        for complaint in kept.values()
        if not (complaint.rule is MissingField and (complaint.pointer, f"did you mean {complaint.field}?") in misspelt)
    ]


def _complain(error: ValidationError, validator: Draft202012Validator) -> Iterator[Complaint]:
    pointer: Pointer = tuple(error.absolute_path)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    if "propertyNames" in error.absolute_schema_path:
        yield _key(error, pointer, schema)
        return
    match error.validator:
        case "not" if error.validator_value == {}:
            yield _misplaced(error, pointer, validator)
        case "required":
            yield from _missing(error, pointer, validator)
        case "additionalProperties":
            yield from _unknown(error, pointer, schema)
        case "type":
            yield _wrong_type(error, pointer, schema)
        case "enum":
            yield _code(error, pointer, schema)
        case "const":
            yield Complaint(MalformedValue, pointer, f"expected {schema['const']}, found {_show(error.instance)}")
        case "pattern" | "not" | "minLength" | "maxLength":
            yield _malformed(error, pointer, schema)
        case _:
            yield Complaint(OutOfBounds, pointer, *_bounds(error, schema))


def _missing(error: ValidationError, pointer: Pointer, validator: Draft202012Validator) -> Iterator[Complaint]:
    """Every field that is missing from the object; the same ones come with each of its errors, and count once."""
    place = _locate(error, validator)
    for name in error.validator_value:
        if name not in error.instance:
            described = place.properties.get(name, {})
            example = described.get("const", next(iter(described.get("examples", ())), None))
            help = f"add {name}, for example {name}: {_inline(example)}" if example is not None else f"add {name}"
            yield Complaint(MissingField, pointer, f"the field {name} is missing{place.where}", help, name)


class _Place(NamedTuple):
    """The object schema that an error is about, and when the part of it that complains counts."""

    properties: dict[str, Any]
    where: str


def _locate(error: ValidationError, validator: Draft202012Validator) -> _Place:
    """Follow the error's path through the schema as far as the object that has the properties."""
    node: Any = validator.schema
    steps = list(error.absolute_schema_path)  # which leaves out "$ref" and "if"
    for index, step in enumerate(steps):
        while "$ref" in node:
            node = validator.schema["$defs"][node["$ref"].rpartition("/")[2]]
        if step == "allOf":
            branch = node["allOf"][steps[index + 1]]
            return _Place(node["properties"], _when(branch["if"], holds="then" in steps[index:]))
        if step == "required":
            break
        node = node[step]
    return _Place(node.get("properties", {}), "")


def _when(test: dict[str, Any], *, holds: bool) -> str:
    """The condition of an ``if`` in words."""
    (field,) = test["required"]
    values = test.get("properties", {}).get(field, {}).get("enum")
    if values:
        return f" where {field} is {'' if holds else 'not '}{' or '.join(values)}"
    return f" where {field} is {'given' if holds else 'not given'}"


def _unknown(error: ValidationError, pointer: Pointer, schema: dict[str, Any]) -> Iterator[Complaint]:
    known = schema["properties"]
    absent = [name for name in known if name not in error.instance]
    for name in error.instance:
        if name not in known:
            help = did_you_mean(name, absent) or _already(name, known) or f"the fields here are {', '.join(known)}"
            yield Complaint(UnknownField, pointer, f"{_show(name)} is no field here", help, name)


def _already(name: str, known: dict[str, Any]) -> str:
    match = nearest(name, known)
    return f"it looks like {match}, which is already there" if match else ""


def _wrong_type(error: ValidationError, pointer: Pointer, schema: dict[str, Any]) -> Complaint:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    expected = " or ".join(_TYPES[name] for name in wanted)
    if "title" in schema:
        expected = f"{schema['title']}"
    found = error.instance
    help = ""
    if found is None:
        message = f"expected {expected}, found nothing"
        help = "give it a value, or delete the key; what is knowingly unknown goes under unknown"
        return Complaint(WrongType, pointer, message, help)
    if "array" in wanted:
        help = "write a list: put a dash and a space before each item"
    elif "object" in wanted and isinstance(found, str) and "propertyNames" in schema:
        help = f"name the language first: {{en: {_inline(found)}}}"
    elif "string" in wanted and isinstance(found, (int, float)):
        help = f'put it in quotes: "{_inline(found)}"'
    elif isinstance(found, str) and _is_number(found):
        help = f"write it without quotes: {found}"
    return Complaint(WrongType, pointer, f"expected {expected}, found {_describe(found)}", help)


def _code(error: ValidationError, pointer: Pointer, schema: dict[str, Any]) -> Complaint:
    codes = [str(code) for code in error.validator_value]
    found = str(error.instance)
    listed = f"the codes are {', '.join(codes)}"
    expected = schema.get("title", "one of a few words")
    return Complaint(UnknownCode, pointer, f"expected {expected}, found {_show(found)}", did_you_mean(found, codes) or listed)


def _malformed(error: ValidationError, pointer: Pointer, schema: dict[str, Any]) -> Complaint:
    expected = schema.get("title", "text that is not empty")
    example = next(iter(schema.get("examples", ())), "")
    help = f"for example {_inline(example)}" if example else ""
    text = str(error.instance)
    if error.validator == "maxLength":
        help = f"at most {error.validator_value} characters"
    elif "EDTF" in expected:
        help = diagnose(text) or help
    elif text.strip() != text:
        help = "remove the spaces and line breaks around it"
    elif "id" in expected.split() and (slug := _slug(text)):
        help = f"did you mean {slug}?"
    return Complaint(MalformedValue, pointer, f"expected {expected}, found {_show(text)}", help)


def _key(error: ValidationError, pointer: Pointer, schema: dict[str, Any]) -> Complaint:
    example = next(iter(schema.get("examples", ())), "")
    message = f"expected {schema.get('title', 'a key')} as the key, found {_show(error.instance)}"
    return Complaint(MalformedValue, pointer, message, f"for example {example}", str(error.instance))


def _misplaced(error: ValidationError, pointer: Pointer, validator: Draft202012Validator) -> Complaint:
    *parent, name = pointer
    where = _locate(error, validator).where
    message = f"the field {name} does not belong{where}"
    return Complaint(MisplacedField, tuple(parent), message, f"delete {name}, or change what it depends on", str(name))


def _bounds(error: ValidationError, schema: dict[str, Any]) -> tuple[str, str]:
    limit = error.validator_value
    match error.validator:
        case "minimum":
            return f"expected at least {limit}, found {_inline(error.instance)}", ""
        case "minItems":
            return f"expected at least {limit} item in the list", "add an item"
        case "minProperties":
            fields = ", ".join(schema.get("properties", {})) or "a language tag with the text"
            return "expected at least one field in the object", f"add one of {fields}"
        case "uniqueItems":
            twice = next(item for item in error.instance if error.instance.count(item) > 1)
            return f"{_show(twice)} stands twice in the list", "delete one of them"
        case _:
            return error.message[:_SHOWN], ""


def _describe(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {_inline(value)}"
    if isinstance(value, str):
        return f"the text {_show(value)}"
    return "a list" if isinstance(value, list) else "an object with keys"


def _show(value: object) -> str:
    text = value if isinstance(value, str) else _inline(value)
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def _inline(value: object) -> str:
    """A value as one may write it in YAML, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    text = value if isinstance(value, str) else json.dumps(value)
    text = f'"{text}"' if isinstance(value, str) and (text[:1].isdigit() or ": " in text) else text
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split())
