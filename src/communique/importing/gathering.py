"""Puts definitions back into the records that have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..exporting.tables.plan import ROOTS
from ..models import ENTITY_FIELDS, RECORD_KINDS
from ..text.inflection import plural
from ..text.pointer import Pointer
from .notes import Notes
from .origin import Origin
from .thing import Thing
from .written import written

RECORD_TABLES = {plural(kind): kind for kind in RECORD_KINDS}
"""The tables of records, and the kinds of these."""


class Definition(NamedTuple):
    """A record defines a thing: the ids of both, and the table of the thing."""

    record: str
    table: str
    id: str
    origin: Origin


class ImportedRecord(NamedTuple):
    """A record as plain data, as it stands in a file, and the things that it is made of, by their pointers."""

    data: dict[str, Any]
    things: Mapping[Pointer, Thing]

    @property
    def kind(self) -> str:
        """The kind of record."""
        return str(self.data["kind"])

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        return self.things[()].id

    def origin(self, pointer: Pointer) -> Origin:
        """Where the value at the pointer is from, or the nearest thing around it."""
        holder = self._holder(pointer)
        return self.things[holder].origin(pointer[len(holder) :])

    def row(self, pointer: Pointer) -> Pointer:
        """The pointer to what is in the row that has the value at the pointer."""
        holder = self._holder(pointer)
        return (*holder, *self.things[holder].nearest(pointer[len(holder) :]))

    def _holder(self, pointer: Pointer) -> Pointer:
        """The pointer to the definition that has the value, or to the record."""
        return definition if (definition := pointer[:2]) in self.things else ()


def gather(things: Iterable[Thing], definitions: Iterable[Definition], notes: Notes) -> list[ImportedRecord]:
    """The records with their definitions, in the order of their tables. What no record defines is noted."""
    by_id: dict[tuple[str, str], Thing] = {(each.table, each.id): each for each in things}
    defined: dict[str, dict[str, list[Thing]]] = {}
    for each in definitions:
        thing = by_id.pop((each.table, each.id), None) if each.table in ENTITY_FIELDS else None
        if thing:
            defined.setdefault(each.record, {}).setdefault(each.table, []).append(thing)
        else:
            notes.add(f"definitions: {each.id!r} is not in {each.table}, or is defined twice", each.origin, _CORRECT)
    records = [each for each in by_id.values() if each.table in RECORD_TABLES]
    for thing in by_id.values():
        if thing.table not in RECORD_TABLES:
            notes.add(f"{thing.table}: no record defines {thing.id!r}", thing.origin(), _ADD)
    for id in defined.keys() - {each.id for each in records}:
        notes.add(f"definitions: there is no record {id!r}", next(iter(defined[id].values()))[0].origin(), _CORRECT)
    return [_record(each, defined.get(each.id, {})) for each in records]


_CORRECT = "correct the row in definitions, or delete it"
_ADD = "add a row to definitions that names the record"


def _record(thing: Thing, defined: Mapping[str, list[Thing]]) -> ImportedRecord:
    data = {**thing.data, "kind": RECORD_TABLES[thing.table]}
    data |= {table: [each.data for each in things] for table, things in defined.items()}
    inner: Iterator[tuple[Pointer, Thing]] = (
        ((table, place), each) for table, things in defined.items() for place, each in enumerate(things)
    )
    return ImportedRecord(written(ROOTS[thing.table], data), {(): thing, **dict(inner)})
