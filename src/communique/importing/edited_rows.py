"""Compares the rows of an edited table with those that an export of the records would have now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from ..exporting.tables import Column, Table
from ..exporting.xlsx_sheet import LONGEST_TEXT, RowsChecksum, shortened
from ..models import SAME_STRUCTURE
from . import cells
from .cells import CellError, NoValue
from .gathering import RECORD_TABLES
from .notes import Notes
from .rebuilding import DIGEST
from .row_values import Row
from .source_table import SourceTable
from .stated_columns import default_values, owner_columns, stated_columns

_Key = tuple[str, ...]


def is_unedited(edited: SourceTable, table: Table, checksum: str) -> bool:
    """Whether a sheet still has the rows that it was exported with, which have this checksum."""
    columns = {column.name: column.type for column in table.columns}
    if {*filter(None, edited.columns)} != columns.keys():
        return False
    found = RowsChecksum()
    try:
        for _, values in edited.rows:
            cells = dict(zip(edited.columns, values, strict=False))  # the last ones may not be there, if they are empty
            if any(value not in (None, "") for value in values):
                found.add([[_read(cells.get(name), type) for name, type in columns.items()]])
    except CellError:
        return False
    return str(found) == checksum


def _read(cell: Any, type: str) -> Any:
    """What a cell says; of a text that was cut, its beginning."""
    if isinstance(cell, NoValue) and cell.text:
        return cell.text
    return None if cell in (None, "") else _READERS[type](cell)


def _value(cell: Any, type: str) -> Any:
    """What a cell says, or the cell itself if that cannot be read."""
    try:
        return _read(cell, type)
    except CellError:
        return cell


class EditedRow(NamedTuple):
    """A row with the values that it has after the edits. ``before`` is its place among the rows as they were.

    ``changed`` are the columns in which it differs. A row that was added has no place, and one of a table that the
    export does not have has no ``row``.
    """

    values: dict[str, Any]
    before: int | None
    changed: frozenset[str] = frozenset()
    row: Row | None = None
    line: int = 0


class EditedRows:
    """The rows of a table after the edits, in the order that they had, and those that were added after them.

    With ``is_older``, the records have changed since the export, so that what they give in computed columns has, too.
    """

    def __init__(self, table: Table, edited: SourceTable | None, notes: Notes, *, is_older: bool = False) -> None:
        self.table, self._notes, self._is_older = table, notes, is_older
        self._stated, self._fixed = stated_columns(table.name), owner_columns(table.name)
        self._present: set[str] = set()
        self.removed: list[int] = []
        self.rows = [EditedRow(dict(row), at) for at, row in enumerate(table)]
        if edited is not None and self._is_comparable(edited):
            self.rows = [*self._compared(edited)]

    def _is_comparable(self, edited: SourceTable) -> bool:
        """Whether every row says which one it is. Columns that no table has are noted."""
        names = {column.name for column in self.table.columns}
        for at, name in enumerate(edited.columns):
            if name and name not in names:
                message = f"{self.table.name}: unknown column {name!r}"
                self._notes.add(message, edited.origin(1, at), "delete it, or rename it")
        missing = [name for name in self.table.key if name not in edited.columns]
        for name in missing if self._stated else ():
            message = f"{self.table.name}: the column {name} is missing"
            self._notes.add(message, edited.origin(1), "without it, nobody knows which row is which; export again")
        return not missing

    def _compared(self, edited: SourceTable) -> Iterator[EditedRow]:
        self._present = set(edited.columns)
        known = {self._key(row): at for at, row in enumerate(self.table)}
        places = {name: at for at, name in enumerate(edited.columns)}
        found: dict[int, EditedRow] = {}
        unknown: list[tuple[Row, _Key, int]] = []
        for line, values in edited.rows:
            if all(value in (None, "") for value in values):
                continue
            row = Row(edited, places, line, values, self._notes)
            key = tuple(_key_text(row.raw(name)) for name in self.table.key)
            if (at := known.get(key)) is None:
                unknown.append((row, key, line))
            elif at in found:
                row.note("", f"a second row with the key {' '.join(key)!r}", "leave the key of a new row empty")
            else:
                found[at] = self._edited(row, self.table[at], at, line)
        added = [*self._unknown(unknown, found)]
        self.removed = [at for at in range(len(self.table)) if at not in found]
        if self.table.name in RECORD_TABLES:
            for at in self.removed:
                message = f"{self.table.name}: the row of the record {self.table[at]['id']!r} is missing"
                self._notes.add(message, edited.origin(1), "an update deletes no record; put the row back")
        yield from (found[at] for at in sorted(found))
        yield from added

    def _unknown(self, rows: Sequence[tuple[Row, _Key, int]], found: dict[int, EditedRow]) -> Iterator[EditedRow]:
        """The rows that were added; one that is there by now, without its key, is put among those that are found."""
        left = defaultdict[tuple[str, ...], list[int]](list)
        for at in range(len(self.table)) if rows and self._stated and self._is_older else ():
            if at not in found:
                left[self._said(self.table[at].get)].append(at)
        for row, key, line in rows:
            if places := left.get(self._said(row.raw)):
                at = places.pop(0)
                found[at] = EditedRow(dict(self.table[at]), at, frozenset(), row, line)
            else:
                yield from self._added(row, key, line)

    def _said(self, value: Callable[[str], Any]) -> tuple[str, ...]:
        """What a row says, but for its own key and its place among others."""
        default = default_values(self.table.name)
        return tuple(
            repr(_value(value(column.name), column.type) or default.get(column.name))
            for column in self.table.columns
            if column.name in self._present & self._stated - {"key", "position"}
        )

    def _key(self, row: Mapping[str, Any]) -> _Key:
        return tuple(str(row[name]) for name in self.table.key)

    def _added(self, row: Row, key: _Key, line: int) -> Iterator[EditedRow]:
        if not self._stated:
            row.note("", f"{self.table.name} is computed, and has no row of this key", _COMPUTED)
        elif self.table.name in RECORD_TABLES:
            row.note("id", f"there is no record {key[0]!r} here", "an update changes no id, and adds no record")
        elif self.table.key == ("key",) and DIGEST.fullmatch(key[0].rpartition("/")[2]):
            row.note(
                "key", f"no row has the key {key[0]!r}", "the records have changed since the export, so export them "
                "again; or, if the row is new, leave its key empty",
            )  # fmt: skip
        else:
            for column in self.table.columns:
                self._is_same(column, None, row)
            values = {column.name: row.raw(column.name) for column in self.table.columns}
            yield EditedRow(values, None, frozenset(values), row, line)

    def _edited(self, row: Row, before: Mapping[str, Any], at: int, line: int) -> EditedRow:
        values, changed, default = dict(before), set[str](), default_values(self.table.name)
        for column in self.table.columns:
            if self._is_older and column.name not in self._stated:
                continue
            if column.name in self._present and not self._is_same(column, before[column.name], row):
                is_empty = row.raw(column.name) is None
                if is_empty and (column.name not in self._stated or before[column.name] == default.get(column.name)):
                    continue  # as in a row that was added
                if column.name not in self._stated:
                    row.note(column.name, f"{column.name} is computed, and cannot be edited", _COMPUTED)
                elif column.name in self._fixed:
                    help = "add a new row where it belongs, and delete this one"
                    row.note(column.name, f"{column.name} says where the row belongs, and cannot be edited", help)
                else:
                    values[column.name] = row.raw(column.name)
                    changed.add(column.name)
        return EditedRow(values, at, frozenset(changed), row, line)

    def _is_same(self, column: Column, before: Any, row: Row) -> bool:
        """Whether a cell still has its value; also if it cannot be read, which is noted."""
        found = row.raw(column.name)
        if found is None:
            return before in (None, "")
        if isinstance(before, str) and (short := shortened(before)) != before:
            if not isinstance(found, NoValue) or found.text != short:
                row.note(column.name, "the text is longer than a cell, and cannot be edited here", "edit the record")
            return True
        try:
            after = _READERS[column.type](found)
        except CellError as error:
            row.note(column.name, str(error), error.help)
            return True
        if column.name == "schema_version" and {after, before} <= {*SAME_STRUCTURE}:
            return True  # `migrate` has changed it since the export
        if after == before and isinstance(after, bool) == isinstance(before, bool):
            return True
        if column.type == "string" and (why := _unsure(found, after)):
            row.note(column.name, *why)
            return True
        return False


_COMPUTED = "undo the edit, and edit what it is computed from"


def _unsure(found: Any, after: Any) -> tuple[str, str] | None:
    """Why it is not known what a person wrote, and what to do; None if it is."""
    if isinstance(found, datetime) and found.day == 1:
        help = "a spreadsheet may have made it of a month; format the column as text, and type it again"
        return f"found the day {after}", help
    if isinstance(found, str) and len(found.encode("utf-16-le")) // 2 >= LONGEST_TEXT:
        return "found a text that fills the cell, and may be cut", "write a shorter text, or edit the record"
    return None


def _text(cell: Any) -> str:
    return cells.edtf(cell).replace("\r\n", "\n")


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    try:
        return date.fromisoformat(cells.text(cell))
    except ValueError as error:
        raise CellError(f"found {cell!r}, expected a day", "write it as 2025-07-26") from error


_READERS = {
    "string": _text,
    "integer": cells.integer,
    "number": cells.number,
    "boolean": cells.boolean,
    "date": _day,
}


def _key_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
