"""The rows of a sheet as fields of definitions; what cannot be taken has its row and column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..importing.cells import CellError
from ..importing.form import OPEN, Form
from ..importing.notes import Notes
from ..importing.reader import ImportFailedError
from ..importing.sheet import sheet
from ..importing.source_table import SourceTable
from .cell import FIELDS, REQUIRED
from .link import MOST_LINKS
from .mapping import LEFT_OUT, UNKNOWN, ColumnMapping, mapping_for
from .remark import Remarks

_SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm")


class SheetRows(NamedTuple):
    """The fields of each row with its number, the mapping by which they were found, and the remarks so far."""

    rows: Sequence[tuple[int, dict[str, Any]]]
    mapping: ColumnMapping
    remarks: Remarks


def is_sheet(path: str) -> bool:
    """Whether the file is a sheet by its name, and no list of links."""
    return path.lower().endswith(_SUFFIXES)


def rows_of(kind: str, path: Path, mapping: str = "", form: Form = OPEN) -> SheetRows:
    """The rows of a sheet that are understood; the others are noted.

    ``mapping`` is the file that says which column is which field, by default next to the sheet; ``form`` says
    what the file leaves open.

    Raises:
        communique.importing.ImportFailedError: the sheet cannot be read.
        MappingError: the mapping cannot be read.
    """
    notes = Notes()
    table = sheet(path, notes, form)
    rows = [*table.rows]
    if len(rows) > MOST_LINKS:
        raise ImportFailedError(f"{path} has too many rows to add: more than {MOST_LINKS:,}; divide it")
    mapping_path = Path(mapping) if mapping else path.with_suffix(".mapping.toml")
    found = mapping_for(kind, table.columns, mapping_path, str(path), table.behind)
    remarks = Remarks(table.path, notes)
    remarks.columns = {found.fields[column]: place for column, place in table.places.items() if column in found.fields}
    _refuse_unknown(table._replace(rows=rows), found, remarks)
    if len({column.casefold() for column in table.columns}) < len(table.columns):
        return SheetRows([], found, remarks)  # which of two columns with one name is meant, is not known
    read = ((number, _fields(kind, table, number, cells, found, remarks)) for number, cells in rows)
    return SheetRows([(number, fields) for number, fields in read if fields], found, remarks)


def _refuse_unknown(table: SourceTable, mapping: ColumnMapping, remarks: Remarks) -> None:
    """Note each column that is not understood and not empty, and a missing one without which a row says nothing."""
    for place, column in enumerate(table.columns):
        if mapping.fields.get(column) == UNKNOWN and any(cells[place] is not None for _, cells in table.rows):
            begin = " (--write-mapping begins that file)" if mapping.is_guessed else ""
            help = f"write its field into {mapping.path}{begin}, or {LEFT_OUT!r} to leave it out"
            remarks.add(1, "", f"the column {column!r} is not understood", help)
    if (needed := REQUIRED[mapping.kind]) not in mapping.fields.values():
        remarks.add(1, "", f"no column is the {needed}", f"write the field {needed} into {mapping.path} for a column")


def _fields(
    kind: str, table: SourceTable, number: int, cells: Sequence[Any], mapping: ColumnMapping, remarks: Remarks
) -> dict[str, Any]:
    """The fields of a row; empty if one of its cells cannot be taken."""
    found: dict[str, Any] = {}
    is_whole = True
    for column, cell in zip(table.columns, cells, strict=True):
        field = mapping.fields.get(column, LEFT_OUT)
        if field in (LEFT_OUT, UNKNOWN) or cell is None:
            continue
        try:
            found[field] = FIELDS[kind][field](cell)
        except CellError as error:
            remarks.add(number, field, str(error), error.help)
            is_whole = False
    needed = REQUIRED[kind]
    if is_whole and needed in mapping.fields.values() and needed not in found:
        remarks.add(number, needed, "it is empty", f"every row needs it: the {needed} of the {kind}")
    return found if is_whole and needed in found else {}
