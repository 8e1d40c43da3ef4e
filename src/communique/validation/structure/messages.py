"""The messages of schema errors.

No field is named here: names, codes, titles and examples come from the schema, so a record of an old version gets the
help of that version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...diagnostics.finding import Advice, Change
from ...lexicon.spelling import nearest
from ...schemas.slots import codelists, resolved
from ...text.inflection import singular
from ...text.pointer import json_pointer
from ...text.shortening import shorten
from ..quoting import describe, inline, quote
from ..remedy import Remedy, add
from .help.comparator import unquoted_sign
from .help.malformed_value import reformed, reformed_key
from .help.template import template
from .help.unknown_code import meant_code
from .help.unknown_field import meant_field
from .help.wrong_type import converted
from .rules import MalformedValue, MisplacedField, MissingField, OutOfBounds, UnknownCode, UnknownField, WrongType
from .schema_errors import SchemaError
from .violation import StructureViolation

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object with keys",
}


_MOST = 500  # unknown fields of one object that are reported


def violations(error: SchemaError) -> Iterator[StructureViolation]:
    """The findings for a schema error; for some errors more than one."""
    if error.is_key:
        yield _key(error)
        return
    match error.keyword:
        case "required":
            yield from _missing(error)
        case "additionalProperties":
            yield from _unknown(error)
        case "not" if error.limit == {}:
            yield _misplaced(error)
        case "type":
            yield _wrong_type(error)
        case "enum":
            yield _code(error)
        case "pattern" | "not" | "minLength" | "maxLength" | "const":
            yield _malformed(error)
        case _:
            yield _bounds(error)


def _missing(error: SchemaError) -> Iterator[StructureViolation]:
    """Every field that is missing from the object; each error lists the same ones, and they are reported once."""
    for name in error.limit:
        if name not in error.value:
            message = f"missing required field {name!r}{error.where}"
            yield StructureViolation(MissingField, error.pointer, message, _to_be_added(error, name), name)


def _to_be_added(error: SchemaError, name: str) -> Remedy:
    """The field with a template of its value, as far as the schema defines it."""
    schema = resolved(error.properties.get(name, {}), error.root)
    made = template(schema, error.root, name)
    line = f"{name}: {made.text}"
    what = schema.get("description", "").partition(". ")[0].rstrip(".")
    parts = [what[:1].lower() + what[1:]] if what else []
    if codelist := codelists().get(schema.get("title", "")):
        parts.append(f"communique codes {codelist.list_name} explains the codes")
    return add(f"add {line}" + (f" ({'; '.join(parts)})" if parts and made.slots else ""), line, made.slots)


def _unknown(error: SchemaError) -> Iterator[StructureViolation]:
    known = error.schema["properties"]
    absent = [name for name in known if name not in error.value]
    unknown = [each for each in error.value if each not in known][:_MOST]
    remedies = {name: meant_field(name, error) for name in unknown}
    twins = {name: _renamed(remedy) or nearest(name, absent) or "" for name, remedy in remedies.items()}
    counts = Counter(twins.values())
    for name, remedy in remedies.items():
        if counts[twins[name]] > 1:
            remedy = remedy._replace(replacement="")  # only the curator knows which of them was meant
        yield StructureViolation(UnknownField, error.pointer, f"unknown field {quote(name)}", remedy, name, twins[name])


def _renamed(remedy: Remedy) -> str:
    return next((each.text for each in remedy.advice if each.change is Change.KEY), "")


def _misplaced(error: SchemaError) -> StructureViolation:
    *parent, name = error.pointer
    message = f"field {name!r} is not allowed{error.where}"
    remedy = Remedy(_where_it_belongs(str(name), error.where), (Advice(Change.DELETE),))
    return StructureViolation(MisplacedField, tuple(parent), message, remedy, str(name))


def _where_it_belongs(name: str, where: str) -> str:
    """The condition comes first, because the other field may be the wrong one."""
    other, _, state = where.removeprefix(" where ").partition(" is ")
    belongs = state.removeprefix("not ") if state.startswith("not ") else f"not {state}"
    if state == "given":
        change = f"keep one of them: delete {other} or {name}"
    else:
        change = f"{'add' if state == 'not given' else 'change'} {other}, or delete {name} if it is wrong"
    return f"{name} is allowed only where {other} is {belongs}: {change}"


def _wrong_type(error: SchemaError) -> StructureViolation:
    wanted: list[str] = error.limit if isinstance(error.limit, list) else [error.limit]
    expected = error.schema.get("title") or " or ".join(_TYPES[name] for name in wanted)
    if error.text:
        expected = f"{error.text['title']} or {expected}"
    if error.value is None:
        remedy = Remedy(
            "enter a value, or delete the key; if the value is not known, add the field to unknown with the reason"
        )
        return StructureViolation(WrongType, error.pointer, f"expected {expected}, found nothing", remedy)
    found = f"the number {error.written}" if error.written and _is_number(error.value) else describe(error.value)
    return StructureViolation(WrongType, error.pointer, f"expected {expected}, found {found}", converted(error, wanted))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _code(error: SchemaError) -> StructureViolation:
    codes = [str(code) for code in error.limit]
    found = str(error.value)
    title = error.schema.get("title", "a code")
    message = f"expected {title}, found {quote(found)}"
    remedy = meant_code(found, codes, title) if found.strip() else unquoted_sign(codes, title)
    return StructureViolation(UnknownCode, error.pointer, message, remedy)


def _malformed(error: SchemaError) -> StructureViolation:
    expected = error.limit if error.keyword == "const" else error.schema.get("title", "text that is not empty")
    message = f"expected {expected}, found {quote(str(error.value))}"
    return StructureViolation(MalformedValue, error.pointer, message, reformed(error))


def _key(error: SchemaError) -> StructureViolation:
    message = f"expected {error.schema.get('title', 'a key')} as the key, found {quote(error.value)}"
    return StructureViolation(MalformedValue, error.pointer, message, reformed_key(error), str(error.value))


def _bounds(error: SchemaError) -> StructureViolation:
    remedy = Remedy()
    match error.keyword:
        case "minimum":
            message = f"expected at least {error.limit}, found {inline(error.value)}"
        case "minItems":
            message, remedy = f"expected at least {error.limit} item in the list", _first_item(error)
        case "minProperties":
            message, remedy = "expected at least one field in the object", _first_field(error)
        case "uniqueItems":
            index = next(index for index, item in enumerate(error.value) if item in error.value[:index])
            message = f"duplicate item {quote(error.value[index])} in the list"
            remedy = Remedy("delete one of them", (Advice(Change.DELETE, at=json_pointer((*error.pointer, index))),))
        case _:
            # A keyword that the schemas do not use; a test fails if a schema begins to use one.
            message = shorten(f"{error.keyword} {inline(error.limit)} is not satisfied")
    return StructureViolation(OutOfBounds, error.pointer, message, remedy)


def _first_item(error: SchemaError) -> Remedy:
    made = template(error.schema["items"], error.root, singular(str(error.pointer[-1])))
    return add(f"add an item, as in [{made.text}]", made.text, made.slots)


def _first_field(error: SchemaError) -> Remedy:
    if "properties" not in error.schema:
        return add("add the text under its language: LANGUAGE: TEXT", "LANGUAGE: TEXT", ("LANGUAGE", "TEXT"))
    return Remedy(f"add one of the fields {', '.join(error.schema['properties'])}")
