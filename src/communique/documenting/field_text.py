"""The explanation of fields on a terminal: an overview, an object with its fields, or one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from ..authoring.field_list import flow
from ..models import RECORD_KINDS
from ..schemas.described import Field, definitions, fields, objects, users, words
from ..text.filling import fill, rows
from .field_facts import CODELISTS_BY_MODEL, constraints, facts
from .field_names import dotted, found, named_object, same, word

_FEW = 10
_PLACES = 6


def explain(asked: str | None, width: int) -> str:
    """The text about an object, a field, or a path of fields such as ``roles.actor``; without one, the overview.

    Raises:
        UnknownFieldError: nothing has this name; the message names what may be meant.
    """
    return "".join(f"{line}\n" for line in _lines(asked, width))


def _lines(asked: str | None, width: int) -> Iterator[str]:
    if asked is None:
        yield from _overview(width)
    elif name := named_object(asked):
        yield from _object(name, width)
        if others := [dotted(each) for each in found(asked, required=False) if each.target != name]:
            yield ""
            yield fill(f"Fields of this name: {_some(others)}.", width)
    else:
        yield from _fields(found(asked), width)


def _overview(width: int) -> Iterator[str]:
    roots = [model.__name__ for model in RECORD_KINDS.values()]
    yield "Kinds of record:"
    yield from rows(((word(each), _about(each)) for each in roots), width)
    yield ""
    yield "Objects in a record:"
    parts = sorted(objects().keys() - set(roots))
    yield from rows(((word(each), _about(each)) for each in parts), width)
    yield ""
    yield fill(
        "`communique fields NAME` lists the fields of one, and explains a field: roles, roles.actor, note.", width
    )


def _object(name: str, width: int) -> Iterator[str]:
    """The object with its fields; the required ones are marked."""
    yield fill(f"{words(name).capitalize()}: {_about(name)}", width)
    if places := [dotted(each) for each in users().get(name, ())]:
        yield fill(f"Used in {_some(places)}.", width)
    yield from (fill(each, width, "- ", "  ") for each in constraints(name))
    yield ""
    yield from rows(((field.name, field.meaning, _in_short(field)) for field in fields(name).values()), width)


def _about(name: str) -> str:
    """The description of an object as one paragraph."""
    return " ".join(str(definitions()[name]["description"]).split())


def _in_short(field: Field) -> str:
    """All facts of a field in one line; of a long list of codes, the command that explains them."""
    known = dict(facts(field, in_words))
    codelist = CODELISTS_BY_MODEL.get(field.target)
    if codelist and len(codelist) > _FEW:
        known["Codes"] = f"communique codes {codelist.list_name}"
    if field.required:
        known["Required"] = ""
    else:
        del known["Required"]
    known["Example"] = flow(field.example)
    return "; ".join(": ".join(filter(None, (label, plain(fact)))) for label, fact in known.items())


def _fields(given: Sequence[Field], width: int) -> Iterator[str]:
    """The field; if fields of different objects have the name and another meaning, a line for each meaning."""
    first, groups = given[0], same(given)
    if len(groups) > 1 and word(first.owner) not in RECORD_KINDS:
        head = f"Several objects have a field {first.name}; `communique fields {dotted(first)}` explains one:"
        yield fill(head, width)
        yield ""
        yield from rows(((dotted(each[0]), each[0].meaning, _also(each[1:])) for each in groups), width)
        return
    yield from _field(first, groups, width)


def _field(field: Field, groups: Sequence[Sequence[Field]], width: int) -> Iterator[str]:
    """The field, which is the first of all of this name, with those of its object if it has one."""
    yield fill(f"{dotted(field)}: {field.meaning}", width)
    yield ""
    table = [(label, plain(fact)) for label, fact in facts(field, in_words)]
    if codelist := CODELISTS_BY_MODEL.get(field.target):
        table = [(label, _explained(fact, codelist.list_name) if label == "Codes" else fact) for label, fact in table]
    others = {"Also in": groups[0][1:], "Differs in": [each for group in groups[1:] for each in group]}
    table += [(label, _some([dotted(each) for each in of])) for label, of in others.items() if of]
    yield from rows(table, width)
    yield ""
    example: str = yaml.safe_dump({field.name: field.example}, allow_unicode=True, sort_keys=False, width=width)
    yield example.rstrip("\n")
    if field.target in objects():
        yield ""
        yield from _object(field.target, width)


def _explained(codes: str, list_name: str) -> str:
    return f"{codes}. `communique codes {list_name}` explains them."


def _also(others: Sequence[Field]) -> str:
    return f"Also: {_some([dotted(each) for each in others])}" if others else ""


def _some(names: Sequence[str]) -> str:
    more = len(names) - _PLACES
    return ", ".join(names[:_PLACES]) + (f" and {more} more" if more > 0 else "")


def in_words(name: str) -> str:
    """What a model or codelist is called in a text without links."""
    if codelist := CODELISTS_BY_MODEL.get(name):
        return f"a code of {codelist.list_name}"
    return words(name) if name in objects() else re.sub(r"^an? ", "", str(definitions()[name]["title"]))


def plain(text: str) -> str:
    """The text without the marks of code that a page has."""
    return text.replace("`", "")
