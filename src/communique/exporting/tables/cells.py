"""Fills the cells of a field: one closure for each field of a table, made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from ...models import EdtfDate, main_language
from ...text.json_text import canonical
from .field_layout import Field, Layout, fields
from .writing import Writing

Cells = list[Any]
"""The values of one row, in the order of the columns, as they are written."""

Fill = Callable[[Cells, Any], None]
"""Writes a value, which is not None, to its cells."""


def fill_of(each: Field, place: Mapping[str, int], writing: Writing, prefix: str = "") -> Fill | None:
    """What fills the cells of the field. ``place`` has the place of each column; None if the field has no cell."""
    at = place.get(prefix + each.column)
    match each.layout:
        case Layout.OBJECT:
            return _object(each, place, writing, f"{prefix}{each.column}_")
        case Layout.OBJECTS | Layout.SCALARS:
            return None
        case Layout.SCALAR if at is not None:
            return _scalar(at, _writer(each.type, writing))
    if at is None:
        return None
    return _FILLS[each.layout](at, writing)


def _object(each: Field, place: Mapping[str, int], writing: Writing, prefix: str) -> Fill:
    found = ((inner.name, fill_of(inner, place, writing, prefix)) for inner in fields(each.type))
    inside = [(name, fill) for name, fill in found if fill]

    def fill(row: Cells, value: Any) -> None:
        values = value.__dict__
        for name, fill in inside:
            if (inner := values[name]) is not None:
                fill(row, inner)

    return fill


def _writer(python: type[Any], writing: Writing) -> Callable[[Any], Any]:
    """What writes a scalar of this type."""
    if issubclass(python, str):
        return writing.text
    return writing.boolean if python is bool else writing.number


def _scalar(at: int, write: Callable[[Any], Any]) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = write(value)

    return fill


def _date(at: int, writing: Writing) -> Fill:
    meaning = _meaning(writing)

    def fill(row: Cells, value: EdtfDate) -> None:
        row[at : at + 5] = meaning(value)

    return fill


@cache
def _meaning(writing: Writing) -> Callable[[EdtfDate], tuple[Any, ...]]:
    """Gives the text of a date, its first and its last day, its precision and its qualifier."""

    @lru_cache(maxsize=4096)
    def meaning(value: EdtfDate) -> tuple[Any, ...]:
        days = [writing.date(day) if day else writing.empty for day in (value.earliest, value.latest)]
        qualifier = writing.text(value.qualifier) if value.qualifier else writing.empty
        return writing.text(value), *days, writing.text(value.precision), qualifier

    return meaning


def _number_or_text(at: int, writing: Writing) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = writing.text(str(value))
        row[at + 1] = writing.number(value) if isinstance(value, int | float) else writing.empty

    return fill


def _localized(at: int, writing: Writing) -> Fill:
    text = writing.text

    def fill(row: Cells, value: dict[str, str]) -> None:
        if language := main_language(value):
            row[at : at + 2] = text(value[language]), text(language)

    return fill


def _open(at: int, writing: Writing) -> Fill:
    def fill(row: Cells, value: Any) -> None:
        row[at] = writing.text(canonical(value)) if value else writing.empty

    return fill


_FILLS: dict[Layout, Callable[[int, Writing], Fill]] = {
    Layout.DATE: _date,
    Layout.NUMBER_OR_TEXT: _number_or_text,
    Layout.LOCALIZED: _localized,
    Layout.OPEN: _open,
}
