"""Rows of foreign data as definitions of sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..adding.cell import FIELDS, line, several
from ..adding.remark import Remarks
from ..authoring.new_ids import digest_key, keyed_id
from ..drafting.page import is_address
from ..importing.cells import CellError
from ..importing.written import written
from ..models import Source
from .layout import Layout
from .losses import KEPT, Losses
from .person_names import in_order
from .scalars import fits_line

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .known import Known
    from .row import Row

_DOI = "https://doi.org/"
_WHY = {"published": "no certain date", "language": "not a language"}
_NO_PAGE = "it has no web address and no title"


class Library:
    """Makes definitions of sources from rows; ``kept`` has by their ids what no field takes."""

    def __init__(self, corpus: Corpus, layout: Layout, known: Known, remarks: Remarks, losses: Losses) -> None:
        self._sources, self._layout, self._known, self._remarks = corpus.sources, layout, known, remarks
        self._losses = losses
        registries = (entry.record.extensions.get(layout.namespace, {}) for entry in corpus.entries)
        self._keeping = {id: kept for each in registries for id, kept in each.items() if isinstance(kept, dict)}
        self.definitions: list[dict[str, Any]] = []
        self.kept: dict[str, dict[str, Any]] = {}
        self.known: list[str] = []

    def add(self, row: Row) -> None:
        """Define the source of a row, unless the corpus has it already."""
        title, url = self._title(row), self._url(row)
        if not url and not title:
            self._remarks.add(row.number, "", f"row {row.number}: {_NO_PAGE}", "give it one of the two, or delete it")
            return
        found = self._known.source("", url, self._type(row))
        found |= {"title": title, **self._stated(row)}
        found["publisher"] = found.get("publisher") or self._layout.publisher
        self._place(row, found)
        if known := self._in_corpus(row, url):
            self.known.append(known)
            own = self._keeping.get(known, {})
            self._settle(row, known, {**self._sources[known].model_dump(mode="json"), KEPT: own})
        else:
            id = keyed_id(self._layout.prefix, row.key or digest_key(title, url), self._known.taken)
            self._known.remember(id, url)
            self.definitions.append(written(Source, {key: each for key, each in {**found, "id": id}.items() if each}))
            if row.kept:
                self.kept[id] = row.kept
            self._settle(row, id, {**self.definitions[-1], KEPT: row.kept})

    def _settle(self, row: Row, id: str, source: Mapping[str, Any]) -> None:
        """Say what became of the cells of a row, whose source is this one."""
        if row.key:
            own = keyed_id(self._layout.prefix, row.key, set())
            row.take(self._layout.key, "id", id if id not in self._sources else own, what="the id")
        self._losses.settle(row.landings, source)

    def _place(self, row: Row, found: Mapping[str, Any]) -> None:
        """Say where the title and the address are; what is no part of the source is kept."""
        for name in ("title", "url", "doi"):
            for column, cell in row.fields.get(name, ()):
                is_whole = name == "title" or str(cell).strip() == str(cell).partition("; ")[0].strip()
                if (row.number, column) in row.landings:
                    continue
                if found.get(name):
                    row.take(column, name, found[name])
                if name == "doi" or not found.get(name) or not is_whole:
                    row.keep(column, cell, "not checked" if name == "doi" else "" if is_whole else "another address")

    def _in_corpus(self, row: Row, url: str) -> str:
        """The id of the source in the corpus, by its page or, without one, by its key."""
        if url:
            return self._known.page(url)
        id = keyed_id(self._layout.prefix, row.key or digest_key(self._title(row), url), set())
        return id if id in self._sources else ""

    def _title(self, row: Row) -> str:
        column, cell = row.first("title")
        text = _line(cell)
        return text if column and fits_line(text) else ""

    def _url(self, row: Row) -> str:
        """The address of the page: as it is given, by its DOI, or by its key."""
        for column, cell in row.fields.get("url", ()):
            if is_address(first := str(cell).partition("; ")[0].strip()):
                return first
            row.keep(column, cell, "no web address")
        column, cell = row.first("doi")
        if column and (doi := str(cell).removeprefix(_DOI)).startswith("10.") and is_address(_DOI + doi):
            return _DOI + doi
        return self._layout.page.format(row.key) if self._layout.page and row.key.isalnum() else ""

    def _type(self, row: Row) -> str:
        column, cell = row.first("type")
        code = self._layout.types.get(str(cell), "")
        if code and column:
            row.take(column, "type", code)
        elif column:
            row.keep(column, cell, "no type of a source is certain")
        return code or self._layout.types.get("", "")

    def _stated(self, row: Row) -> dict[str, Any]:
        """The fields that the row states; the first column of several for one field counts."""
        found: dict[str, Any] = {}
        for name in ("published", "language", "authors", "publisher"):
            for column, cell in row.fields.get(name, ()):
                value, why = _value(name, cell)
                if name in found or why:
                    row.keep(column, cell, why or "another column has it")
                else:
                    row.take(column, name, *(value if isinstance(value, list) else [value]))
                    found[name] = value
        return found


def _value(name: str, cell: Any) -> tuple[Any, str]:
    """The value of a field, or why the cell is none."""
    if name in _WHY:
        try:
            return FIELDS["source"][name](_day(cell) if name == "published" else cell), ""
        except CellError:
            return "", _WHY[name]
    text = _line(cell)
    if name == "authors":
        names = _names(text)
        return (names, "") if names and all(map(fits_line, names)) else ([], "no names")
    return (text, "") if fits_line(text) else ("", "too long for a line")


def _day(cell: Any) -> Any:
    """A date without the time of day, which says when a program stored it, and without empty parts as RIS has them."""
    if not isinstance(cell, str):
        return cell
    text = cell.partition("; ")[0].strip().rstrip("/")
    day, space, time = text.partition(" ")
    return day if space and ":" in time and len(day) == 10 else text.replace("/", "-") if text[:4].isdecimal() else text


def _names(text: str) -> list[str]:
    """The names of persons, parted by semicolons, or as a list in JSON."""
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].replace('","', ";").replace('"', "")
    return list(dict.fromkeys(map(in_order, several(text))))


def _line(cell: Any) -> str:
    try:
        return line(cell)
    except CellError:
        return ""
