"""JSON-LD: the records as linked data, in the terms of schema.org and ELI where they fit, and in terms of their own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..models.announcement import RETIRED
from .format import Format, Piece
from .jsonld_rows import Node, RowNodes, node_of
from .jsonld_standard import LEGAL_RELATIONS, STANDARD, classes, is_fact
from .metadata import linked_data
from .metadata.description import Description
from .metadata.document import known
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import STATES, Cells, Table
from .thing import Thing
from .views import View

_PREFIXES = {
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "cq": "urn:communique:term:",
}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Row = dict[str, Any]

_MOST_NODES = 100
"""The nodes that are written together."""


class JsonLd(TableExporter):
    """Writes a graph with a node for each thing and each row. Several nodes with one address are about one thing."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._nodes = {name: RowNodes(table) for name, table in self.tables.items()}
        self._columns = {name: [column.name for column in table.columns] for name, table in self.tables.items()}
        self._types: dict[str, str] = {}
        self._stages: dict[str, list[Row]] = defaultdict(list)
        self._relations: list[tuple[str, str, str]] = []

    def begin(self) -> Iterator[Piece]:
        """The context, and the dataset."""
        records = (Thing("datasets", id, each, self.records) for id, each in self.records.known("datasets"))
        about = next((each.description for each in records), None)
        context = known(**{"@base": about.url if about else None}) | _PREFIXES
        yield _piece(f'{{"@context":{_encode(context)},\n"@graph":[\n{_encode(_dataset(about))}')

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The rows of the thing, and what it says in standard terms, unless it is a record that no longer counts."""
        if thing.table in STANDARD and thing.plain.get("status") not in RETIRED:
            rows = {name: self._named(name, cells) for name, cells in thing.typed_rows.by_table.items()}
            yield _lines([{**node_of(thing.id), **STANDARD[thing.table](thing.plain, rows)}])
            self._relations += _legal_relations(rows.get("relations", ()))
            if thing.table == "instruments":
                self._types[thing.id] = thing.plain["type"]

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """A node for each row; a view says nothing that is not in the tables."""
        if not isinstance(table, View):
            for start in range(0, len(rows), _MOST_NODES):
                yield _lines(self._nodes[table.name].of(rows[start : start + _MOST_NODES]))
        if table.name == STATES:
            for row in self._named(STATES, rows):
                self._stages[row["instrument_id"]].append(row)

    def finish(self) -> Iterator[Piece]:
        """The classes of instruments, which follow from all their states, and the end of the graph."""
        yield _lines(self._of_instruments())
        yield _piece("\n]}\n")

    def _named(self, table: str, rows: Iterable[Cells]) -> list[Row]:
        return [dict(zip(self._columns[table], cells, strict=True)) for cells in rows]

    def _of_instruments(self) -> Iterator[Node]:
        """The classes of instruments, and how those that are legal acts change each other."""
        found = {id: [*classes(self._types[id], rows)] for id, rows in self._stages.items() if id in self._types}
        yield from ({**node_of(id), "@type": each} for id, each in found.items() if each)
        acts = {id for id, each in found.items() if "eli:LegalResource" in each}
        for subject, relation, target in self._relations:
            if {subject, target} <= acts:
                yield {**node_of(subject), LEGAL_RELATIONS[relation]: node_of(target)}


def _legal_relations(rows: Iterable[Row]) -> list[tuple[str, str, str]]:
    """The relations of instruments that a record gives as facts, and that ELI has a term for."""
    wanted = [each for each in rows if each["type"] in LEGAL_RELATIONS and each["subject_id"] and is_fact(each)]
    return [(each["subject_id"], each["type"], each["target_id"]) for each in wanted]


def _dataset(about: Description | None) -> Node:
    """The dataset as a whole; its address is that of the file if it has no other."""
    if about is None:
        return {"@id": ""}
    named = {f"schema:{name}": value for name, value in linked_data.dataset(about).items() if name != "url"}
    licence = {"schema:license": {"@id": about.licence_url}}
    return {"@id": about.url, "@type": "schema:Dataset", "schema:name": about.title, **named, **licence}


def _lines(nodes: Iterable[Node]) -> Piece:
    return _piece("".join(f",\n{_encode(node)}" for node in nodes))


def _piece(text: str) -> Piece:
    return "corpus.jsonld", text.encode("utf-8")


FORMAT = Format("jsonld", JsonLd, (*TABLE_PARTS, "plain", "description"), by_default=False)
