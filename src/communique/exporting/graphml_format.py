"""GraphML: announcements, actors, instruments and occasions as a graph, for Gephi and other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ..text.inflection import singular
from .format import Exporter, Format, Piece
from .held_back import HeldBack
from .records import Things
from .tables import empty_tables
from .thing import Thing

_PATH = "corpus.graphml"

_COUNTS = {"sources_at_least": "int", "sources_at_most": "int"}
_NODE = {
    **dict.fromkeys(("label", "kind", "type", "status", "country", "day", "day_earliest"), "string"),
    "day_competes": "boolean",
    **_COUNTS,
}
_EDGE = {
    **dict.fromkeys(("kind", "label", "stage", "modality", "basis", "day", "rank", "confidence"), "string"),
    **dict.fromkeys(("shown", "competes"), "boolean"),
    **_COUNTS,
    **{f"contradicting_{name}": type for name, type in _COUNTS.items()},
}
"""The attributes of nodes and of edges, with their types in GraphML."""

_NODES = ("announcements", "actors", "instruments", "occasions")

Values = Mapping[str, Any]


class _Link(NamedTuple):
    """An edge for each row of a table in which both columns have a value. ``label`` is the column with what it says."""

    kind: str
    table: str
    source: str
    target: str
    label: str = ""


_LINKS = (
    _Link("role", "roles", "actor_id", "announcement_id", "role"),
    _Link("measure", "measures", "announcement_id", "instrument_id", "action"),
    _Link("relation", "relations", "subject_id", "target_id", "type"),
    *(_Link("part_of", table, "id", "part_of_id") for table in ("actors", "instruments", "occasions")),
    _Link("member", "actor_members", "member_id", "actor_id"),
    _Link("occasion", "announcements", "id", "occasion_id"),
    _Link("series", "occasions", "id", "series_id"),
    _Link("organiser", "occasion_organisers", "organiser_id", "occasion_id"),
    *(_Link("acts_as", table, "id", "acts_as_id") for table in ("instruments", "occasions")),
    _Link("replaced_by", "announcements", "id", "replaced_by_id"),
)


class GraphMl(Exporter):
    """Writes a node for each thing, and the edges when all nodes are there."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        used = {*_NODES, *(link.table for link in _LINKS), "announcement_types", "dates"}
        self._columns = {
            name: [column.name for column in table.columns] for name, table in empty_tables().items() if name in used
        }
        self._edges = HeldBack()

    def begin(self) -> Iterator[Piece]:
        """The attributes of nodes and edges."""
        yield _piece(
            '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        )
        for of, attributes in (("node", _NODE), ("edge", _EDGE)):
            for name, type in attributes.items():
                yield _piece(f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n')
        yield _piece('<graph id="corpus" edgedefault="directed">\n')

    def add(self, thing: Thing) -> Iterator[Piece]:
        """The node of the thing."""
        if thing.table not in _NODES:
            return
        rows = self._rows(thing)
        for link in _LINKS:
            for row in rows.get(link.table, ()):
                self._edges.add(_edge(link, row))
        data = _data("node", _NODE, _node(thing.table, rows))
        yield _piece(f"<node id={quoteattr(thing.id)}>{data}</node>\n")

    def end(self) -> Iterator[Piece]:
        """All edges."""
        for lines in self._edges.batches():
            yield _piece("".join(lines))
        yield _piece("</graph>\n</graphml>\n")

    def close(self) -> None:
        self._edges.close()

    def _rows(self, thing: Thing) -> dict[str, list[Values]]:
        """The rows of the thing in the tables that the graph needs."""
        found = thing.typed_rows
        found.fill(thing.corroboration, self.records)
        return {
            name: [dict(zip(self._columns[name], cells, strict=True)) for cells in rows]
            for name, rows in found.by_table.items()
            if name in self._columns
        }


def _node(table: str, rows: Mapping[str, list[Values]]) -> dict[str, Any]:
    """The attributes of the node. The sources are those of the date from which its day is."""
    own = rows[table][0]
    types = [row["type"] for row in rows.get("announcement_types", ())]
    dated = next((row for row in rows.get("dates", ()) if row["key"] == own.get("day_key")), {})
    return {
        **{name: dated.get(name) for name in _COUNTS},
        **{name: own.get(name) for name in ("status", "day", "day_earliest", "day_competes")},
        "label": own.get("title") or own.get("name"),
        "kind": singular(table),
        "type": types[0] if types else own.get("type"),
        "country": own.get("country") or own.get("place_country"),
    }


def _edge(link: _Link, row: Values) -> str:
    """The edge as a line; empty if the row does not name both ends. What is no assertion is not disputed."""
    source, target = row[link.source], row[link.target]
    if link.kind == "relation":
        source = source or row["announcement_id"]
    if not (source and target):
        return ""
    own = {"shown": True, "competes": False, **{name: row[name] for name in _EDGE if name in row}}
    data = _data("edge", _EDGE, {**own, "kind": link.kind, "label": row[link.label] if link.label else link.kind})
    id = f"{link.kind}/{row['key']}" if "key" in row else f"{link.kind}/{source}/{target}"
    return f"<edge id={quoteattr(id)} source={quoteattr(source)} target={quoteattr(target)}>{data}</edge>\n"


def _data(of: str, names: Mapping[str, str], values: Values) -> str:
    """The attributes that have a value."""
    given = ((name, values.get(name)) for name in names)
    return "".join(f'<data key="{of}_{name}">{_text(value)}</data>' for name, value in given if value is not None)


def _text(value: object) -> str:
    """The value in XML; a boolean as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else escape(str(value))


def _piece(text: str) -> Piece:
    return _PATH, text.encode("utf-8")


FORMAT = Format("graphml", GraphMl, ("typed_rows", "citations"), by_default=False)
