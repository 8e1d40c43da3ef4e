"""Which schema a record is checked by: its kind and its version, and the errors in either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ... import schemas
from ...lexicon.spelling import did_you_mean, nearest, sure
from ...models import RECORD_KINDS, SCHEMA_VERSION
from ..quoting import quote
from ..remedy import Remedy, add, value
from .rules import MissingField, NewerVersion, NotAnObject, UnknownKind, UnknownVersion
from .violation import StructureViolation

CHOSEN_BY = ("kind", "schema_version")
"""The fields that choose the schema."""
_NO_RECORD = "if it is a file of another program, add it to exclude in communique.toml"


class SchemaChoice(NamedTuple):
    """The schema of one kind of record, in one version."""

    kind: str
    version: str


def choose_schema(data: Any) -> SchemaChoice | None:
    """The kind and version of the record; None if they cannot be determined.

    If the meaning is clear in spite of an error, such as that of a misspelt kind, the best guess is returned, so that
    everything else is still checked.
    """
    if not isinstance(data, dict):
        return None
    kind, version = _kind(data), _version(data)
    return SchemaChoice(kind, version) if kind and version else None


def choice_violations(data: Any) -> Iterator[StructureViolation]:
    """The errors in the kind and the version."""
    if isinstance(data, dict):
        yield from _kind_violations(data)
        yield from _version_violations(data)
    else:
        found = "a list" if isinstance(data, list) else "a single value"
        remedy = Remedy(f"begin the file with kind:; {_NO_RECORD}")
        yield StructureViolation(NotAnObject, (), f"expected an object, found {found}", remedy)


def _kind(data: dict[str, Any]) -> str | None:
    if "kind" not in data:
        twin = _twin("kind", data)
        return _known_kind(data[twin]) if twin else None
    kind = data["kind"]
    return _known_kind(kind) or (nearest(kind, RECORD_KINDS) if isinstance(kind, str) else None)


def _kind_violations(data: dict[str, Any]) -> Iterator[StructureViolation]:
    known = ", ".join(RECORD_KINDS)
    if "kind" not in data:
        if not _kind(data):
            others = "" if _is_record(data) else f"; {_NO_RECORD}"
            remedy = add(f"add kind: KIND, one of {known}{others}", "kind: KIND", ("KIND",))
            yield StructureViolation(MissingField, (), "missing required field 'kind'", remedy, "kind")
    elif not _known_kind(kind := data["kind"]):
        remedy = Remedy(f"valid kinds: {known}")
        if guess := _kind(data):
            remedy = value(did_you_mean(kind, RECORD_KINDS), guess, replacement=sure(kind, RECORD_KINDS))
        yield StructureViolation(UnknownKind, ("kind",), f"unknown kind {quote(kind)}", remedy)


def _version(data: dict[str, Any]) -> str | None:
    version = data.get("schema_version")
    if isinstance(version, str) and version in schemas.versions():
        return version
    return None if _is_newer(version) else SCHEMA_VERSION


def _version_violations(data: dict[str, Any]) -> Iterator[StructureViolation]:
    if "schema_version" not in data:
        if not _twin("schema_version", data):
            line = f"schema_version: {SCHEMA_VERSION}"
            remedy = add(f"add {line}", line)
            yield StructureViolation(
                MissingField, (), "missing required field 'schema_version'", remedy, "schema_version"
            )
        return
    version, pointer = data["schema_version"], ("schema_version",)
    if _is_newer(version):
        message = f"schema version {version} is newer than this program, which knows versions up to {_newest()}"
        yield StructureViolation(NewerVersion, pointer, message, Remedy("install a newer communique"))
    elif version not in schemas.versions():
        remedy = Remedy(f"valid versions: {', '.join(schemas.versions())}")
        yield StructureViolation(UnknownVersion, pointer, f"unknown schema version {version!r}", remedy)


def _twin(name: str, data: dict[str, Any]) -> str | None:
    """The misspelt key of the field, so that the field is not reported as missing too."""
    near = [key for key in data if nearest(key, (name,))]
    return near[0] if len(near) == 1 else None


def _is_record(data: dict[str, Any]) -> bool:
    """Whether anything in it shows that it is meant to be a record."""
    return any(name in data or _twin(name, data) for name in ("schema_version", "id"))


def _known_kind(value: object) -> str | None:
    return value if isinstance(value, str) and value in RECORD_KINDS else None


def _newest() -> str:
    return schemas.versions()[-1]


def _is_newer(version: object) -> bool:
    try:
        return isinstance(version, str) and schemas.precedence(version) > schemas.precedence(_newest())
    except ValueError:
        return False
