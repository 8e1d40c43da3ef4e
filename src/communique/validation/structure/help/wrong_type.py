"""How to write a value of the wrong type: a number as text, text as a number, a single value as a list or object."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

from ....lexicon.numbers import numbers
from ....reading.scalars import UnsafeNumberError, resolve, yaml_1_1_reading
from ....schemas.slots import is_date, resolved
from ....text.json_text import on_one_line
from ....text.shortening import LONGEST_ADVICE, LONGEST_SHOWN
from ...quoting import in_quotes, inline, scalar
from ...remedy import Remedy, value
from ..schema_errors import SchemaError
from .comparator import compared
from .malformed_value import as_date, format_help
from .single_value import one_value
from .template import Template, accepts, object_template
from .unknown_code import listing

_SIGNS = "$€£¥₹ "


def converted(error: SchemaError, wanted: list[str]) -> Remedy:
    """How to write the value in an expected type."""
    found = error.value
    if error.text:
        error, wanted = error._replace(schema=error.text), ["string"]
    if not {"array", "object"} & {*wanted} and isinstance(found, list | dict):
        return one_value(error)
    if "enum" in error.schema:
        return Remedy(listing([str(code) for code in error.schema["enum"]], error.schema.get("title", "")))
    if "array" in wanted:
        return _as_list(error)
    if "object" in wanted:
        return _by_language(found) if "propertyNames" in error.schema else _as_object(error)
    if "string" in wanted and isinstance(found, int | float):
        return _as_text(error)
    return _as_number(error, found) if isinstance(found, str) else one_value(error)


def _as_list(error: SchemaError) -> Remedy:
    item = _item(error.schema["items"], error.root, error.value)
    if item is None:
        return _in_brackets(error)
    dashes = "" if error.in_json else ", or each item on a line of its own after a dash and a space"
    help = f"write it as a list: [{item.text}]{dashes}"
    return value(help, f"[{item.text}]", slots=item.slots)


def _in_brackets(error: SchemaError) -> Remedy:
    """How to make a list of a value, which may have many lines."""
    found = error.value
    if not isinstance(found, dict):
        return Remedy("a list is expected: put each item in quotes, a comma between items, and [ ] around them")
    if error.in_json:
        whole = on_one_line([found])
        help = "a list is expected: put it in square brackets"
        return value(f"{help}: {whole}", whole) if len(whole) <= LONGEST_ADVICE else Remedy(help)
    is_short = all(isinstance(each, str) and len(each) <= LONGEST_SHOWN for each in found.values())
    written = f": [{inline(found)}]" if is_short and len(inline(found)) <= LONGEST_ADVICE else ""
    return Remedy(
        f"a list is expected: put it in square brackets{written}; if it is written on several lines, put a dash and a "
        "space before its first key, and two spaces before the other keys"
    )


def _item(schema: dict[str, Any], root: dict[str, Any], found: Any) -> Template | None:
    """The value as an item of a list; None if that is not possible."""
    if not isinstance(found, str) or len(found) > LONGEST_ADVICE:
        return None
    if accepts(schema, root, found):
        return Template(scalar(found))
    schema = resolved(schema, root)
    return _with_field(schema, root, found) if schema.get("type") == "object" and "properties" in schema else None


def _as_object(error: SchemaError) -> Remedy:
    made = _with_field(error.schema, error.root, error.value) if isinstance(error.value, str) else None
    if made and len(made.text) <= LONGEST_ADVICE:
        is_item = bool(error.pointer) and isinstance(error.pointer[-1], int) and not error.in_json
        line = f"- {made.text[1:-1]}" if is_item and not made.slots else ""
        help = f"write {line}, or inside brackets {made.text}" if line else f"write {made.text}"
        return value(help, made.text, slots=made.slots)
    fields = ", ".join(error.schema.get("required", []) or error.schema.get("properties", {}))
    return Remedy(f"write an object with keys and values{f'; its fields are {fields}' if fields else ''}")


def _with_field(schema: dict[str, Any], root: dict[str, Any], found: str) -> Template | None:
    """An object with the text in the one field where it is valid: a code or a fixed format before any text."""
    properties, required = schema.get("properties", {}), schema.get("required", [])
    fitting = [name for name in properties if accepts(properties[name], root, found)]
    for strictness in (_is_list, _has_format, _is_id, lambda _: True):
        for names in ([name for name in fitting if name in required], fitting if strictness is _has_format else []):
            chosen = [name for name in names if strictness(resolved(properties[name], root))]
            chosen = ["url"] if "url" in chosen else chosen  # and not a copy of the page
            if len(chosen) == 1 or (chosen and strictness is _is_id):
                return object_template(schema, root, {chosen[0]: scalar(found)})
    return None


def _is_list(schema: dict[str, Any]) -> bool:
    return "enum" in schema


def _has_format(schema: dict[str, Any]) -> bool:
    return is_date(schema) or schema.get("title") == "a web address"


def _is_id(schema: dict[str, Any]) -> bool:
    return schema.get("title") == "an id"


def _by_language(found: Any) -> Remedy:
    if not isinstance(found, str):
        return Remedy("put each text under its language, like {en: TEXT}")
    if not found.strip() or "\n" in found or found != found.strip():
        return Remedy("put the text under its language, like {en: TEXT}")
    language = "en" if found.isascii() else "LANGUAGE"
    text = f"{{{language}: {scalar(found)}}}"
    slots = () if found.isascii() else ("LANGUAGE",)
    if len(text) > LONGEST_ADVICE:
        help = "put the whole text in quotes, the language and a colon before it, and braces around both"
        return value(help, f"{{LANGUAGE: {in_quotes(found)}}}", slots=("LANGUAGE",))
    condition = "if it is English, " if language == "en" else ""
    return value(f"add the language: {condition}{text}", text, slots=slots)


def _as_text(error: SchemaError) -> Remedy:
    raw = error.written or json.dumps(error.value)
    if is_date(error.schema):
        return as_date(raw)
    if accepts(error.schema, error.root, raw):
        return value(f"put it in quotes: {in_quotes(raw)}", in_quotes(raw))
    if error.value is False and error.schema.get("title") == "an ISO 3166-1 country code":
        return value('some programs read an unquoted NO as false: write "NO" if Norway is meant', '"NO"')
    return Remedy(format_help(error.schema))


def _as_number(error: SchemaError, text: str) -> Remedy:
    bare, rest = _without_sign(error, text)
    readings = [(how, each) for how, each in numbers(bare) if _is_taken(error, each)]
    if not readings:
        return compared(error, text) or Remedy(_alone(error) if re.search("[0-9]", text) else "a number is expected")
    help = f"{rest}: {readings[0][1]}" if rest else "; ".join(f"{how}: {each}" for how, each in readings)
    return value(f"write it {help}", *(each for _, each in readings))


def _without_sign(error: SchemaError, text: str) -> tuple[str, str]:
    """The text without the sign of a currency or of percent, and where that goes; only if the object has a place."""
    if error.pointer[-1] == "percent" and text.rstrip().endswith("%"):
        return text.rstrip("% "), "without the sign"
    if "currency" in error.properties and text != text.strip(_SIGNS):
        return text.strip(_SIGNS), "in full, with the currency under currency"
    return text, ""


def _alone(error: SchemaError) -> str:
    """Where that belongs which is written beside a number."""
    places = {"unit": "what it counts", "currency": "the currency", "comparator": "how exact it is"}
    given = [(name, what) for name, what in places.items() if name in error.properties]
    parts = [f"{what} {'' if number else 'goes '}under {name}" for number, (name, what) in enumerate(given)]
    return f"the value is a number only; {', and '.join(parts)}" if parts else "the value is a number only"


def _is_taken(error: SchemaError, text: str) -> bool:
    """Whether the number is read back from the file unchanged, and is valid by the schema."""
    with suppress(UnsafeNumberError):
        number = resolve(text)
        is_plain = not isinstance(number, str) and yaml_1_1_reading(text) is None
        return is_plain and accepts(error.schema, error.root, number)
    return False
