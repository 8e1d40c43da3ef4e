"""The columns of the tables and their keys, derived from the models.

A field that is added to a model appears here automatically.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ...models import (
    Announcement,
    Assertion,
    Commitment,
    EdtfDate,
    Evidence,
    Measure,
    Model,
    Outcome,
)
from ...models.assertion import ASSERTION_FIELDS
from ...text.inflection import singular
from .field_layout import Field, Layout, fields
from .keys import COMMITMENT, key_columns, tables_of, targets
from .plan import ROOTS, TEXTS, Plan, flat, plans
from .table import Column, ColumnType, Target

_TYPES: dict[type[Any], ColumnType] = {bool: "boolean", int: "integer", float: "number"}

DAYS: dict[type[Model], Field] = {
    Announcement: Field(
        "day",
        Layout.DATE,
        EdtfDate,
        "The day on which it was announced; otherwise the first of its dates.",
        (),
    ),
    Measure: Field(
        "day",
        Layout.DATE,
        EdtfDate,
        "The date of the measure; otherwise the announcement's date for such an action, if it was done; otherwise the "
        "day of the announcement, with `announcement` in `day_basis`: the action may have been on another day. Empty "
        "if the measure is denied.",
        (),
    ),
}
"""Days that are computed from the dates."""

DUE_DAY = Field(
    "due_day",
    Layout.DATE,
    EdtfDate,
    "The last day that is in time, computed from `due`: an interval if it is one of several days, empty if it is not "
    "known.",
    (),
)
_POSITION = Column("position", "integer", "The position in the list, counted from 1.", required=True)
_COUNTS = {"sources": "it", "contradicting_sources": "a value which contradicts it"}
"""The pairs of columns that count sources, and what these support."""


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of the table with this name, in the order of the values in each row."""
    return tuple(_columns(plans()[table]))


def _columns(plan: Plan) -> Iterator[Column]:
    yield from key_columns(plan)
    if plan.name == TEXTS:
        yield Column("field", "string", "The field whose value the text is.", required=True)
        yield Column("language", "string", "The language of the text, as a BCP 47 tag.", required=True)
        yield Column("text", "string", "The text.", required=True)
    elif plan.item:
        yield _POSITION
        yield _item(plan, plan.item)
    elif plan.model:
        yield from _own_columns(plan.model)


def _item(plan: Plan, item: Field) -> Column:
    """The column with the single value of a row."""
    if item.name in ASSERTION_FIELDS:
        meaning = "The key of the other assertion, in the table of the parent row."
        return Column(item_column(item), "string", meaning, targets(plan.parents), required=True)
    found = targets(tables_of(item.kinds))
    return Column(item_column(item), "string", item.meaning, found, item.codelist, required=True)


def _own_columns(model: type[Model]) -> Iterator[Column]:
    is_root = model in ROOTS.values()
    if not is_root and not issubclass(model, Assertion):
        yield _POSITION
    for each in flat(model):
        if not (each.name == "id" and not is_root):
            yield from _linked(model, field_columns(each, required=each.is_required))
    if model is Evidence:
        meaning = "The key of the passage, found in `passages`; then `source_id` is that of the passage."
        yield Column("passage_key", "string", meaning, targets(["passages"]))
    yield from _days(model)
    if model is Commitment:
        yield Column(COMMITMENT, "string", "Its id, as `outcomes` has it: ANNOUNCEMENT#COMMITMENT.", required=True)
        yield from field_columns(DUE_DAY)
    if issubclass(model, Assertion):
        yield Column(
            "shown",
            "boolean",
            "Whether to show this value among those that compete. In an open dispute, one value of each side is shown.",
            required=True,
        )
        yield Column("competes", "boolean", _competes(model), required=True)
        for name, what in _COUNTS.items():
            yield Column(
                f"{name}_at_least",
                "integer",
                f"How many independent sources support {what}, at least. Those of unknown origin together are one, and "
                "only if there are no others.",
                required=True,
            )
            yield Column(
                f"{name}_at_most",
                "integer",
                f"How many independent sources support {what}, if all that might be independent are. Do not give it "
                "without the number at least.",
                required=True,
            )


def _competes(model: type[Model]) -> str:
    text = "Whether another shown value contradicts it, or both have the confidence `disputed`."
    return f"{text} So does an outcome in another record." if model is Outcome else text


def _days(model: type[Model]) -> Iterator[Column]:
    """The columns of the day that is computed for an announcement or a measure."""
    if model not in DAYS:
        return
    yield from field_columns(DAYS[model])
    meaning = "Whether other given days contradict it, in an open dispute. This is the first."
    yield Column("day_competes", "boolean", meaning)
    own = "; empty if it is the date of the measure itself" if model is Measure else ""
    yield Column("day_key", "string", f"The key of the date that gives it{own}.", targets(["dates"]))
    if model is Measure:
        basis = (
            "Where the day is from: the date of the `measure`, a `date` of the announcement for such an action, or the "
            "day of the `announcement`."
        )
        yield Column("day_basis", "string", basis)


def _linked(model: type[Model], found: Iterable[Column]) -> Iterator[Column]:
    """The columns; of an outcome, the commitment is named by its full id."""
    for each in found:
        is_link = model is Outcome and each.name == COMMITMENT
        yield each._replace(targets=(Target("commitments", COMMITMENT),)) if is_link else each


def field_columns(each: Field, prefix: str = "", *, required: bool = False) -> Iterator[Column]:
    """The columns of a field, whose names begin with the prefix."""
    name = prefix + each.column
    match each.layout:
        case Layout.DATE:
            yield Column(name, "string", f"{each.description} As EDTF.", required=required)
            yield Column(
                f"{name}_earliest", "date", "The first possible day; empty if open, or outside the years 1 to 9999."
            )
            yield Column(
                f"{name}_latest", "date", "The last possible day; empty if open, or outside the years 1 to 9999."
            )
            yield Column(f"{name}_precision", "string", "The smallest unit that is stated.", required=required)
            yield Column(f"{name}_qualifier", "string", "Whether it is uncertain or approximate; empty if neither.")
        case Layout.NUMBER_OR_TEXT:
            yield Column(name, "string", each.description, required=required)
            yield Column(f"{name}_number", "number", "The value, if it is a number.")
        case Layout.LOCALIZED:
            meaning = f"{each.description} In one language; all are in the table of texts."
            yield Column(name, "string", meaning, required=required)
            yield Column(f"{name}_language", "string", "Its language, as a BCP 47 tag.", required=required)
        case Layout.OPEN:
            yield Column(name, "string", f"{each.description} As JSON.", required=required)
        case Layout.OBJECT:
            for inner in fields(each.type):
                yield from field_columns(inner, f"{name}_", required=required and inner.is_required)
        case Layout.SCALAR:
            found = targets(tables_of(each.kinds))
            yield Column(name, _type(each.type), each.meaning, found, each.codelist, required)


def _type(python: type[Any]) -> ColumnType:
    return _TYPES.get(python, "string")


def item_column(each: Field) -> str:
    if each.name in ASSERTION_FIELDS:
        return f"{each.name}_key"
    return singular(each.name) + ("_id" if each.is_reference else "")
