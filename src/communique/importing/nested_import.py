"""Makes records of the lists of JSON and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ..diagnostics.finding import Severity
from ..exporting.tables import DEFINITIONS
from ..exporting.tables.plan import ROOTS
from ..models import ENTITY_FIELDS
from ..reading import Document, read_bytes
from ..text.lines import Position
from ..text.pointer import Pointer
from .gathering import Definition, ImportedRecord, gather
from .notes import Notes
from .origin import Origin
from .thing import Thing


class Item(NamedTuple):
    """An item of a list: the name of the list, the text of the item, and where that begins."""

    list: str
    text: str
    start: Origin


class _Origins(Mapping[Pointer, Origin]):
    """The origins of the nodes of an item, which are looked for when the first is wanted."""

    def __init__(self, item: Item, document: Document) -> None:
        self._item, self._document = item, document

    def __getitem__(self, pointer: Pointer) -> Origin:
        return _moved(self._item.start, self._document.marks[pointer].value)

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self._document.marks)

    def __len__(self) -> int:
        return len(self._document.marks)


def _moved(start: Origin, at: Position) -> Origin:
    """The origin of a position within an item."""
    line, column = start.at
    return Origin(start.path, Position(line + at.line - 1, at.column + (column - 1 if at.line == 1 else 0)))


def records_of(items: Iterable[Item], notes: Notes) -> list[ImportedRecord]:
    """The records in the lists. What follows from others, such as corroboration, is not looked at."""
    things, definitions = list[Thing](), list[Definition]()
    for item in items:
        if item.list not in ROOTS and item.list != DEFINITIONS:
            continue
        if (document := _document(item, notes)) is None:
            continue
        if item.list == DEFINITIONS:
            definitions += _definitions(document.data, item.start)
        else:
            things.append(Thing(item.list, document.data, _Origins(item, document)))
    return gather(things, definitions, notes)


def _document(item: Item, notes: Notes) -> Document | None:
    """The item as a document; None if it has errors of reading, which are noted."""
    document = read_bytes(item.text.encode("utf-8", "surrogatepass"), "item.json")
    if document.sound and isinstance(document.data, dict):
        return document
    for finding in document.findings:
        if finding.severity is Severity.ERROR:
            path, at = _moved(item.start, Position(finding.line, finding.column))
            notes.add_finding(replace(finding, path=path, line=at.line, column=at.column))
    if document.sound:
        notes.add("expected an object", item.start)
    return None


def _definitions(data: Mapping[str, Any], origin: Origin) -> Iterator[Definition]:
    """What a line of the last list says."""
    for table in ENTITY_FIELDS:
        ids = data.get(table, ())
        yield from (
            Definition(str(data.get("record", "")), table, str(id), origin) for id in ids if isinstance(ids, list)
        )
