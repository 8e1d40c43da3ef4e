"""Which columns of a table a person may edit: those that the records are made of, not those that are computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..exporting.tables import DEFINITIONS, ROOTS, TEXTS, empty_tables
from ..exporting.tables.field_layout import Field, Layout, fields
from ..exporting.tables.keys import key_columns
from ..exporting.tables.plan import flat, plans
from ..text.pointer import Pointer
from .table_files import READ_TABLES


@cache
def stated_columns(table: str) -> frozenset[str]:
    """The columns from which the values of a row are read; none of a table that is computed."""
    if table not in READ_TABLES:
        return frozenset()
    if table in (DEFINITIONS, TEXTS) or not (model := plans()[table].model):
        return frozenset(column.name for column in empty_tables()[table].columns)
    found = {name for each in flat(model) for name in _columns(each)}
    return frozenset({*found, *owner_columns(table), "position"})


@cache
def owner_columns(table: str) -> frozenset[str]:
    """The columns with the key of a row, and with that of the row to which it belongs."""
    if table == DEFINITIONS or table not in READ_TABLES:
        return frozenset()
    return frozenset(column.name for column in key_columns(plans()[table])) | ({"id"} if table in ROOTS else set())


@cache
def default_values(table: str) -> Mapping[str, Any]:
    """By column, the value that a row has if none is written."""
    model = plans()[table].model if table in plans() else None
    found = {each.column: model.model_fields[each.name].default for each in flat(model)} if model else {}
    plain = {column: str(value) if isinstance(value, str) else value for column, value in found.items()}
    return {column: value for column, value in plain.items() if isinstance(value, str | bool)}


@cache
def localized(table: str) -> tuple[str, ...]:
    """The columns with a text of which every language is in the table of texts."""
    model = plans()[table].model if table in plans() else None
    return tuple(each.column for each in flat(model) if each.layout is Layout.LOCALIZED) if model else ()


@cache
def numbers_or_texts(table: str) -> tuple[str, ...]:
    """The columns with a number or a text, beside which the number stands again."""
    model = plans()[table].model if table in plans() else None
    return tuple(each.column for each in flat(model) if each.layout is Layout.NUMBER_OR_TEXT) if model else ()


def column_of(table: str, path: Pointer) -> str:
    """The column that has the value at a path in what a row is; empty if none has."""
    model, name = plans()[table].model if table in plans() else None, ""
    for step in path:
        each = next((field for field in fields(model) if field.name == step), None) if model else None
        if each is None:
            break
        name += each.column
        if each.layout is not Layout.OBJECT:
            return name if name in {column.name for column in empty_tables()[table].columns} else ""
        model, name = each.type, f"{name}_"
    return ""


def _columns(each: Field, prefix: str = "") -> Iterator[str]:
    name = prefix + each.column
    match each.layout:
        case Layout.OBJECT:
            for inner in fields(each.type):
                yield from _columns(inner, f"{name}_")
        case Layout.NUMBER_OR_TEXT:
            yield from (name, f"{name}_number")
        case Layout.LOCALIZED:
            yield from (name, f"{name}_language")
        case _:
            yield name
