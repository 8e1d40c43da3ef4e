"""Plain validation of a record by a published version: the first schema error, if there is one."""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from ..models import RECORD_KINDS
from . import store


def first_error(version: str, data: dict[str, Any]) -> str | None:
    """The first schema error of the record, in one line; None if there is none.

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
