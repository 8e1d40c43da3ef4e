"""What to write if a single value is expected, and a list, an object or a boolean was found."""

from __future__ import annotations

from typing import Any

from ....text.json_text import on_one_line
from ....text.shortening import LONGEST_SHOWN
from ...quoting import scalar
from ...remedy import Remedy
from ..schema_errors import SchemaError
from .malformed_value import format_help
from .template import accepts
from .unknown_code import listing

_NEUTRAL = ("id", "code", "value")  # keys that add no meaning to their value, as "after" does


def one_value(error: SchemaError) -> Remedy:
    """The only value inside, if it is valid; else a description of the expected value."""
    found = error.value
    expected = "a single value is expected"
    if isinstance(found, list | dict):
        expected += ", not an object" if isinstance(found, dict) else ", not a list"
        if only := _only(error, found):
            return Remedy(f"{expected}: {only}")
    belongs = _what_belongs(error)
    return Remedy(f"{expected}: {belongs}" if belongs else expected)


def _only(error: SchemaError, found: list[Any] | dict[str, Any]) -> str:
    """The only text inside, as it would be written in the file."""
    if isinstance(found, dict) and not {*found} <= {*_NEUTRAL, error.pointer[-1]}:
        return ""
    inside = list(found.values()) if isinstance(found, dict) else found
    if len(inside) != 1 or not isinstance(inside[0], str) or len(inside[0]) > LONGEST_SHOWN:
        return ""
    if not accepts(error.schema, error.root, inside[0]):
        return ""
    return on_one_line(inside[0]) if error.in_json else scalar(inside[0])


def _what_belongs(error: SchemaError) -> str:
    schema, title = error.schema, error.schema.get("title", "")
    if "enum" in schema:
        return listing([str(code) for code in schema["enum"]], title)
    if schema.get("type") in ("number", "integer"):
        return "a number"
    return format_help(schema) or title
