"""The quick verdict of a published schema, by jsonschema-rs if that is installed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

from ... import schemas


def surely_accepts(data: Any, version: str, kind: str) -> bool:
    """Whether the schema of this version is known to accept the data; if not, jsonschema has to look for errors."""
    validator = _validator(version, kind)
    return validator is not None and bool(validator.is_valid(data))


@cache
def _validator(version: str, kind: str) -> Any:
    """The compiled schema; None without jsonschema-rs."""
    if find_spec("jsonschema_rs") is None:
        return None
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schemas.load(version, kind))
