"""Reads the values of the fields of a row: the inverse of `exporting.tables.cells`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..exporting.tables.field_layout import Field, Layout, fields
from ..models import Evidence, Model
from . import cells
from .cells import CellError
from .notes import Notes
from .origin import Origin
from .source_table import SourceTable


class Row:
    """A row of a table, whose cells are read by the names of their columns."""

    def __init__(
        self, table: SourceTable, places: Mapping[str, int], line: int, values: Sequence[Any], notes: Notes
    ) -> None:
        self._table, self._places, self._line, self._values, self._notes = table, places, line, values, notes

    def raw(self, column: str) -> Any:
        """What is in the cell; None if nothing is."""
        at = self._places.get(column, len(self._values))
        found = self._values[at] if at < len(self._values) else None
        return None if found == "" else found

    def get(self, column: str, read: Callable[[Any], Any]) -> Any:
        """The value of the cell; None if it is empty, or cannot be read, which is noted."""
        if (found := self.raw(column)) is None:
            return None
        try:
            return read(found)
        except CellError as error:
            self.note(column, str(error), error.help)
            return None

    def text(self, column: str) -> str:
        """The text in the cell, such as a key; empty if there is none."""
        return self.get(column, cells.text) or ""

    def origin(self, column: str = "") -> Origin:
        """The origin of a cell, or else of the row."""
        return self._table.origin(self._line, self._places.get(column, 0))

    def note(self, column: str, message: str, help: str = "") -> None:
        """Note what is wrong with a cell, or else with the row."""
        table, at = self._table.name, f", column {column}" if column else ""
        self._notes.add(f"{table}, row {self._line}{at}: {message}", self.origin(column), help, f"{table}{at}")


def given(model: type[Model], found: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a model that a record holds for what is in its row."""
    if model is Evidence and "passage" in found:  # the table repeats the source of the passage
        return {name: value for name, value in found.items() if name != "source"}
    return dict(found)


def value(each: Field, row: Row, prefix: str = "") -> Any:
    """The value of a field; None if none is given. Of a text in several languages, the one that the row has."""
    name = prefix + each.column
    match each.layout:
        case Layout.OBJECT:
            found = {inner.name: value(inner, row, f"{name}_") for inner in fields(each.type)}
            return {inner: part for inner, part in found.items() if part is not None} or None
        case Layout.NUMBER_OR_TEXT:
            return _number_or_text(name, row)
        case Layout.LOCALIZED:
            return _in_one_language(name, row)
        case Layout.DATE:
            return row.get(name, cells.edtf)
        case Layout.OPEN:
            return row.get(name, cells.json_object)
    return row.get(name, cells.READERS.get(each.type, cells.text))


def _in_one_language(name: str, row: Row) -> dict[str, str] | None:
    """The text that a row shows, by its language."""
    if (shown := row.get(name, cells.text)) is None:
        return None
    if row.raw(f"{name}_language") is None:
        row.note(f"{name}_language", "it is empty, expected the language of the text beside it", "write it, such as en")
        return None
    return {row.text(f"{name}_language"): shown}


def _number_or_text(name: str, row: Row) -> Any:
    """The number, as exactly as the text has it; or else the text."""
    number, written = row.get(f"{name}_number", cells.number), row.raw(name)
    if number is None:
        is_text = isinstance(written, str)
        return row.get(name, cells.text if is_text else cells.number)
    if written is not None and row.get(name, cells.number) not in (number, None):
        row.note(name, f"found {written!r} beside {number!r} in {name}_number", "write the same number in both")
    return number
