"""The rows of foreign data: their cells by the fields that they may fill, and what is left over."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from math import isfinite
from typing import Any

from ..adding.cell import FIELDS, day
from ..adding.mapping import LEFT_OUT, UNKNOWN, ColumnMapping
from ..adding.remark import Remarks
from ..importing.cells import NoValue
from ..importing.source_table import SourceTable
from ..lazy import lazy_pattern
from ..lexicon.serial_days import days_stored_as, help_for
from ..text.characters import unsafe
from .layout import ANNOUNCEMENT, Cells, Layout
from .losses import KEPT, Fate, Landing

FURTHER = "further_rows"
"""The field under ``extensions`` that has what further rows with the same key say otherwise."""


@dataclass
class Row:
    """A row with the number of its line. ``fields`` has the columns and cells of each field; ``kept`` what no field
    takes, by column; ``key`` tells it apart from others, and is empty if the data has no such column."""

    number: int
    key: str
    fields: Mapping[str, Sequence[tuple[str, Any]]]
    kept: dict[str, Any] = field(default_factory=dict)
    landings: dict[tuple[int, str], list[Landing]] = field(default_factory=dict)

    def first(self, name: str) -> tuple[str, Any]:
        """The column and the cell of a field; both empty if it has none."""
        return next(iter(self.fields.get(name, ())), ("", ""))

    def take(self, column: str, field: str, *values: Any, what: str = "") -> None:
        """Note that a cell gives the field of the record these values; ``what`` says it for people."""
        self._land(column, Landing(Fate(what or field), (field,), values))

    def keep(self, column: str, cell: Any, why: str = "") -> None:
        """Keep a cell that no field takes, or not wholly."""
        self.kept[column] = plain(cell)
        self._land(column, Landing(Fate(_KEPT, why), (KEPT, column), (self.kept[column],)))

    def drop(self, column: str, why: str, number: int = 0) -> None:
        """Note that a cell is not to be taken, of this row or of a further one."""
        self._land(column, Landing(Fate("dropped", why)), number)

    def add_further(self, number: int, cells: Cells, before: Cells) -> None:
        """Keep what another row with the same key says otherwise."""
        other = {column: plain(cell) for column, cell in cells.items() if cell != before.get(column)}
        for column in cells:
            kept = Landing(Fate(_KEPT), (KEPT, FURTHER), (other.get(column),))
            self._land(column, kept if column in other else Landing(Fate("the same as in an earlier row")), number)
        self.kept.setdefault(FURTHER, []).append(other)

    def _land(self, column: str, landing: Landing, number: int = 0) -> None:
        self.landings.setdefault((number or self.number, column), []).append(landing)


_KEPT = "kept under extensions"
_HALF = lazy_pattern("[\ud800-\udfff]")
_NO_TEXT = (bool, time, timedelta)


def rows_of(table: SourceTable, layout: Layout, mapping: ColumnMapping | None, remarks: Remarks) -> list[Row]:
    """The rows whose cells can be read; the others are noted."""
    found, first = list[Row](), dict[str, tuple[Row, Cells]]()
    remarks.columns = table.places
    for number, values in table.rows:
        cells = {name: each for name, each in zip(table.columns, values, strict=True) if each is not None and name}
        fields = mapping.fields if mapping else layout.fields(cells)
        lost = {
            name: each.found
            for name, each in cells.items()
            if isinstance(each, NoValue) and _is_other(name, layout, fields)
        }
        cells = {name: each for name, each in cells.items() if name not in lost}
        refused = {name: why for name, each in cells.items() if (why := _why_not(name, each, layout, fields))}
        for name, (message, help) in refused.items():
            more = (
                f'; or leave the column out: {json.dumps(name, ensure_ascii=False)} = "{LEFT_OUT}" in {mapping.path}'
                if mapping
                else ""
            )
            remarks.add(number, name, message, f"{help}{more}")
        if refused:
            continue
        key = str(plain(cells.get(layout.key, "")))
        if layout.repeats and key in first:
            row, before = first[key]
            row.add_further(number, cells, before)
        else:
            row = _row(number, key, cells, layout, fields)
            first[key] = (row, cells)
            found.append(row)
        for name, what in lost.items():
            row.drop(name, what, number)
    return found


def _is_other(column: str, layout: Layout, fields: Mapping[str, str]) -> bool:
    """Whether no field takes the cells of a column."""
    return column != layout.key and (fields.get(column, UNKNOWN) in (UNKNOWN, LEFT_OUT) or column in layout.dropped)


def _why_not(column: str, cell: Any, layout: Layout, fields: Mapping[str, str]) -> tuple[str, str] | None:
    """Why a cell cannot be taken, and what to do; None if it can, or is not to be."""
    if fields.get(column) == LEFT_OUT or column in layout.dropped:
        return None
    is_day = FIELDS[layout.gives].get(fields.get(column, "")) is day
    return _refused(cell) or (_without_format(cell) if is_day else None)


def _refused(cell: Any) -> tuple[str, str] | None:
    """Why a cell cannot be taken, and what to do; None if it can."""
    if isinstance(cell, NoValue):
        return f"found {cell.found}, expected a value", cell.help
    if isinstance(cell, float) and not isfinite(cell):
        return f"found {cell}, expected a number", "correct it, or leave it empty"
    if isinstance(cell, str) and (half := _HALF.search(cell)):
        return f"the cell has half a character, U+{ord(half[0]):04X}", "write the character, or delete it"
    if isinstance(cell, str) and (found := unsafe(cell)):
        return f"the cell has the invisible character U+{ord(found[0][0]):04X}", "delete it"
    return None


def _without_format(cell: Any) -> tuple[str, str] | None:
    """Why a number is no day, if it may have been one."""
    days = days_stored_as(str(cell)) if isinstance(cell, str | int | float) else ()
    return (f"found the number {cell}, expected a date", help_for(days)) if days else None


def _row(number: int, key: str, cells: Cells, layout: Layout, fields: Mapping[str, str]) -> Row:
    found = defaultdict[str, list[tuple[str, Any]]](list)
    row = Row(number, key, found)
    for column in sorted(cells, key=[*fields, *cells].index):  # what fills a field first is named first
        cell, name = cells[column], fields.get(column, UNKNOWN)
        if name == LEFT_OUT or column in layout.dropped:
            row.drop(column, layout.dropped.get(column, "the mapping says so"))
        elif column == layout.key:
            if layout.gives == ANNOUNCEMENT:
                row.take(column, KEPT, key, what="the id, and extensions")
        elif name == UNKNOWN:
            row.keep(column, cell)
        elif isinstance(cell, _NO_TEXT):
            row.keep(column, cell, "no text, number or date")
        else:
            found[name].append((column, cell))
    return row


def plain(cell: Any) -> Any:
    """A cell as JSON has it."""
    return cell if isinstance(cell, str | int | float | bool) else str(cell).removesuffix(" 00:00:00")
