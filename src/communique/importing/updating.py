"""The update of records by an edited export: which files change, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ..corpus.applied_changes import applied
from ..corpus.corpus import Corpus
from ..corpus.record_changes import Change, changes
from ..diagnostics.finding import Finding
from ..editing import EditError, updated
from ..errors import reason
from ..exporting.corpus_tables import tables
from ..files.regular_file import read_regular
from ..models import SAME_STRUCTURE, SCHEMA_VERSION
from ..reading import Document, read_bytes
from ..reading.limits import MAX_BYTES
from ..text.json_text import canonical
from ..text.lines import Position
from ..text.pointer import Pointer, json_pointer, pointer_in
from .confirmed_items import without_edited_marks
from .edited_tables import Cell, EditedTables
from .gathering import ImportedRecord
from .notes import Notes
from .origin import Origin
from .reader import ImportFailedError
from .table_import import records_of
from .xlsx_reader import READER, sheets_in


class Difference(NamedTuple):
    """One change of a record: where it is in the file, what it is, and the row of the export that it comes from."""

    path: str
    at: Position
    pointer: str
    change: Change
    origin: Origin | None


class ChangedFile(NamedTuple):
    """A file with its content before and after, or the reason why it cannot be changed."""

    path: str
    before: bytes
    after: bytes
    differences: Sequence[Difference]
    refused: str = ""
    cell: Callable[[Pointer], Cell | None] = lambda _: None
    """The cell of the export with the value at a pointer in the new content."""


class Update(NamedTuple):
    """What an edited export changes, and the findings about its cells. With findings, nothing may be written."""

    files: Sequence[ChangedFile]
    findings: Sequence[Finding]

    def placed(self, finding: Finding) -> Finding:
        """The finding about the new content of a file with its place in the export, if that has it."""
        file = next((each for each in self.files if each.path == finding.path), None)
        if file is None:
            return finding
        pointer = pointer_in(read_bytes(file.after, file.path).data, finding.pointer)
        if (cell := file.cell(pointer)) is None:
            return finding
        path, at = cell.origin
        return replace(finding, message=f"{cell}: {finding.message}", path=path, line=at.line, column=at.column)

    @property
    def is_possible(self) -> bool:
        """Whether every edit can be made."""
        return not self.findings and not any(each.refused for each in self.files)


def propose(corpus: Corpus, export: Path) -> Update:
    """What the edits in an export of these records change. Nothing is written.

    A sheet or a column that is not there changes nothing; an empty cell removes a value, a missing row an item.

    Raises:
        ImportFailedError: it is no workbook, or damaged.
    """
    if (path := READER.finds(export)) is None:
        raise ImportFailedError(f"{export} is no Excel workbook; edits are read from the format xlsx")
    notes = Notes()
    now = tables(corpus)
    sheets = sheets_in(path, now)
    edited = EditedTables(now, sheets, str(path), notes)
    before = _by_id(records_of(edited.before(), Notes()))
    after = _by_id(records_of(edited.after(), notes))
    files = []
    for entry in corpus.entries:
        old, new = before[entry.record.kind, entry.record.id], after.get((entry.record.kind, entry.record.id))
        if new and (found := changes(old.data, new.data, edited.identities(old, new))):
            files.append(_changed(entry.path, old, new, found, edited))
    return Update(files, notes.findings)


def _by_id(records: Iterable[ImportedRecord]) -> dict[tuple[str, str], ImportedRecord]:
    return {(each.kind, each.id): each for each in records}


def _changed(
    path: str, old: ImportedRecord, new: ImportedRecord, found: Sequence[Change], edited: EditedTables
) -> ChangedFile:
    try:
        content = read_regular(Path(path), MAX_BYTES)
    except OSError as error:
        return ChangedFile(path, b"", b"", (), f"cannot read it: {reason(error)}")
    document = read_bytes(content, path)
    cell = partial(edited.cell, new)
    differences = [*_differences(document, cell, found)]
    try:
        _refuse_other(document, old.data, found)
        data = applied(document.data, found)
        after = updated(without_edited_marks(content, data, path), data, path)
        return ChangedFile(path, content, after, differences, cell=cell)
    except EditError as error:
        return ChangedFile(path, content, content, differences, str(error))


def _refuse_other(document: Document, old: dict[str, Any], found: Iterable[Change]) -> None:
    """Refuse a file of another version of the schema, or that is written in another way than it is compared."""
    if any(each.get("schema_version") not in SAME_STRUCTURE for each in (old, document.data)):
        raise EditError(
            f"it has another schema version; `communique migrate {document.path}` brings it to {SCHEMA_VERSION}"
        )
    for each in found:
        if canonical(_at(document.data, each.old_pointer)) != canonical(_at(old, each.old_pointer)) and each.kind in (
            "changed", "removed", "reordered",
        ):  # fmt: skip
            where = json_pointer(each.old_pointer)
            raise EditError(f"{where} is not written as it is in the export; change it by hand")


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _differences(
    document: Document, cell: Callable[[Pointer], Cell | None], found: Iterable[Change]
) -> Iterator[Difference]:
    for each in found:
        is_new = each.kind == "added"
        shown = (*each.old_pointer, each.new_pointer[-1]) if is_new else each.old_pointer
        at = document.key_position(document.nearest(shown))
        first = (*each.new_pointer, 0) if isinstance(each.new, list) and each.new else each.new_pointer
        place = None if each.kind == "removed" else cell(first)
        yield Difference(document.path, at, json_pointer(shown), each, place.origin if place else None)
