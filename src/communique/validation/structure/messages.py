"""Puts what a schema finds wrong into words for people.

Nothing here knows a field: names, codes, titles and examples come from the schema, so a record of an old version is
advised by that version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics.finding import Advice, Change, Rule
from ...lexicon.spelling import nearest
from ...text.pointer import Pointer, json_pointer
from ..quoting import describe, inline, quote, shorten
from ..remedy import Remedy, add
from .code_names import meant_code
from .comparators import swallowed_sign
from .field_names import meant_field
from .formats import reformed, reformed_key
from .rules import MalformedValue, MisplacedField, MissingField, OutOfBounds, UnknownCode, UnknownField, WrongType
from .schema_errors import Fault
from .schema_templates import blueprint, codelists, resolved
from .wrong_types import converted

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
    one found was probably meant to be.
    """

    rule: type[Rule]
    pointer: Pointer
    message: str
    remedy: Remedy = Remedy()
    field: str = ""
    twin: str = ""


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
            message = f"the field {name} is missing{fault.where}"
            yield Complaint(MissingField, fault.pointer, message, _to_be_added(fault, name), name)


def _to_be_added(fault: Fault, name: str) -> Remedy:
    """The field with what belongs in it, as far as the schema tells."""
    schema = resolved(fault.properties.get(name, {}), fault.root)
    made = blueprint(schema, fault.root, name)
    line = f"{name}: {made.text}"
    what = schema.get("description", "").partition(". ")[0].rstrip(".")
    parts = [what[:1].lower() + what[1:]] if what else []
    if codelist := codelists().get(schema.get("title", "")):
        parts.append(f"communique codes {codelist.list_name} explains the codes")
    return add(f"add {line}" + (f" ({'; '.join(parts)})" if parts and made.slots else ""), line, made.slots)


def _unknown(fault: Fault) -> Iterator[Complaint]:
    known = fault.schema["properties"]
    absent = [name for name in known if name not in fault.value]
    unknown = [each for each in fault.value if each not in known][:_MOST]
    remedies = {name: meant_field(name, fault) for name in unknown}
    twins = {name: _renamed(remedy) or nearest(name, absent) or "" for name, remedy in remedies.items()}
    counts = Counter(twins.values())
    for name, remedy in remedies.items():
        if counts[twins[name]] > 1:
            remedy = remedy._replace(replacement="")  # which of them is the one meant, only the curator knows
        yield Complaint(UnknownField, fault.pointer, f"{quote(name)} is no field here", remedy, name, twins[name])


def _renamed(remedy: Remedy) -> str:
    return next((each.text for each in remedy.advice if each.change is Change.KEY), "")


def _misplaced(fault: Fault) -> Complaint:
    *parent, name = fault.pointer
    message = f"the field {name} does not belong{fault.where}"
    remedy = Remedy(_where_it_belongs(str(name), fault.where), (Advice(Change.DELETE),))
    return Complaint(MisplacedField, tuple(parent), message, remedy, str(name))


def _where_it_belongs(name: str, where: str) -> str:
    """The condition first: what is wrong may as well be the other field."""
    other, _, state = where.removeprefix(" where ").partition(" is ")
    belongs = state.removeprefix("not ") if state.startswith("not ") else f"not {state}"
    if state == "given":
        change = f"keep one of the two: delete {other} or {name}"
    else:
        change = f"{'add' if state == 'not given' else 'change'} {other}, or delete {name} if it was a mistake"
    return f"{name} belongs only where {other} is {belongs}: {change}"


def _wrong_type(fault: Fault) -> Complaint:
    wanted: list[str] = fault.limit if isinstance(fault.limit, list) else [fault.limit]
    expected = fault.schema.get("title") or " or ".join(_TYPES[name] for name in wanted)
    if fault.value is None:
        remedy = Remedy("give it a value, or delete the key; what is knowingly unknown goes under unknown")
        return Complaint(WrongType, fault.pointer, f"expected {expected}, found nothing", remedy)
    found = f"the number {fault.written}" if fault.written and _is_number(fault.value) else describe(fault.value)
    return Complaint(WrongType, fault.pointer, f"expected {expected}, found {found}", converted(fault, wanted))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _code(fault: Fault) -> Complaint:
    codes = [str(code) for code in fault.limit]
    found = str(fault.value)
    title = fault.schema.get("title", "one of a few words")
    message = f"expected {title}, found {quote(found)}"
    remedy = meant_code(found, codes, title) if found.strip() else swallowed_sign(codes, title)
    return Complaint(UnknownCode, fault.pointer, message, remedy)


def _malformed(fault: Fault) -> Complaint:
    expected = fault.limit if fault.keyword == "const" else fault.schema.get("title", "text that is not empty")
    message = f"expected {expected}, found {quote(str(fault.value))}"
    return Complaint(MalformedValue, fault.pointer, message, reformed(fault))


def _key(fault: Fault) -> Complaint:
    message = f"expected {fault.schema.get('title', 'a key')} as the key, found {quote(fault.value)}"
    return Complaint(MalformedValue, fault.pointer, message, reformed_key(fault), str(fault.value))


def _bounds(fault: Fault) -> Complaint:
    remedy = Remedy()
    match fault.keyword:
        case "minimum":
            message = f"expected at least {fault.limit}, found {inline(fault.value)}"
        case "minItems":
            message, remedy = f"expected at least {fault.limit} item in the list", _first_item(fault)
        case "minProperties":
            message, remedy = "expected at least one field in the object", _first_field(fault)
        case "uniqueItems":
            index = next(index for index, item in enumerate(fault.value) if item in fault.value[:index])
            message = f"{quote(fault.value[index])} stands twice in the list"
            remedy = Remedy("delete one of them", (Advice(Change.DELETE, at=json_pointer((*fault.pointer, index))),))
        case _:
            # A keyword that our schemas do not use; whoever adds one is told so by the tests.
            message = shorten(f"{fault.keyword} {inline(fault.limit)} is not satisfied")
    return Complaint(OutOfBounds, fault.pointer, message, remedy)


def _first_item(fault: Fault) -> Remedy:
    made = blueprint(fault.schema["items"], fault.root, str(fault.pointer[-1]).removesuffix("s"))
    return add(f"add an item, as in [{made.text}]", made.text, made.slots)


def _first_field(fault: Fault) -> Remedy:
    if "properties" not in fault.schema:
        return add("add the text under its language: LANGUAGE: TEXT", "LANGUAGE: TEXT", ("LANGUAGE", "TEXT"))
    return Remedy(f"give it one of the fields {', '.join(fault.schema['properties'])}")
