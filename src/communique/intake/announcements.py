"""Rows of foreign data as drafts of announcements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..adding.cell import line
from ..adding.remark import Remarks
from ..authoring.kept_cells import IMPORTED, KEY
from ..authoring.new_ids import digest_key, keyed_id, record_id, refused
from ..codelists import Support
from ..importing.written import written
from ..lexicon.placeholders import UNKNOWN_DAY
from ..models import SCHEMA_VERSION, Announcement
from .actors import Actors
from .announcement_types import types_of
from .changed_rows import ChangedRows
from .days import Days
from .heading import heading_of
from .imported import digest_of_row, digests, parts_of
from .layout import Layout
from .losses import KEPT, Losses
from .pages import Page, Pages
from .same_rows import Alike, Records, Traits

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .known import Known
    from .row import Row

_PAGES = "pages"
_CITING, _CITED = ("dates", "roles"), "cited"
_TWICE = "the row {} is the same, or has the same id"


_MOST_ALIKE = 3
_HOW_ALIKE = (
    "if it is, write the key {key} under extensions, {namespace}, of that record; else give the row an id in a column"
)


class _Read(NamedTuple):
    """A row, what it says, and what tells it apart from others: its key, or else its traits."""

    row: Row
    digest: str
    data: dict[str, Any]
    key: str
    traits: Traits


class Announcements:
    """Makes drafts from rows. What is not certain is kept beside the record, and never guessed.

    ``doubtful`` are sentences about new rows that may be about what a record of the corpus is about.
    """

    def __init__(
        self, corpus: Corpus, layout: Layout, known: Known, remarks: Remarks, days: Days, language: str, losses: Losses
    ) -> None:
        self._layout, self._known, self._remarks, self._days = layout, known, remarks, days
        self._language, self._losses = language, losses
        self._actors, self._pages = Actors(corpus, layout), Pages(corpus, layout, known)
        self.changed = ChangedRows(corpus, layout.namespace, remarks)
        self.records: list[dict[str, Any]] = []
        self.known: list[str] = []
        self.doubtful: list[str] = []
        self._alike = Records(corpus, layout.namespace)
        self._keys: dict[str, int] = {}

    @property
    def unnamed(self) -> list[str]:
        """The names that no actor has."""
        return [*self._actors.unnamed]

    def add(self, rows: Iterable[Row]) -> None:
        """Make the drafts of rows, unless the corpus has them already; if a row has changed, so does its draft."""
        read = [each for row in rows if (each := self._read(row))]
        ids = {each.row.number: id for each in read if (id := self._known.row(each.key, _given_id(each.row)))}
        others = (
            {} if self._layout.key else {each.row.number: each.traits for each in read if each.row.number not in ids}
        )
        made_of = self._alike.made_of(others, ids.values()) if others else {}
        for each in read:
            alike = made_of.get(each.row.number)
            if id := ids.get(each.row.number) or (alike.ids[0] if alike and alike.is_same else ""):
                self.known.append(id)
                made, entry = self._finished(each, id)
                self._settle(each.row, self.changed.add(id, each.row.number, each.digest, made, entry))
            elif alike and not _given_id(each.row):
                self._refuse(each, alike)
            else:
                self._make(each)

    def _read(self, row: Row) -> _Read | None:
        """What a row says; None if it cannot be taken, which is noted."""
        digest = digest_of_row(row)
        if not (data := self._draft(row)):
            return None
        key = row.key or _given_id(row) or _key(data)
        if key in self._keys:
            self._remarks.add(row.number, self._layout.key or row.first("title")[0], _TWICE.format(self._keys[key]))
            return None
        self._keys[key] = row.number
        return _Read(row, digest, data, key, Traits.of_row(data["title"], data[_PAGES], data["dates"]))

    def _make(self, read: _Read) -> None:
        """Make the draft of a new row, and say which records are like it."""
        if not (id := self._id(read.row, read.data)):
            return
        if alike := self._alike.like(read.traits):
            self.doubtful.append(f"row {read.row.number} may be {' or '.join(alike.ids[:_MOST_ALIKE])}: {alike.shared}")
        self._known.taken.add(id)
        made, _ = self._finished(read, id)
        self.records.append(made)
        self._settle(read.row, made)

    def _refuse(self, read: _Read, alike: Alike) -> None:
        """Note that an earlier import may have made a record of the row."""
        number, ids = read.row.number, " or ".join(alike.ids[:_MOST_ALIKE])
        message = f"row {number} may be that of {ids}, which an earlier import made: {alike.shared}"
        self._remarks.add(number, "", message, _HOW_ALIKE.format(key=read.key, namespace=self._layout.namespace))

    def _settle(self, row: Row, record: Mapping[str, Any]) -> None:
        """Say what became of the cells of a row, of which this record was made."""
        own = record.get("extensions", {}).get(self._layout.namespace, {})
        cited = [record.get(name, ()) for name in _CITING]
        self._losses.settle(row.landings, {**record, KEPT: own, _CITED: cited})

    def _finished(self, read: _Read, id: str) -> tuple[dict[str, Any], str]:
        """The whole draft, with what no field takes, and with the digests of what is written; and the tracker's entry.

        Its sources are those that the draft does not have yet.
        """
        namespace, (row, digest, data, key, _) = self._layout.namespace, read
        pages: list[Page] = data.pop(_PAGES)
        sources, elsewhere, entry = self._pages.placed(row, id, pages)
        self._cite(row, data, entry, elsewhere)
        data |= {"id": id, "sources": sources}
        made = written(Announcement, {**data, "extensions": {namespace: row.kept}})
        urls = (each.definition["url"] for each in pages if each.column)
        imported = digests(parts_of(made, namespace, entry), digest, urls)
        return {**made, "extensions": {namespace: {KEY: key, IMPORTED: imported, **row.kept}}}, entry

    def _draft(self, row: Row) -> dict[str, Any]:
        """The fields of the draft but for its id; empty if the row cannot be taken, which is noted."""
        heading = heading_of(row, self._remarks, self._language)
        pages = self._pages.of(row) if heading.title else None
        dates = self._days.of(row)
        if pages is None or dates is None:
            return {}
        data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "status": "draft"}
        data |= {"title": {heading.language: heading.title}, "types": types_of(row), "dates": dates}
        data |= {"roles": [*self._actors.roles_of(row)], _PAGES: pages}
        notes = [_text(row, column, each, "note") for column, each in row.fields.get("note", ())]
        return {**data, **({"note": " ".join(notes)} if notes else {})}

    def _cite(self, row: Row, data: dict[str, Any], entry: str, elsewhere: Iterable[tuple[Page, str]]) -> None:
        """Give the entry of the tracker as evidence of what it says, and known pages as what is presumed to say it."""
        citing = [each for name in _CITING for each in data[name] if each.get("value") != UNKNOWN_DAY]
        for page, source in elsewhere:
            if citing:
                row.take(page.column, _CITED, source, what=f"evidence of dates and roles, {source}")
            else:
                row.keep(page.column, page.cell, f"it is the source {source}, and the draft has nothing to cite it for")
        presumed = [{"source": source, "support": str(Support.PRESUMED)} for _, source in elsewhere]
        for each in citing if entry or presumed else ():
            each["evidence"] = [*([{"source": entry}] if entry else []), *presumed]

    def _id(self, row: Row, data: dict[str, Any]) -> str:
        """The id that is given, or made of the key or of the title and the year in which it was announced."""
        column, cell = row.first("id")
        if column:
            id = _text(row, column, cell, "id")
            if why := refused(id, self._known.taken):
                self._remarks.add(row.number, column, why, "choose another one")
            return "" if why else id
        if row.key:
            return keyed_id(self._layout.prefix, row.key, self._known.taken)
        title, value = next(iter(data["title"].values())), str(data["dates"][0]["value"])
        return record_id(title, value[:4] if value[:4].isdecimal() else "", self._known.taken)


def _given_id(row: Row) -> str:
    column, cell = row.first("id")
    return str(cell) if column else ""


def _text(row: Row, column: str, cell: Any, field: str) -> str:
    text = line(cell) if isinstance(cell, str | int | float) else str(cell)
    row.take(column, field, text)
    return text


def _key(data: dict[str, Any]) -> str:
    days = [value for each in data["dates"] if (value := str(each["value"])) != UNKNOWN_DAY]
    urls = [each.definition.get("url", "") for each in data[_PAGES]]
    return digest_key(*data["title"].values(), *(days or [UNKNOWN_DAY]), *urls)
