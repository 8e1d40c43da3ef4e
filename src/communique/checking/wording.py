"""Puts what a schema finds wrong into words for people.

Nothing here knows a field: names, codes, titles and examples come from the schema, so a record of an old version is
advised by that version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..findings import Rule
from ..models.edtf import diagnose
from ..pointer import Pointer
from .faults import Fault
from .homoglyphs import latinise
from .quoting import describe, inline, quote, shorten
from .shapes import (
    MalformedValue,
    MisplacedField,
    MissingField,
    OutOfBounds,
    UnknownCode,
    UnknownField,
    WrongType,
)
from .suggesting import did_you_mean, nearest, sure

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object with keys",
}


_MOST = 500  # unknown fields of one object that are looked into


class Complaint(NamedTuple):
    """One fault in the shape, in words, before it has a place in the file.

    ``field`` is what is missing from, or does not belong in, the object at the pointer; ``twin`` is the field that the
    one found was probably meant to be, and ``replacement`` the word that is safe to put in the place of the one found.
    """

    rule: type[Rule]
    pointer: Pointer
    message: str
    help: str = ""
    field: str = ""
    twin: str = ""
    replacement: str = ""


def complaints(fault: Fault) -> Iterator[Complaint]:
    """What to say of a fault; of some faults more than one thing."""
    if fault.is_key:
        yield _key(fault)
        return
    match fault.keyword:
        case "required":
            yield from _missing(fault)
        case "additionalProperties":
            yield from _unknown(fault)
        case "not" if fault.limit == {}:
            yield _misplaced(fault)
        case "type":
            yield _wrong_type(fault)
        case "enum":
            yield _code(fault)
        case "pattern" | "not" | "minLength" | "maxLength" | "const":
            yield _malformed(fault)
        case _:
            yield _bounds(fault)


def _missing(fault: Fault) -> Iterator[Complaint]:
    """Every field that is missing from the object; each of its faults brings the same ones, and they count once."""
    for name in fault.limit:
        if name not in fault.value:
            described = fault.properties.get(name, {})
            example = described.get("const", next(iter(described.get("examples", ())), None))
            help = f"add {name}, for example {name}: {inline(example)}" if example is not None else f"add {name}"
            yield Complaint(MissingField, fault.pointer, f"the field {name} is missing{fault.where}", help, name)


def _unknown(fault: Fault) -> Iterator[Complaint]:
    known = fault.schema["properties"]
    absent = [name for name in known if name not in fault.value]
    unknown = [name for name in fault.value if name not in known]
    for name in unknown[:_MOST]:
        twin = nearest(name, absent) or ""
        present = nearest(name, known)
        if twin:
            help = did_you_mean(name, absent)
        elif present:
            help = f"it looks like {present}, which is already there"
        else:
            help = f"the fields here are {', '.join(known)}"
        yield Complaint(
            UnknownField, fault.pointer, f"{quote(name)} is no field here", help, name, twin, sure(name, absent)
        )


def _misplaced(fault: Fault) -> Complaint:
    *parent, name = fault.pointer
    message = f"the field {name} does not belong{fault.where}"
    return Complaint(MisplacedField, tuple(parent), message, f"delete {name}, or change what it depends on", str(name))


def _wrong_type(fault: Fault) -> Complaint:
    wanted: list[str] = fault.limit if isinstance(fault.limit, list) else [fault.limit]
    expected = fault.schema.get("title") or " or ".join(_TYPES[name] for name in wanted)
    if fault.value is None:
        help = "give it a value, or delete the key; what is knowingly unknown goes under unknown"
        return Complaint(WrongType, fault.pointer, f"expected {expected}, found nothing", help)
    message = f"expected {expected}, found {describe(fault.value)}"
    return Complaint(WrongType, fault.pointer, message, _conversion(fault, wanted))


def _conversion(fault: Fault, wanted: list[str]) -> str:
    """How to write the value that was probably meant."""
    found = fault.value
    if "array" in wanted:
        return "write a list: put a dash and a space before each item"
    if "object" in wanted:
        words = inline(found) if isinstance(found, str) else "..."
        return f"name the language first: {{en: {words}}}" if "propertyNames" in fault.schema else ""
    if "enum" in fault.schema:
        return f"the codes are {', '.join(map(str, fault.schema['enum']))}"
    if "string" in wanted and isinstance(found, int | float):
        advice = diagnose(str(found)) if "EDTF" in fault.schema.get("title", "") else None
        return f"{advice}, in quotes" if advice else f'put it in quotes: "{inline(found)}"'
    return _as_number(found) if isinstance(found, str) else ""


def _as_number(text: str) -> str:
    if _is_number(text):
        return f"write it without quotes: {text}"
    bare = text.replace(",", "").replace(" ", "").replace("_", "")
    if _is_number(bare):
        return f"write it without separators: {bare}"
    return "write the number alone; what it counts goes under unit" if text[:1].isdigit() else ""


def _code(fault: Fault) -> Complaint:
    codes = [str(code) for code in fault.limit]
    found = str(fault.value)
    help = did_you_mean(found, codes) or f"the codes are {', '.join(codes)}"
    expected = fault.schema.get("title", "one of a few words")
    message = f"expected {expected}, found {quote(found)}"
    return Complaint(UnknownCode, fault.pointer, message, help, replacement=sure(found, codes))


def _malformed(fault: Fault) -> Complaint:
    text = str(fault.value)
    expected = fault.limit if fault.keyword == "const" else fault.schema.get("title", "text that is not empty")
    return Complaint(MalformedValue, fault.pointer, f"expected {expected}, found {quote(text)}", _form(fault, text))


def _form(fault: Fault, text: str) -> str:
    """How to write the text in the form that is asked for."""
    title = fault.schema.get("title", "")
    if fault.keyword == "maxLength":
        return f"at most {fault.limit} characters"
    if "EDTF" in title:
        return diagnose(text) or "write year-month-day, for example 2025-07-26"
    if text.strip() != text:
        return "remove the spaces and line breaks around it"
    if "id" in title.split() and (slug := _slug(text)):
        return did_you_mean(text, [slug]) or f"did you mean {slug}?"
    if recased := _recased(fault.schema.get("pattern", ""), text):
        return f"did you mean {recased}?"
    example = next(iter(fault.schema.get("examples", ())), "")
    return f"for example {inline(example)}" if example else ""


def _recased(pattern: str, text: str) -> str:
    """The text in the case that the pattern asks for: NO, or en-US."""
    language, *rest = text.replace("_", "-").split("-")
    tag = "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])
    return next((each for each in (text.upper(), tag) if pattern and re.search(pattern, each) and each != text), "")


def _key(fault: Fault) -> Complaint:
    message = f"expected {fault.schema.get('title', 'a key')} as the key, found {quote(fault.value)}"
    return Complaint(MalformedValue, fault.pointer, message, _form(fault, str(fault.value)), str(fault.value))


def _bounds(fault: Fault) -> Complaint:
    match fault.keyword:
        case "minimum":
            message, help = f"expected at least {fault.limit}, found {inline(fault.value)}", ""
        case "minItems":
            message, help = f"expected at least {fault.limit} item in the list", "add an item"
        case "minProperties":
            fields = ", ".join(fault.schema.get("properties", {})) or "a language tag with the text"
            message, help = "expected at least one field in the object", f"add one of {fields}"
        case "uniqueItems":
            twice = next(item for index, item in enumerate(fault.value) if item in fault.value[:index])
            message, help = f"{quote(twice)} stands twice in the list", "delete one of them"
        case _:
            # A keyword that our schemas do not use; whoever adds one is told so by the tests.
            message, help = shorten(f"{fault.keyword} {inline(fault.limit)} is not satisfied"), ""
    return Complaint(OutOfBounds, fault.pointer, message, help)


def _is_number(text: str) -> bool:
    if "_" in text:
        return False  # a number for Python only
    try:
        float(text)
    except ValueError:
        return False
    return True


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in latinise(text).lower()).split())
