"""The corpus as flat tables, laid out from the models: a field that is added to a model appears here by itself.

Every table has one row per thing and a key that the others join on. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from what they say, never from their place in a list.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from ..corpus import ENTITY_FIELDS, Corpus
from ..models import (
    Actor,
    Announcement,
    Assertion,
    Dataset,
    EdtfDate,
    Instrument,
    Model,
    Occasion,
    Registry,
    Source,
)
from ..models.assertion import content
from ..models.codelists import Rank
from .fields import Field, Shape, fields

Value = str | int | float | bool | None

ROOTS: dict[str, type[Model]] = {
    "announcements": Announcement,
    "actors": Actor,
    "instruments": Instrument,
    "occasions": Occasion,
    "sources": Source,
    "registries": Registry,
    "datasets": Dataset,
}
TEXTS = "texts"


class Column(NamedTuple):
    """A column: its name, the type of its values (string, integer, number, boolean, date), and what it means."""

    name: str
    type: str
    description: str


@dataclass
class Table:
    """A table: what one row of it counts, its columns, its rows."""

    name: str
    counts: str
    columns: tuple[Column, ...]
    rows: list[dict[str, Value]] = field(default_factory=list)


class _Plan(NamedTuple):
    """What a table is made of: a model or single values, and the tables whose rows it belongs to."""

    name: str
    model: type[Model] | None
    item: Field | None
    parents: tuple[str, ...]


def build(corpus: Corpus) -> list[Table]:
    """All tables of the corpus, empty ones too, rows in a fixed order."""
    tables = {name: Table(name, _counts(plan), tuple(_columns(plan))) for name, plan in plans().items()}
    filler = _Filler(tables)
    roots: dict[str, Iterable[Model]] = {
        "announcements": corpus.announcements.values(),
        "actors": corpus.actors.values(),
        "instruments": corpus.instruments.values(),
        "occasions": corpus.occasions.values(),
        "sources": corpus.sources.values(),
        "registries": corpus.registries.values(),
        "datasets": [corpus.dataset] if corpus.dataset else [],
    }
    for name, models in roots.items():
        for model in models:
            filler.add_root(name, model)
    return list(tables.values())


@cache
def plans() -> dict[str, _Plan]:
    """Every table by name: the roots first, then what hangs on them."""
    found: dict[str, _Plan] = {}
    parents: dict[str, list[str]] = defaultdict(list)
    for name, model in ROOTS.items():
        _survey(name, model, found, parents)
    found[TEXTS] = found.pop(TEXTS)
    return {name: plan._replace(parents=tuple(dict.fromkeys(parents[name]))) for name, plan in found.items()}


def _survey(name: str, model: type[Model], found: dict[str, _Plan], parents: dict[str, list[str]]) -> None:
    if name in found:
        return
    found[name] = _Plan(name, model, None, ())
    for each in _flat(model):
        match each.shape:
            case Shape.OBJECTS:
                parents[each.name].append(name)
                _survey(each.name, each.type, found, parents)
            case Shape.SCALARS:
                child = _list_table(name, each)
                parents[child].append(name)
                found[child] = _Plan(child, None, each, ())
            case Shape.LOCALIZED:
                parents[TEXTS].append(name)
                found.setdefault(TEXTS, _Plan(TEXTS, None, None, ()))


def _flat(model: type[Model]) -> Iterator[Field]:
    """The fields that a table of the model lays out: definitions inside a record have tables of their own."""
    for each in fields(model):
        if each.name == "kind" or (issubclass(model, Announcement | Registry) and each.name in ENTITY_FIELDS):
            continue
        yield each


def _list_table(parent: str, each: Field) -> str:
    return f"{singular(parent)}_{each.name}"


def singular(name: str) -> str:
    """The name of one thing of a table.

    >>> singular("quantities"), singular("dates")
    ('quantity', 'date')
    """
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


def _counts(plan: _Plan) -> str:
    if plan.name == TEXTS:
        return "one text in one language"
    if plan.item:
        owner, thing = singular(plan.parents[0]), singular(plan.item.name).replace("_", " ")
        return f"one {thing} of one {owner}"
    return f"one {singular(plan.name).replace('_', ' ')}"


def _columns(plan: _Plan) -> Iterator[Column]:
    if plan.model and issubclass(plan.model, Assertion):
        yield Column("key", "string", "The key of this row, made from its local id or from what it says.")
    yield from _parent_columns(plan)
    if plan.name == TEXTS:
        yield Column("field", "string", "The field that the text is the value of.")
        yield Column("language", "string", "The language of the text, as a BCP 47 tag.")
        yield Column("text", "string", "The text.")
    elif plan.item:
        yield Column("position", "integer", "The place in the list, counted from 1.")
        yield Column(_item_column(plan.item), "string", plan.item.description)
    elif plan.model:
        yield from _own_columns(plan.model)


def _parent_columns(plan: _Plan) -> Iterator[Column]:
    if not plan.parents:
        return
    if len(plan.parents) == 1:
        yield Column(_parent_key(plan.parents[0]), "string", f"The {singular(plan.parents[0])} that this belongs to.")
    else:
        yield Column("record_id", "string", "The id of the announcement or other root that this belongs to.")
        yield Column("parent_table", "string", "The table of what this belongs to.")
        yield Column("parent_key", "string", "The key or id, in that table, of what this belongs to.")


def _own_columns(model: type[Model]) -> Iterator[Column]:
    is_root = model in ROOTS.values()
    if not is_root and not issubclass(model, Assertion):
        yield Column("position", "integer", "The place in the list, counted from 1.")
    for each in _flat(model):
        if not (each.name == "id" and not is_root):
            yield from _field_columns(each)
    if issubclass(model, Assertion):
        yield Column("shown", "boolean", "Whether this is the value to show of those that compete.")


def _field_columns(each: Field, prefix: str = "") -> Iterator[Column]:
    name = prefix + each.column
    match each.shape:
        case Shape.DATE:
            yield Column(name, "string", f"{each.description} As EDTF.")
            yield Column(f"{name}_earliest", "date", "The first day it can mean; empty if open.")
            yield Column(f"{name}_latest", "date", "The last day it can mean; empty if open.")
            yield Column(f"{name}_precision", "string", "The smallest unit that is stated.")
        case Shape.NUMBER_OR_TEXT:
            yield Column(name, "string", each.description)
            yield Column(f"{name}_number", "number", "The value, if it is a number.")
        case Shape.LOCALIZED:
            yield Column(name, "string", f"{each.description} In one language; all are in the table of texts.")
            yield Column(f"{name}_language", "string", "The language of it, as a BCP 47 tag.")
        case Shape.OPEN:
            yield Column(name, "string", f"{each.description} As JSON.")
        case Shape.OBJECT:
            for inner in fields(each.type):
                yield from _field_columns(inner, f"{name}_")
        case Shape.SCALAR:
            yield Column(name, _type(each.type), each.description)


def _type(python: type[Any]) -> str:
    return {int: "integer", float: "number"}.get(python, "string")


def _item_column(each: Field) -> str:
    return singular(each.name) + ("_id" if each.is_reference else "")


def _parent_key(parent: str) -> str:
    return f"{singular(parent)}_{'id' if parent in ROOTS else 'key'}"


class _Owner(NamedTuple):
    """The row that others hang on."""

    table: str
    key: str
    root: str


class _Filler:
    """Turns models into rows."""

    def __init__(self, tables: dict[str, Table]) -> None:
        self._tables = tables

    def add_root(self, table: str, model: Model) -> None:
        id: str = model.id  # type: ignore[attr-defined]
        row: dict[str, Value] = {}
        self._append(table, row)
        self._fill(row, model, _Owner(table, id, id))

    def _append(self, table: str, row: dict[str, Value]) -> None:
        self._tables[table].rows.append(row)

    def _fill(self, row: dict[str, Value], model: Model, owner: _Owner) -> None:
        """Put the model's fields into the row and what hangs on it into other tables."""
        for each in _flat(type(model)):
            value = getattr(model, each.name)
            match each.shape:
                case Shape.OBJECTS:
                    self._add_children(each.name, value, owner)
                case Shape.SCALARS:
                    self._add_items(_list_table(owner.table, each), each, value, owner)
                case Shape.LOCALIZED:
                    self._add_texts(each.name, value or {}, owner)
            if not (each.name == "id" and owner.table not in ROOTS):
                row.update(_cells(each, value))

    def _add_children(self, table: str, models: tuple[Model, ...], owner: _Owner) -> None:
        shown = _shown(models)
        for position, model in enumerate(models, start=1):
            row = self._parent(table, owner)
            self._append(table, row)
            if isinstance(model, Assertion):
                row["key"] = _key(model, table, owner)
                self._fill(row, model, _Owner(table, str(row["key"]), owner.root))
                row["shown"] = shown[position - 1]
            else:
                row["position"] = position
                self._fill(row, model, _Owner(table, f"{owner.key}/{position}", owner.root))

    def _add_items(self, table: str, each: Field, values: tuple[str, ...], owner: _Owner) -> None:
        for position, value in enumerate(values, start=1):
            self._append(table, {**self._parent(table, owner), "position": position, _item_column(each): str(value)})

    def _add_texts(self, name: str, texts: dict[str, str], owner: _Owner) -> None:
        for language, text in texts.items():
            self._append(TEXTS, {**self._parent(TEXTS, owner), "field": name, "language": language, "text": text})

    def _parent(self, table: str, owner: _Owner) -> dict[str, Value]:
        if len(plans()[table].parents) == 1:
            return {_parent_key(owner.table): owner.key}
        return {"record_id": owner.root, "parent_table": owner.table, "parent_key": owner.key}


def _key(assertion: Assertion, table: str, owner: _Owner) -> str:
    """The key of an assertion: readable if it has a local id, otherwise a digest of what it says."""
    if assertion.id:
        return f"{owner.root}/{assertion.id}"
    said = f"{table} {content(assertion)}".encode()
    return f"{owner.key}/{hashlib.sha256(said).hexdigest()[:12]}"


def _shown(models: tuple[Model, ...]) -> list[bool]:
    """Whether each assertion is the one to show of its identity: the preferred one, or else the first normal."""
    chosen: dict[object, int] = {}
    for index, model in enumerate(models):
        if not isinstance(model, Assertion) or model.rank is Rank.DEPRECATED:
            continue
        identity = tuple(getattr(model, name) for name in model.identity) if model.identity else index
        if identity not in chosen or model.rank is Rank.PREFERRED:
            chosen[identity] = index
    return [index in chosen.values() for index in range(len(models))]


def _cells(each: Field, value: Any, prefix: str = "") -> Iterator[tuple[str, Value]]:
    """The cells of one field, under the names of `_field_columns`."""
    name = prefix + each.column
    match each.shape:
        case Shape.DATE:
            yield name, None if value is None else str(value)
            yield from _date_cells(name, value)
        case Shape.NUMBER_OR_TEXT:
            yield name, None if value is None else str(value)
            yield f"{name}_number", value if isinstance(value, int | float) else None
        case Shape.LOCALIZED:
            language = _main_language(value or {})
            yield name, value[language] if language else None
            yield f"{name}_language", language
        case Shape.OPEN:
            yield name, json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None
        case Shape.OBJECT:
            for inner in fields(each.type):
                yield from _cells(inner, getattr(value, inner.name, None), f"{name}_")
        case Shape.SCALAR:
            yield name, str(value) if isinstance(value, str) else value


def _date_cells(name: str, value: EdtfDate | None) -> Iterator[tuple[str, Value]]:
    yield f"{name}_earliest", value.earliest.isoformat() if value and value.earliest else None
    yield f"{name}_latest", value.latest.isoformat() if value and value.latest else None
    yield f"{name}_precision", value.precision if value else None


def _main_language(texts: dict[str, str]) -> str | None:
    """English if there is any, so that a column is in one language; else the first that is given."""
    return "en" if "en" in texts else next(iter(texts), None)
