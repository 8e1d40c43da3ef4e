"""Atom: a feed of the announcements whose records were made or changed last (RFC 4287)."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ..lazy import lazy_pattern
from ..models import main_language, main_text
from .format import Exporter, Format, Piece
from .metadata.description import Description
from .records import Things
from .thing import Thing

_PATH = "feed.atom"
_MOST = 1000
_EXACT_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class _Entry(NamedTuple):
    """The element of an announcement, with what it is sorted by: the day of its last revision and its id."""

    day: str
    id: str
    xml: str


class Atom(Exporter):
    """Keeps the newest entries, and writes them at the end. Without any there is no feed."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._entries: list[_Entry] = []
        self._about: Description | None = None

    def begin(self) -> Iterator[Piece]:
        """Nothing is written before the last thing; the dataset is that of all addresses."""
        datasets = (Thing("datasets", id, known, self.records) for id, known in self.records.known("datasets"))
        self._about = next((each.description for each in datasets), None)
        yield from ()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """An entry for an announcement, if it is known on which day its record was last changed."""
        if thing.table == "announcements" and (revisions := _dated(thing.plain)):
            entry = _Entry(revisions[-1]["date"], thing.id, _entry(thing.plain, revisions, self._about))
            heapq.heappush(self._entries, entry)
            if len(self._entries) > _MOST:
                heapq.heappop(self._entries)
        yield from ()

    def end(self) -> Iterator[Piece]:
        """The feed, the newest entry first."""
        newest_first = sorted(self._entries, key=lambda entry: (entry.day, entry.id), reverse=True)
        if newest_first:
            yield _piece(_head(self._about, newest_first[0].day))
            yield from (_piece(entry.xml) for entry in newest_first)
            yield _piece("</feed>\n")


def _dated(plain: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The revisions of which the exact day is known, the last one last."""
    dated = [each for each in plain.get("revisions", ()) if _EXACT_DAY.fullmatch(each["date"])]
    return sorted(dated, key=lambda each: str(each["date"]))


def _head(about: Description | None, day: str) -> str:
    address = about.url if about else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("id", address or "urn:communique:announcements"),
        _element("title", about.title if about else "Announcements"),
        _element("updated", _moment(day)),
        *([f"<link href={quoteattr(address)}/>"] if address else []),
        *([_element("rights", about.licence_url)] if about else []),
        "<generator>communique</generator>",
    ]
    return "\n".join(lines) + "\n"


def _entry(plain: Mapping[str, Any], revisions: Sequence[Mapping[str, Any]], about: Description | None) -> str:
    last = revisions[-1]
    created = next((each["date"] for each in revisions if each["change"] == "created"), None)
    address = f"{about.url}#{plain['id']}" if about and about.url else f"urn:communique:announcement:{plain['id']}"
    lines = [
        _element("id", address),
        _localised("title", plain["title"]),
        _element("updated", _moment(last["date"])),
        *([_element("published", _moment(created))] if created else []),
        f"<author>{_element('name', last['by'])}</author>",
        *([f'<link rel="related" href={quoteattr(plain["url"])}/>'] if "url" in plain else []),
        *(f"<category term={quoteattr(each)}/>" for each in plain["types"]),
        *([_localised("summary", plain["summary"])] if "summary" in plain else []),
        f'<content type="text">{escape(_changes(plain["status"], last))}</content>',
    ]
    return "<entry>\n" + "\n".join(lines) + "\n</entry>\n"


def _changes(status: str, last: Mapping[str, Any]) -> str:
    """What the last revision did, and how far the record has got: that one was withdrawn is news too."""
    return f"Record {last['change']}: {last['reason']} Status: {status}."


def _localised(name: str, texts: Mapping[str, str]) -> str:
    return f"<{name} xml:lang={quoteattr(main_language(texts) or '')}>{escape(main_text(texts))}</{name}>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _moment(day: str) -> str:
    """The day as a moment, which Atom asks for; its beginning in UTC stands for a time that nobody wrote down."""
    return f"{day}T00:00:00Z"


def _piece(text: str) -> Piece:
    return _PATH, text.encode("utf-8")


FORMAT = Format("atom", Atom, ("plain", "description"), by_default=False)
