"""Things of an export that was written when the schema had an earlier version."""

from __future__ import annotations

from typing import Any

from pydantic_core import ValidationError

from ..exporting.plain_data import without_definitions
from ..models import ENTITY_FIELDS, RECORD_KINDS, SAME_STRUCTURE, SCHEMA_VERSION, THING_KINDS
from ..schemas import versions
from ..schemas.migrations import upgrade
from ..schemas.validator import first_error
from ..text.inflection import singular

Json = dict[str, Any]


def converted(table: str, thing: Json, version: str) -> Json:
    """The thing as the newest version of the schema has it, with every value, as an export has it.

    Raises:
        ValueError: the version is unknown, or the thing is not valid in it.
    """
    if version in SAME_STRUCTURE:
        return {**thing, "schema_version": SCHEMA_VERSION} if "schema_version" in thing else thing
    if version not in versions():
        raise ValueError(f"has schema version {version}; this program knows {', '.join(versions())}")
    record = _as_record(table, thing, version)
    if wrong := first_error(version, record):
        raise ValueError(f"is not valid in schema {version}: {wrong}")
    newest = upgrade(record)
    model = THING_KINDS[singular(table)]
    try:
        return without_definitions(model.model_validate(newest[table][0] if table in ENTITY_FIELDS else newest))
    except ValidationError as error:
        raise ValueError(f"cannot be read: {error.errors()[0]['msg']}") from error


def _as_record(table: str, thing: Json, version: str) -> Json:
    """A record with the thing in it: only records have versions."""
    if singular(table) in RECORD_KINDS:
        return {**thing, "schema_version": version}
    return {"schema_version": version, "kind": "registry", "id": "earlier", table: [thing]}
