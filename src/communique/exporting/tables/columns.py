"""The columns of the tables and their keys, derived from the models.

A field that is added to a model appears here automatically.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    Passage,
)
from ...models.assertion import ASSERTION_FIELDS
from ...text.inflection import singular
from .field_layout import Field, Layout, fields
from .plan import ROOTS, TEXTS, Plan, flat, plans
from .table import Column, ColumnType

COMMITMENT = "commitment"
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
_COUNTS = {"sources": "it", "contradicting_sources": "a value which contradicts it"}
"""The pairs of columns that count sources, and what these support."""


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of the table with this name, in the order of the values in each row."""
    return tuple(_columns(plans()[table]))


def _columns(plan: Plan) -> Iterator[Column]:
    if plan.model and issubclass(plan.model, Assertion):
        yield Column("key", "string", "The key of this row, made from its local id or from its content.")
    if plan.model is Passage:
        yield Column("key", "string", "The key of this row, made from the ids of its record and of itself.")
    yield from _parent_columns(plan)
    if plan.name == TEXTS:
        yield Column("field", "string", "The field whose value the text is.")
        yield Column("language", "string", "The language of the text, as a BCP 47 tag.")
        yield Column("text", "string", "The text.")
    elif plan.item:
        yield Column("position", "integer", "The position in the list, counted from 1.")
        of_all = "The key of the other assertion, in the table of the parent row."
        meaning = of_all if plan.item.name in ASSERTION_FIELDS else plan.item.meaning
        yield Column(item_column(plan.item), "string", meaning)
    elif plan.model:
        yield from _own_columns(plan.model)


def _parent_columns(plan: Plan) -> Iterator[Column]:
    if not plan.parents:
        return
    if parent := only_parent(plan):
        yield Column(parent_key(parent), "string", f"The {singular(parent)} that this belongs to.")
    else:
        yield Column("record_id", "string", "The id of the announcement or other root that this belongs to.")
        yield Column("parent_table", "string", "The table of the parent row.")
        yield Column("parent_key", "string", "The key or id of the parent row in that table.")


def only_parent(plan: Plan) -> str | None:
    """The parent by whose id or key alone each row says what it belongs to.

    None if there are several parents, or if a field has the name of that column.
    """
    own = {each.column for each in flat(plan.model)} if plan.model else set()
    return plan.parents[0] if len(plan.parents) == 1 and parent_key(plan.parents[0]) not in own else None


def _own_columns(model: type[Model]) -> Iterator[Column]:
    is_root = model in ROOTS.values()
    if not is_root and not issubclass(model, Assertion):
        yield Column("position", "integer", "The position in the list, counted from 1.")
    for each in flat(model):
        if not (each.name == "id" and not is_root):
            yield from field_columns(each)
    if model is Evidence:
        meaning = "The key of the passage, found in `passages`; then `source_id` is that of the passage."
        yield Column("passage_key", "string", meaning)
    if model in DAYS:
        yield from field_columns(DAYS[model])
        yield Column("day_competes", "boolean", "Whether other given days compete with it. This is the first.")
    if model is Measure:
        basis = (
            "Where the day is from: the date of the `measure`, a `date` of the announcement for such an action, or the "
            "day of the `announcement`."
        )
        yield Column("day_basis", "string", basis)
    if model is Commitment:
        yield Column(COMMITMENT, "string", "Its id, as `outcomes` has it: ANNOUNCEMENT#COMMITMENT.")
        yield from field_columns(DUE_DAY)
    if issubclass(model, Assertion):
        yield Column(
            "shown",
            "boolean",
            "Whether to show this value among those that compete. In an open dispute, one value of each side is shown.",
        )
        yield Column("competes", "boolean", _competes(model))
        for name, what in _COUNTS.items():
            yield Column(
                f"{name}_at_least",
                "integer",
                f"How many independent sources support {what}, at least. Those of unknown origin together are one, and "
                "only if there are no others.",
            )
            yield Column(
                f"{name}_at_most",
                "integer",
                f"How many independent sources support {what}, if all that might be independent are. Do not give it "
                "without the number at least.",
            )


def _competes(model: type[Model]) -> str:
    text = "Whether another shown value contradicts it, or both have the confidence `disputed`."
    return f"{text} So does an outcome in another record." if model is Outcome else text


def field_columns(each: Field, prefix: str = "") -> Iterator[Column]:
    """The columns of a field, whose names begin with the prefix."""
    name = prefix + each.column
    match each.layout:
        case Layout.DATE:
            yield Column(name, "string", f"{each.description} As EDTF.")
            yield Column(
                f"{name}_earliest", "date", "The first possible day; empty if open, or outside the years 1 to 9999."
            )
            yield Column(
                f"{name}_latest", "date", "The last possible day; empty if open, or outside the years 1 to 9999."
            )
            yield Column(f"{name}_precision", "string", "The smallest unit that is stated.")
            yield Column(f"{name}_qualifier", "string", "Whether it is uncertain or approximate; empty if neither.")
        case Layout.NUMBER_OR_TEXT:
            yield Column(name, "string", each.description)
            yield Column(f"{name}_number", "number", "The value, if it is a number.")
        case Layout.LOCALIZED:
            yield Column(name, "string", f"{each.description} In one language; all are in the table of texts.")
            yield Column(f"{name}_language", "string", "Its language, as a BCP 47 tag.")
        case Layout.OPEN:
            yield Column(name, "string", f"{each.description} As JSON.")
        case Layout.OBJECT:
            for inner in fields(each.type):
                yield from field_columns(inner, f"{name}_")
        case Layout.SCALAR:
            yield Column(name, _type(each.type), each.meaning)


def _type(python: type[Any]) -> ColumnType:
    return _TYPES.get(python, "string")


def item_column(each: Field) -> str:
    if each.name in ASSERTION_FIELDS:
        return f"{each.name}_key"
    return singular(each.name) + ("_id" if each.is_reference else "")


def parent_key(parent: str) -> str:
    return f"{singular(parent)}_{'id' if parent in ROOTS else 'key'}"
