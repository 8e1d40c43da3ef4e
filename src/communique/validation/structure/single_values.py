"""What to write where one value is expected and a list, an object or a truth value stands."""

from __future__ import annotations

import json
from typing import Any

from ..quoting import LONGEST, scalar
from ..remedy import Remedy
from .code_names import listing
from .formats import WHAT_IS_KNOWN, form
from .schema_errors import Fault
from .schema_templates import accepts, is_date

_NEUTRAL = ("id", "code", "value")  # keys that say nothing of their own; "after" does


def one_value(fault: Fault) -> Remedy:
    """The only value that stands there, if it fits; else the form of what belongs there, in words."""
    found = fault.value
    told = "one value is expected here"
    if isinstance(found, list | dict):
        told += ", without keys" if isinstance(found, dict) else ", and no list"
        if only := _only(fault, found):
            return Remedy(f"{told}: {only}")
    belongs = _what_belongs(fault)
    return Remedy(f"{told}: {belongs}" if belongs else told)


def _only(fault: Fault, found: list[Any] | dict[str, Any]) -> str:
    """The one text inside, as the file would write it."""
    if isinstance(found, dict) and not {*found} <= {*_NEUTRAL, fault.pointer[-1]}:
        return ""
    inside = list(found.values()) if isinstance(found, dict) else found
    if len(inside) != 1 or not isinstance(inside[0], str) or len(inside[0]) > LONGEST:
        return ""
    if not accepts(fault.schema, fault.root, inside[0]):
        return ""
    return json.dumps(inside[0], ensure_ascii=False) if fault.in_json else scalar(inside[0])


def _what_belongs(fault: Fault) -> str:
    schema, title = fault.schema, fault.schema.get("title", "")
    if "enum" in schema:
        return listing([str(code) for code in schema["enum"]], title)
    if is_date(schema):
        return WHAT_IS_KNOWN
    if schema.get("type") in ("number", "integer"):
        return "a number"
    return form(schema) or title
