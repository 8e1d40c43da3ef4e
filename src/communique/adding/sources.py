"""New sources from addresses: what the corpus has already is found, the rest is defined as far as it is certain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..codelists import SourceAccess, SourceType
from ..drafting.page import is_address
from ..lexicon.code_words import code_called
from ..lexicon.folding import folded_words
from ..lexicon.page_variants import any_page, day_in, site, unwrapped
from ..text.characters import unsafe
from ..text.shortening import shorten
from .addition import Additions, Existing
from .link import Link
from .naming import refused, source_id, usual_ending
from .places import paths_of, taken_ids
from .remark import Remarks
from .site import Sites

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .sheet_rows import SheetRows

_DAY_NOTE = "The day is the one in the address."


class Wishes(NamedTuple):
    """What the curator says of all new sources: their type if the corpus does not know it, how much of them was read,
    and what their ids end with."""

    type: str = ""
    access: str = str(SourceAccess.NOT_READ)
    ending: str = ""


def new_sources(
    corpus: Corpus,
    links: Iterable[Link],
    wishes: Wishes,
    to: str,
    path: str = "<links>",
    sheet: SheetRows | None = None,
) -> Additions:
    """The sources to define for the links of the list at ``path`` and for the rows of a sheet.

    ``to`` is the file to write to, if it is named.
    """
    new = NewSources(corpus, wishes, sheet.remarks if sheet else Remarks(path), to)
    for each in links:
        new.add(each)
    for number, fields in sheet.rows if sheet else ():
        new.add(Link(fields["url"], line=number), fields)
    return new.finished()


class NewSources:
    """Gathers the definitions of sources that a corpus does not have."""

    def __init__(self, corpus: Corpus, wishes: Wishes, remarks: Remarks, to: str = "") -> None:
        self.additions = Additions("source")
        self._wishes, self._remarks = wishes, remarks
        self._paths, self._taken, self._sites = paths_of(corpus, "source"), taken_ids(corpus), Sites(corpus)
        self._by_page: dict[str, str] = {}
        self._by_title: dict[str, list[str]] = {}
        self._hosts: dict[str, str] = {}
        for each in corpus.sources.values():
            self._remember(each.id, [each.url or "", each.archived_url or ""], each.title or "")
        own = [each for id, each in corpus.sources.items() if self._paths[id] == to] if _is_record(corpus, to) else []
        self._ending = wishes.ending or usual_ending(own)

    def add(self, link: Link, given: Mapping[str, Any] | None = None) -> None:
        """Define the page, if it is new. ``given`` are fields that somebody has stated."""
        url, archived_url = unwrapped(link.url)
        if not _is_address(url):
            self._remarks.add(link.line, "url", f"{shorten(link.url)!r} is no web address", _WHOLE)
            return
        title = link.title or str((given or {}).get("title", ""))
        if known := self._by_page.get(any_page(url)) or self._with_title(title, url):
            self.additions.existing.append(Existing(link.url, known, self._paths.get(known, "")))
            return
        site_facts = self._sites.known(url)
        asked_type = link.type or str((given or {}).get("type", ""))
        stated = code_called(asked_type, SourceType) if asked_type else None
        if asked_type and not stated:
            self._remarks.add(link.line, "type", f"{asked_type!r} is no type of a source", _TYPES)
            return
        type = stated or site_facts.type or self._wishes.type
        if not type:
            self._remarks.add(link.line, "type", f"the type of {url} is not known", _NO_TYPE.format(site=site(url)))
            return
        found: dict[str, Any] = {"type": str(type), "title": title, "publisher": site_facts.publisher}
        day = day_in(url)
        found |= {"url": url, "archived_url": archived_url, "published": day, "language": site_facts.language}
        found |= {"access": self._wishes.access}
        found |= {name: value for name, value in (given or {}).items() if value and name not in ("type", "url")}
        if day and found["published"] == day and not (given or {}).get("published") and "note" not in found:
            found["note"] = _DAY_NOTE
        if why := refused(found["id"], self._taken) if "id" in found else "":
            self._remarks.add(link.line, "id", why, "choose another one")
        else:
            self._define(found)

    def finished(self) -> Additions:
        """All that was gathered."""
        self.additions.findings = [*self._remarks.findings]
        return self.additions

    def _define(self, found: dict[str, Any]) -> None:
        given_id = found.pop("id", "")
        id = given_id or source_id(
            str(found["publisher"] or ""), found["url"], str(found["title"] or ""), self._ending, self._taken
        )
        definition = {"id": id, **{name: value for name, value in found.items() if value not in ("", None)}}
        if others := self._by_title.get(_folded(definition.get("title", "")), []):
            self.additions.hint(id, f"has the title of {others[0]}; if it copies that one, add derived_from")
        self._taken.add(id)
        self._paths[id] = ""
        self._remember(id, [definition["url"], definition.get("archived_url", "")], definition.get("title", ""))
        self.additions.definitions.append(definition)

    def _remember(self, id: str, addresses: Iterable[str], title: str) -> None:
        for url in filter(None, addresses):
            self._by_page.setdefault(any_page(url), id)
            self._hosts.setdefault(id, site(unwrapped(url).url))
        if folded := _folded(title):
            self._by_title.setdefault(folded, []).append(id)

    def _with_title(self, title: str, url: str) -> str:
        """The source with this title from the same site: the same title elsewhere may be a copy."""
        found = self._by_title.get(_folded(title), []) if title else []
        return next((id for id in found if self._hosts.get(id) == site(url)), "")


_WHOLE = "give the whole address, such as https://example.org/news/1"
_TYPES = "`communique codes source_type` lists the types"
_NO_TYPE = "no source from {site} is in the corpus, or they differ: write the type after the title, or use --type"


def _is_address(url: str) -> bool:
    return is_address(url) and "." in site(url) and not any(map(str.isspace, url)) and not unsafe(url)


def _is_record(corpus: Corpus, path: str) -> bool:
    return any(entry.path == path and entry.record.kind == "announcement" for entry in corpus.entries)


def _folded(title: str) -> str:
    return " ".join(folded_words(title))
