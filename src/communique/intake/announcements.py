"""Rows of foreign data as drafts of announcements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..adding.alike import Names
from ..adding.cell import FIELDS, line, several
from ..adding.naming import numbered, refused
from ..adding.remark import Remarks
from ..codelists import AnnouncementType, DateRole, RoleType, SourceAccess, SourceType
from ..drafting.article import slug
from ..drafting.gathering import proposed_id
from ..drafting.page import is_address
from ..importing.cells import CellError
from ..importing.written import written
from ..lexicon.code_words import code_called
from ..lexicon.page_variants import unwrapped
from ..models import SCHEMA_VERSION, Announcement
from .known import KEY
from .layout import Layout
from .scalars import fits_line

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .known import Known
    from .row import Row

_DATES = {"dates": str(DateRole.ANNOUNCED), **{str(role): str(role) for role in DateRole}}
_LINKS = ("url", "links", "sources")
_UNKNOWN_DAY = "20XX"
_DAY_NOTE = "The day is not known: the row has none that is certain."
_NO_ACTOR = "no actor of the corpus has this name"
_NO_DAY = "no certain date"
_LONGEST_KEY = 12


class Announcements:
    """Makes drafts from rows. What is not certain is kept beside the record, and never guessed."""

    def __init__(self, corpus: Corpus, layout: Layout, known: Known, remarks: Remarks, language: str) -> None:
        self._layout, self._known, self._remarks, self._language = layout, known, remarks, language
        self._names = Names(corpus.actors.values())
        self.records: list[dict[str, Any]] = []
        self.known: list[str] = []
        self.unnamed: dict[str, None] = {}
        self._keys: dict[str, int] = {}

    def add(self, row: Row) -> None:
        """Make the draft of a row, unless the corpus has it already."""
        data = self._draft(row)
        if not data:
            return
        key = row.key or _key(data)
        if key in self._keys:
            self._remarks.add(row.number, self._layout.key or row.first("title")[0], _TWICE.format(self._keys[key]))
            return
        self._keys[key] = row.number
        if id := self._known.row(key):
            self.known.append(id)
            return
        if not (id := self._id(row, data)):
            return
        self._known.taken.add(id)
        data |= {"id": id, "sources": self._named(id, data["sources"])}
        data["extensions"] = {self._layout.namespace: {KEY: key, **row.kept}}
        if entry := next((each["id"] for each in data["sources"] if each.pop("is_entry", False)), ""):
            for each in (*data["dates"], *data["roles"]):
                each["evidence"] = [] if each.get("value") == _UNKNOWN_DAY else [{"source": entry}]
        self.records.append(written(Announcement, data))

    def _draft(self, row: Row) -> dict[str, Any]:
        """The fields of the draft but for its id; empty if the row cannot be taken, which is noted."""
        column, cell = row.first("title")
        if not column:
            self._remarks.add(row.number, "", f"row {row.number} has no title", "every row needs one")
            return {}
        try:
            title = line(cell)
        except CellError as error:
            self._remarks.add(row.number, column, str(error), error.help)
            return {}
        if not fits_line(title):
            self._remarks.add(
                row.number, column, "the cell cannot be a title", "it is empty, too long, or has signs that no text has"
            )
            return {}
        row.take(column, "title")
        language = self._language_of(row, title)
        sources = [*self._sources(row)]
        if not language or None in sources:
            return {}
        data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": "announcement", "status": "draft"}
        data |= {"title": {language: title}, "types": self._types(row), "dates": [*self._dates(row)]}
        data |= {"roles": [*self._roles(row)], "sources": sources}
        notes = [self._text(row, column, each, "note") for column, each in row.fields.get("note", ())]
        if not data["dates"]:
            data["dates"] = [{"role": str(DateRole.ANNOUNCED), "value": _UNKNOWN_DAY}]
            notes.append(_DAY_NOTE)
        return {**data, **({"note": " ".join(notes)} if notes else {})}

    def _text(self, row: Row, column: str, cell: Any, field: str) -> str:
        row.take(column, field)
        return line(cell) if isinstance(cell, str | int | float) else str(cell)

    def _language_of(self, row: Row, title: str) -> str:
        column, cell = row.first("language")
        if column:
            return self._text(row, column, cell, "the language of the title")
        if self._language or all(ord(each) < 0x250 for each in title if each.isalpha()):
            return self._language or "en"
        help = "use --language, such as zh-Hans"
        self._remarks.add(row.number, row.first("title")[0], f"the language of {title!r} is not known", help)
        return ""

    def _types(self, row: Row) -> list[str]:
        found: dict[str, None] = {}
        for column, cell in row.fields.get("types", ()):
            codes = [code_called(each, AnnouncementType) for each in several(cell)]
            if all(codes):
                found |= dict.fromkeys(str(each) for each in codes)
                row.take(column, "types")
            else:
                row.keep(column, cell, "no code has this name")
        return [*found] or [str(AnnouncementType.OTHER)]

    def _dates(self, row: Row) -> Iterator[dict[str, Any]]:
        for name, role in _DATES.items():
            for column, cell in row.fields.get(name, ()):
                try:
                    value = FIELDS["announcement"]["dates"](cell)
                except CellError:
                    row.keep(column, cell, _NO_DAY)
                    continue
                row.take(column, f"dates, {role}")
                yield {"role": role, "value": value}

    def _roles(self, row: Row) -> Iterator[dict[str, Any]]:
        """The actors that the corpus knows by exactly the name."""
        role = str(self._layout.role)
        for column, cell in row.fields.get("actor", ()):
            names = several(cell)
            found = {name: ids[0] for name in names if len(ids := self._names.same(name)) == 1}
            if missing := [name for name in names if name not in found]:
                self.unnamed |= dict.fromkeys(missing)
                row.keep(column, "; ".join(missing), _NO_ACTOR)
            for id in dict.fromkeys(found.values()):
                row.take(column, f"roles, {role}")
                note = {"note": f"{column}, in {self._layout.title}."} if role == RoleType.MENTIONED else {}
                yield {"actor": id, "role": role, **note}

    def _sources(self, row: Row) -> Iterator[dict[str, Any] | None]:
        """The pages that the row names, without ids; None for one that cannot be taken."""
        if self._layout.publisher:
            yield self._entry(row)
        for column, cell in ((column, cell) for name in _LINKS for column, cell in row.fields.get(name, ())):
            links = [each for part in several(cell) for each in part.split()]
            if wrong := [each for each in links if not is_address(each)]:
                row.keep(column, cell, "no web address")
            for url in links if not wrong else ():
                row.take(column, "sources")
                page = {"url": unwrapped(url).url} if self._known.page(url) else self._known.source("", url)
                if "type" not in page and not self._known.page(url):
                    self._remarks.add(row.number, column, f"the type of {url} is not known", _NO_TYPE)
                    yield None
                else:
                    yield page

    def _entry(self, row: Row) -> dict[str, Any]:
        """What the tracker itself says of the announcement, which is the evidence of the draft."""
        column, cell = row.first("entry")
        page: dict[str, Any] = {}
        if column and is_address(str(cell)):
            row.take(column, "sources, tracker")
            page = self._known.source("", str(cell), str(SourceType.TRACKER))
        elif column:
            row.keep(column, cell, "no web address")
        own = {
            "type": str(SourceType.TRACKER),
            "publisher": self._layout.publisher,
            "access": str(SourceAccess.EXCERPT),
        }
        return {**page, **own, "is_entry": True}

    def _named(self, id: str, pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The definitions of the pages that the corpus does not have."""
        found = []
        for page in pages:
            if (url := page.get("url", "")) and self._known.page(url):
                continue
            name = f"{id}-entry" if page.get("is_entry") else f"{id}-source"
            page = {**page, "id": next(each for each in numbered(name) if each not in self._known.taken)}
            self._known.remember(page["id"], url)
            found.append(page)
        return found

    def _id(self, row: Row, data: dict[str, Any]) -> str:
        """The id that is given, or made of the key or of the title and the year."""
        column, cell = row.first("id")
        if column:
            id = self._text(row, column, cell, "id")
            if why := refused(id, self._known.taken):
                self._remarks.add(row.number, column, why, "choose another one")
            return "" if why else id
        if row.key:
            return keyed_id(self._layout.prefix, row.key, self._known.taken)
        title, value = next(iter(data["title"].values())), str(data["dates"][0]["value"])
        return proposed_id(title, value[:4] if value[:4].isdecimal() else "", self._known.taken)


_TWICE = "the row {} is the same, or has the same id"
_NO_TYPE = "use --source-type for the pages whose type is not known; `communique codes source_type` lists the types"


def keyed_id(prefix: str, key: str, taken: set[str]) -> str:
    """An id from the key that foreign data gives: of an address, its last part, unless that is taken."""
    last = f"{prefix}-{slug(key.rstrip('/').rpartition('/')[2], 40)}"
    return last if last not in taken else next(each for each in numbered(f"{prefix}-{slug(key)}") if each not in taken)


def digest_key(*texts: str) -> str:
    """A short key from texts that tell a row apart."""
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:_LONGEST_KEY]


def _key(data: dict[str, Any]) -> str:
    days = [str(each["value"]) for each in data["dates"]]
    return digest_key(*data["title"].values(), *days, *(each.get("url", "") for each in data["sources"]))
