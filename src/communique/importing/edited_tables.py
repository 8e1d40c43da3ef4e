"""The tables of records after the edits in an export, and which row of them is which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from ..corpus.record_changes import Identities
from ..exporting.tables import DEFINITIONS, ROOTS, TEXTS, Table
from ..exporting.tables.keys import has_key, only_parent, parent_key
from ..exporting.tables.plan import plans
from ..exporting.xlsx_sheet import RowsChecksum
from ..models import SAME_STRUCTURE
from ..text.lines import START, Position
from ..text.pointer import Pointer
from . import cells
from .cells import CellError
from .edited_rows import EditedRow, EditedRows, is_unedited
from .gathering import ImportedRecord
from .notes import Notes
from .origin import Origin
from .source_table import SourceTable
from .stated_columns import column_of, localized, numbers_or_texts
from .table_files import READ_TABLES
from .xlsx_reader import Sheets

_Owner = tuple[str, str]
"""The table and the key of a row to which others belong."""


class Cell(NamedTuple):
    """A cell of a sheet, or a row if ``column`` is empty."""

    origin: Origin
    column: str

    def __str__(self) -> str:
        """Its sheet, row and column, for people."""
        at = f", column {self.column}" if self.column else ""
        return f"{_table_of(self.origin)}, row {self.origin.at.line}{at}"


class EditedTables:
    """The tables of records, in which the edits of an export are made.

    A table or a column that the export does not have stays as it was, and so does one of which the rows in the export
    are those that it was made with, whatever they are now. What cannot be edited is noted.
    """

    def __init__(self, tables: Mapping[str, Table], sheets: Sheets, path: str, notes: Notes) -> None:
        self._tables = {name: tables[name] for name in READ_TABLES}
        self._path, self._notes, found = path, notes, dict(_edited(tables, sheets))
        before = {name: sheets.checksums[name] for name in found if name in sheets.checksums}
        self._older = {name for name, each in before.items() if each not in _checksums(tables[name])}
        self._rows = {
            name: EditedRows(table, found.get(name), notes, is_older=name in self._older)
            for name, table in self._tables.items()
        }
        for name in sorted(tables.keys() - self._tables.keys()):
            if name in before.keys() - self._older:
                EditedRows(tables[name], found.get(name), notes)  # to note each edit, as all its columns are computed
        self._refuse_changed()
        self._columns = {each.name: [*each.columns] for each in sheets.tables}
        self._edited_at: dict[tuple[str, int], Origin] = {}
        self._remove_parts()
        for name in self._tables:
            if name != DEFINITIONS:
                self._agree(name)

    def _refuse_changed(self) -> None:
        """Note the tables with edits whose rows were others when they were exported, as far as that is known."""
        for name, found in self._rows.items():
            is_edited = found.removed or any(row.changed for row in found.rows)
            if is_edited and name in self._older:
                origin = Origin(f"{self._path}#{name}", START)
                self._notes.add(f"{name}: its rows have changed in the records since the export", origin, _SINCE)

    def before(self) -> Iterator[SourceTable]:
        """The tables without the edits; the line of a row is its place."""
        for name, table in self._tables.items():
            columns = [column.name for column in table.columns]
            yield SourceTable(name, f"#{name}", columns, [(at, [*row.values()]) for at, row in enumerate(table)])

    def after(self) -> Iterator[SourceTable]:
        """The tables with the edits; the line of a row is that in the export, or below 0 if it is not there."""
        for name, found in self._rows.items():
            columns = [column.name for column in self._tables[name].columns]
            rows = [(_line(row), [row.values[column] for column in columns]) for row in found.rows]
            yield SourceTable(name, f"{self._path}#{name}", columns, rows, is_grid=True)

    def identities(self, before: ImportedRecord, after: ImportedRecord) -> Identities:
        """Which parts of the record come from one row."""
        places = {
            (name, _line(row)): row.before for name, found in self._rows.items() for row in found.rows
        }  # fmt: skip
        old = {pointer: (table, line) for pointer, table, line in _origins(before)}
        new: dict[Pointer, Hashable] = {}
        for pointer, table, line in _origins(after):
            place = places.get((table, line))
            new[pointer] = (table, place) if place is not None else (table, "new", line)
        return Identities(old, new)

    def origin(self, record: ImportedRecord, pointer: Pointer) -> Origin | None:
        """Where the value at the pointer was edited, or the row that it is from; None if it is not in the export."""
        found = record.origin(pointer)
        edited = self._edited_at.get((_table_of(found), found.at.line), found)
        return edited if edited.at.line > 0 else None

    def cell(self, record: ImportedRecord, pointer: Pointer) -> Cell | None:
        """The cell in which the value at the pointer is, or else the row; None if it is not in the export."""
        if (origin := self.origin(record, pointer)) is None:
            return None
        row, table = record.row(pointer), _table_of(origin)
        columns = self._columns[table]
        is_edited_elsewhere = origin != record.origin(pointer) or table == TEXTS
        name = columns[origin.at.column - 1] if is_edited_elsewhere else column_of(table, pointer[len(row) :])
        place = columns.index(name) + 1 if name in columns else origin.at.column
        return Cell(Origin(origin.path, Position(origin.at.line, place)), name)

    def _remove_parts(self) -> None:
        """Remove the rows that belong to a removed row, if they were not edited."""
        gone = {
            (name, _key(name, found.table[at])) for name, found in self._rows.items() for at in found.removed
        }  # fmt: skip
        while gone := {each for each in gone if each[1]}:
            more: set[_Owner] = set()
            for name, found in self._rows.items():
                leaving = [row for row in found.rows if not row.changed and _owner(name, row) in gone]
                if leaving:
                    more |= {(name, _key(name, row.values)) for row in leaving}
                    places = {row.before for row in leaving}
                    found.rows = [row for row in found.rows if row.before is None or row.before not in places]
            gone = more

    def _agree(self, name: str) -> None:
        """Let what stands twice in the tables say the same, where only one of the two was edited."""
        for number, row in enumerate(self._rows[name].rows):
            for column in numbers_or_texts(name):
                _agree_on_number(row, column)
            self._rows[name].rows[number] = self._with_texts(name, row)

    def _with_texts(self, name: str, row: EditedRow) -> EditedRow:
        """The row without the texts that are in the table of texts, in which an edit of them is made."""
        for column in localized(name):
            language = f"{column}_language"
            texts = self._texts.get((name, _key(name, row.values), column), {})
            if not texts:
                continue
            own = texts.get(str(row.values[language]))
            if row.row and {column, language} & row.changed:
                if own is None or row.values[column] is None or language in row.changed:
                    row.row.note(column, "the text and its language can only be changed", _TEXTS)
                elif own.changed and own.values["text"] != row.values[column]:
                    row.row.note(column, "another text is in the sheet texts", "write the same text in both")
                else:
                    own.values["text"] = row.values[column]
                    self._edited_at[TEXTS, _line(own)] = row.row.origin(column)
            row.values[column] = row.values[language] = None
        return row

    @cached_property
    def _texts(self) -> dict[tuple[str, str, str], dict[str, EditedRow]]:
        """The rows of texts in each language, by what they belong to."""
        found: dict[tuple[str, str, str], dict[str, EditedRow]] = defaultdict(dict)
        for row in self._rows[TEXTS].rows:
            found[*_owner(TEXTS, row), str(row.values["field"])][str(row.values["language"])] = row
        return found


def _edited(tables: Mapping[str, Table], sheets: Sheets) -> Iterator[tuple[str, SourceTable]]:
    """The sheets that may have edits, by their names."""
    for each in sheets.tables:
        checksum = sheets.checksums.get(each.name)
        if checksum is None or not is_unedited(each, tables[each.name], checksum):
            yield each.name, each


_SINCE = (
    "update the records as they were exported, for example in a branch from that commit, and merge; or export again"
)
_TEXTS = "delete or add the row of this language in the table texts"


def _checksums(table: Table) -> set[str]:
    """The checksum of the rows, in each version of the schema that has their structure."""
    if "schema_version" not in {column.name for column in table.columns}:
        return {_checksum(table)}
    return {_checksum(table), *(_checksum({**row, "schema_version": each} for row in table) for each in SAME_STRUCTURE)}


def _checksum(rows: Iterable[Mapping[str, Any]]) -> str:
    found = RowsChecksum()
    found.add(row.values() for row in rows)
    return str(found)


def _key(table: str, values: Mapping[str, Any]) -> str:
    """What other rows call this one; empty if none does."""
    if table in ROOTS:
        return str(values["id"] or "")
    return str(values["key"] or "") if table not in (DEFINITIONS, TEXTS) and has_key(table) else ""


def _line(row: EditedRow) -> int:
    return row.line or -1 - (row.before or 0)


def _owner(table: str, row: EditedRow) -> _Owner:
    if table == DEFINITIONS or not plans()[table].parents:
        return "", ""
    if parent := only_parent(plans()[table]):
        return parent, str(row.values[parent_key(parent)])
    return str(row.values["parent_table"]), str(row.values["parent_key"])


def _agree_on_number(row: EditedRow, column: str) -> None:
    """A number stands in a column as a text, and beside it as a number."""
    beside = f"{column}_number"
    if column in row.changed and beside not in row.changed:
        was_number, row.values[beside] = row.values[beside] is not None, None
        written: Any = row.values[column]
        if was_number or not isinstance(written, str):
            with suppress(CellError):
                row.values[beside] = cells.number(written)
    elif beside in row.changed and column not in row.changed:
        number = row.values[beside]
        row.values[column] = None if number is None else str(number)


def _origins(record: ImportedRecord) -> Iterator[tuple[Pointer, str, int]]:
    for holder, thing in record.things.items():
        for pointer, origin in thing.origins.items():
            yield (*holder, *pointer), _table_of(origin), origin.at.line


def _table_of(origin: Origin) -> str:
    return origin.path.rpartition("#")[2]
