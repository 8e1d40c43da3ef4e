"""The plan of every table: the model whose objects are its rows, and the tables of its parents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...models import ENTITY_FIELDS, THING_KINDS, Announcement, Model, Record, Registry
from ...models.assertion import ASSERTION_FIELDS
from ...text.inflection import plural, singular
from .field_layout import Field, Layout, fields

ROOTS: dict[str, type[Model]] = {plural(kind): model for kind, model in THING_KINDS.items()}
TEXTS = "texts"


class Plan(NamedTuple):
    """The plan of a table: its model or its single values, and the tables of its parents."""

    name: str
    model: type[Model] | None
    item: Field | None
    parents: tuple[str, ...]


@cache
def plans() -> dict[str, Plan]:
    """The plan of every table by name: the roots first, then their children."""
    found: dict[str, Plan] = {}
    parents: dict[str, list[str]] = defaultdict(list)
    for name, model in ROOTS.items():
        _survey(name, model, found, parents)
    found[TEXTS] = found.pop(TEXTS)
    return {name: plan._replace(parents=tuple(dict.fromkeys(parents[name]))) for name, plan in found.items()}


def _survey(name: str, model: type[Model], found: dict[str, Plan], parents: dict[str, list[str]]) -> None:
    if name in found:
        return
    found[name] = Plan(name, model, None, ())
    for each in flat(model):
        match each.layout:
            case Layout.OBJECTS:
                child = object_table(name, each)
                parents[child].append(name)
                _survey(child, each.type, found, parents)
            case Layout.SCALARS:
                child = list_table(name, each)
                parents[child].append(name)
                found[child] = Plan(child, None, each, ())
            case Layout.LOCALIZED:
                parents[TEXTS].append(name)
                found.setdefault(TEXTS, Plan(TEXTS, None, None, ()))


def flat(model: type[Model]) -> Iterator[Field]:
    """The fields that are columns of the model's table. Definitions in a record have their own tables."""
    for each in fields(model):
        if (each.name == "kind" and issubclass(model, Record)) or (
            issubclass(model, Announcement | Registry) and each.name in ENTITY_FIELDS
        ):
            continue
        yield each


def object_table(parent: str, each: Field) -> str:
    """The table of the objects in a field. It has the name of the field, after that of the owner if the name is taken.

    >>> from communique.models import Occasion
    >>> [object_table("occasions", each) for each in fields(Occasion) if each.name in ("dates", "other_names")]
    ['occasion_dates', 'other_names']
    """
    return each.name if _models_by_field()[each.name] is each.type else list_table(parent, each)


@cache
def _models_by_field() -> dict[str, type[Model]]:
    """For each field name, the model of the objects in the first such field."""
    found: dict[str, type[Model]] = {}
    queue = list(ROOTS.values())
    seen: set[type[Model]] = set()
    while queue:
        model = queue.pop(0)
        seen.add(model)
        for each in flat(model):
            if each.layout is Layout.OBJECTS:
                found.setdefault(each.name, each.type)
                queue += [each.type] if each.type not in seen else []
    return found


def list_table(parent: str, each: Field) -> str:
    """The table of the values in a field. A field of every assertion has one table for all of them."""
    return each.name if each.name in ASSERTION_FIELDS else f"{singular(parent)}_{each.name}"


def row_meaning(plan: Plan) -> str:
    """What one row of the table is."""
    if plan.name == TEXTS:
        return "one text in one language"
    if plan.item:
        if plan.item.name in ASSERTION_FIELDS:
            return f"one value of `{plan.item.name}` of one assertion"
        owner, thing = singular(plan.parents[0]), singular(plan.item.name).replace("_", " ")
        if plan.item.is_reference and plan.item.name in ("by", "to"):
            thing = f"{' or '.join(plan.item.kinds)} in `{plan.item.name}`"
        return f"one {thing} of one {owner}"
    return f"one {_words(plan.model)}" if plan.model else ""


def _words(model: type[Model]) -> str:
    """The name of a model in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
