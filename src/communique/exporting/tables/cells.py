"""Fills the cells of a field: one closure for each field of a table, made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from ...models import EdtfDate, main_language
from ...text.json_text import canonical
from .field_layout import Field, Layout, fields

Cells = list[Any]
"""The values of a row, in the order of the columns of its table. They are of plain types; None is no value."""

Fill = Callable[[Cells, Any], None]
"""Writes a value, which is not None, to its cells."""


def fill_of(each: Field, place: Mapping[str, int], prefix: str = "") -> Fill | None:
    """What fills the cells of the field. ``place`` has the place of each column; None if the field has no cell."""
    at = place.get(prefix + each.column)
    match each.layout:
        case Layout.OBJECT:
            return _object(each, place, f"{prefix}{each.column}_")
        case Layout.OBJECTS | Layout.SCALARS:
            return None
        case Layout.SCALAR if at is not None:
            return _scalar(at, each.type)
    if at is None:
        return None
    return _FILLS[each.layout](at)


def _object(each: Field, place: Mapping[str, int], prefix: str) -> Fill:
    found = ((inner.name, fill_of(inner, place, prefix)) for inner in fields(each.type))
    inside = [(name, fill) for name, fill in found if fill]

    def fill(row: Cells, value: Any) -> None:
        values = value.__dict__
        for name, fill in inside:
            if (inner := values[name]) is not None:
                fill(row, inner)

    return fill


def _scalar(at: int, python: type[Any]) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = value

    def fill_text(row: Cells, value: Any) -> None:
        row[at] = str(value)

    return fill_text if issubclass(python, str) else fill


def _date(at: int) -> Fill:
    def fill(row: Cells, value: EdtfDate) -> None:
        row[at : at + 5] = _meaning(value)

    return fill


@lru_cache(maxsize=4096)
def _meaning(value: EdtfDate) -> tuple[Any, ...]:
    """The text of a date, its first and its last day, its precision and its qualifier."""
    qualifier = str(value.qualifier) if value.qualifier else None
    return str(value), value.earliest, value.latest, str(value.precision), qualifier


def _number_or_text(at: int) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = str(value)
        row[at + 1] = value if isinstance(value, int | float) else None

    return fill


def _localized(at: int) -> Fill:
    def fill(row: Cells, value: dict[str, str]) -> None:
        if language := main_language(value):
            row[at : at + 2] = str(value[language]), str(language)

    return fill


def _open(at: int) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = canonical(value) if value else None

    return fill


_FILLS: dict[Layout, Callable[[int], Fill]] = {
    Layout.DATE: _date,
    Layout.NUMBER_OR_TEXT: _number_or_text,
    Layout.LOCALIZED: _localized,
    Layout.OPEN: _open,
}
