"""Validates a record by the JSON Schema of a published version, and gives one schema error."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from ..models import RECORD_KINDS
from . import store


def first_error(version: str, data: dict[str, Any]) -> str | None:
    """The schema error that says most about the record, in one line; None if the record is valid.

    Raises:
        UnknownVersionError: no schema of that version is published.
    """
    kind = data.get("kind")
    if kind not in RECORD_KINDS:
        return f"{kind!r} is no kind of record"
    error = best_match(_validator(version, kind).iter_errors(data))
    return f"{error.json_path}: {error.validator}" if error else None


@cache
def _validator(version: str, kind: str) -> Draft202012Validator:
    return Draft202012Validator(store.load(version, kind))
