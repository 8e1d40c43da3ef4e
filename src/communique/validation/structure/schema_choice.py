"""Which schema a record is checked by: its kind and its version."""

from __future__ import annotations

from typing import Any, NamedTuple

from ... import schemas
from ...lexicon.spelling import did_you_mean, nearest, sure
from ...models import RECORD_KINDS, SCHEMA_VERSION
from ...reading import Document, FileFindings
from ...text.lines import START
from ..json_help import worded
from ..quoting import quote
from ..remedy import Remedy, add, value
from .rules import MissingField, NewerVersion, NotAnObject, UnknownKind, UnknownVersion

_OF_OTHERS = "if it is not a record, add it to exclude in communique.toml"


class SchemaChoice(NamedTuple):
    """The schema to check by. Fields that were found wrong here are not checked again."""

    kind: str
    version: str


def choose_schema(document: Document, collected: FileFindings) -> SchemaChoice | None:
    """The kind and version of the record; None if they cannot be determined.

    An error in either is reported. If the meaning is clear anyway, such as that of a misspelt kind, the best guess is
    returned, so that everything else is still checked.
    """
    if not isinstance(document.data, dict):
        found = "a list" if isinstance(document.data, list) else "a single value"
        collected.add(
            NotAnObject, f"expected an object, found {found}", START, help=f"begin the file with kind:; {_OF_OTHERS}"
        )
        return None
    kind = _kind(document, collected)
    version = _version(document, collected)
    return SchemaChoice(kind, version) if kind and version else None


def _kind(document: Document, collected: FileFindings) -> str | None:
    data, known = document.data, ", ".join(RECORD_KINDS)
    if "kind" not in data:
        if (twin := _twin("kind", data)) and (known_kind := _known_kind(data[twin])):
            return known_kind
        others = "" if _is_record(data) else f"; {_OF_OTHERS}"
        remedy = add(f"add kind: KIND, one of {known}{others}", "kind: KIND", ("KIND",))
        help, advice = worded(remedy.help, remedy.advice, document)
        collected.add(MissingField, "missing required field 'kind'", START, (), help, advice=advice)
        return None
    kind = data["kind"]
    if isinstance(kind, str) and kind in RECORD_KINDS:
        return kind
    at, pointer = document.value_position(("kind",)), ("kind",)
    guess = nearest(kind, RECORD_KINDS) if isinstance(kind, str) else None
    remedy = Remedy(f"valid kinds: {known}")
    if guess and isinstance(kind, str):
        remedy = value(did_you_mean(kind, RECORD_KINDS), guess, replacement=sure(kind, RECORD_KINDS))
    message = f"unknown kind {quote(kind)}"
    collected.add(UnknownKind, message, at, pointer, remedy.help, remedy.replacement, advice=remedy.advice)
    return guess


def _version(document: Document, collected: FileFindings) -> str | None:
    data = document.data
    if "schema_version" not in data:
        if not _twin("schema_version", data):
            line = f"schema_version: {SCHEMA_VERSION}"
            help, advice = worded(f"add {line}", add(f"add {line}", line).advice, document)
            collected.add(MissingField, "missing required field 'schema_version'", START, (), help, advice=advice)
        return SCHEMA_VERSION
    version = data["schema_version"]
    if isinstance(version, str) and version in schemas.versions():
        return version
    at, pointer = document.value_position(("schema_version",)), ("schema_version",)
    newest = schemas.versions()[-1]
    if _is_newer(version, newest):
        message = f"schema version {version} is newer than this program, which knows versions up to {newest}"
        collected.add(NewerVersion, message, at, pointer, "install a newer communique")
        return None
    known = ", ".join(schemas.versions())
    collected.add(UnknownVersion, f"unknown schema version {version!r}", at, pointer, f"valid versions: {known}")
    return SCHEMA_VERSION


def _twin(name: str, data: dict[str, Any]) -> str | None:
    """The misspelt key of the field, so that the field is not reported as missing too."""
    return nearest(name, (key for key in data if nearest(key, (name,)))) if data else None


def _is_record(data: dict[str, Any]) -> bool:
    """Whether it has a field that shows that it is meant to be a record."""
    return any(name in data or _twin(name, data) for name in ("schema_version", "id"))


def _known_kind(value: object) -> str | None:
    return value if isinstance(value, str) and value in RECORD_KINDS else None


def _is_newer(version: object, newest: str) -> bool:
    try:
        return isinstance(version, str) and schemas.precedence(version) > schemas.precedence(newest)
    except ValueError:
        return False
