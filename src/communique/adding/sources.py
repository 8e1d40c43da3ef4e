"""New sources from addresses: what the corpus has already is found, the rest is defined as far as it is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..authoring.new_ids import refused, source_id, taken_ids, usual_ending
from ..codelists import SourceAccess, SourceType
from ..corpus.search.suggestions import site_name
from ..corpus.sites import Known, Sites
from ..importing.cells import CellError
from ..lexicon.code_words import code_called
from ..lexicon.folding import folded_words
from ..lexicon.page_variants import any_page, published_in, site, unwrapped
from ..text import characters
from ..text.shortening import shorten
from .addition import Additions, Existing, OfUnknownType
from .address import refusal
from .cell import FIELDS
from .link import Link
from .places import paths_of
from .remark import Remarks

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .sheet_rows import SheetRows


class Wishes(NamedTuple):
    """What the curator says of all new sources: their type if it is not known and likely to be no other, how much of
    them was read, what their ids end with; and the types of the sources from some sites."""

    type: str = ""
    access: str = str(SourceAccess.NOT_READ)
    ending: str = ""
    site_types: Mapping[str, str] = MappingProxyType({})


def wishes_of(types: Iterable[str], access: str, ending: str) -> Wishes:
    """The wishes of a command line, on which each type is a code, or a site and a code: ``example.org=news``.

    Raises:
        communique.importing.cells.CellError: there is no such type, or two for the same.
    """
    found: dict[str, str] = {}
    for each in types:
        of, _, written = each.rpartition("=")
        name, type = site(of if "://" in of else f"https://{of}"), FIELDS["source"]["type"](written)
        if found.setdefault(name, type) != type:
            raise CellError(f"two types for {of or 'all others'}: {found[name]} and {type}", "give one of them")
    return Wishes(found.pop("", ""), access, ending, found)


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
        self._seen: set[str] = set()
        self._of_unknown_type = {id for id, each in corpus.sources.items() if each.type is SourceType.UNKNOWN}
        for each in corpus.sources.values():
            self._remember(each.id, [each.url or "", each.archived_url or ""], each.title or "")
        own = [each for id, each in corpus.sources.items() if self._paths[id] == to] if _is_record(corpus, to) else []
        self._ending = wishes.ending or usual_ending(own)

    def add(self, link: Link, given: Mapping[str, Any] | None = None) -> None:
        """Define the page, if it is new. ``given`` are fields that somebody has stated."""
        given = given or {}
        url, archived_url = unwrapped(link.url)
        title = link.title if not self._is_name_of_site(link.title, url) else ""
        title, asked_type = title or str(given.get("title", "")), link.type or str(given.get("type", ""))
        stated = code_called(asked_type, SourceType) if asked_type else None
        if why := next(
            _refusals((url, archived_url) if archived_url else (url,), title, "" if stated else asked_type), None
        ):
            self._remarks.add(link.line, *why)
            return
        self._seen.add(site(url))
        type = str(stated or self._wishes.site_types.get(site(url), ""))
        if known := self._by_page.get(any_page(url)) or self._with_title(title, url):
            self.additions.existing.append(Existing(link.url, known, self._paths.get(known, "")))
            self._look_at(known, url, type)
            return
        found = self._proposed(url, type) | {"title": title, "archived_url": archived_url}
        found |= {name: value for name, value in given.items() if value and name not in ("type", "url")}
        if reason := refused(found["id"], self._taken) if "id" in found else "":
            self._remarks.add(link.line, "id", reason, "choose another one")
        else:
            id = self._define(found, dated=not given.get("published"))
            self._hint_at_what_is_left_out(id, link, archived_url or url)

    def _is_name_of_site(self, title: str, url: str) -> bool:
        """Whether the text of a link only says whose page it is."""
        names = (site(url), site_name(url), self._sites.known(url).publisher)
        return bool(title) and _joined(title) in {_joined(each) for each in names if each}

    def _hint_at_what_is_left_out(self, id: str, link: Link, url: str) -> None:
        if "://" in link.url and url != link.url.strip():
            self.additions.hint(id, f"its address was given as {shorten(link.url.strip())}")
        if link.comment:
            self.additions.hint(id, f"the comment is not taken: {shorten(link.comment)}")

    def _proposed(self, url: str, type: str) -> dict[str, Any]:
        """What is certain of a page by its address and its site, in the usual order."""
        facts = self._sites.known(url)
        found: dict[str, Any] = {"type": type or facts.type or self._wished(facts) or str(SourceType.UNKNOWN)}
        found |= {"title": "", "publisher": facts.publisher}
        found |= {"url": url, "archived_url": "", "published": published_in(url)[0]}
        return found | {"language": facts.language, "access": self._wishes.access}

    def _wished(self, facts: Known) -> str:
        """The type that the curator states of all whose type is not known, if it is likely to be no other."""
        return self._wishes.type if facts.likely_type in ("", self._wishes.type) else ""

    def _look_at(self, id: str, url: str, stated: str = "") -> None:
        """Take note of a source whose type is unknown: of the type that is stated of it, or of what is likely."""
        if id not in self._of_unknown_type:
            return
        facts = self._sites.known(url)
        type = stated or self._wished(facts)
        if type and type != SourceType.UNKNOWN:
            self.additions.stated[id] = type
        else:
            self.additions.of_unknown_type[id] = OfUnknownType(site(url), facts.likely_type)

    def finished(self) -> Additions:
        """All that was gathered."""
        for each in sorted(self._wishes.site_types.keys() - self._seen):
            self._remarks.add(1, "", f"--type names {each}, and no link is from there", "write it as in the links")
        self.additions.findings = [*self._remarks.findings]
        return self.additions

    def _define(self, found: dict[str, Any], *, dated: bool) -> str:
        """Take in a definition, and return its id; ``dated`` says whether its date is that in the address."""
        id = found.pop("id", "") or source_id(
            str(found["publisher"] or ""), found["url"], str(found["title"] or ""), self._ending, self._taken
        )
        found["note"] = found.pop("note", "") or (published_in(found["url"])[1] if dated else "")
        if found["type"] == SourceType.UNKNOWN:
            self._of_unknown_type.add(id)
            self._look_at(id, found["url"])
        definition = {"id": id, **{name: value for name, value in found.items() if value not in ("", None)}}
        if others := self._by_title.get(_folded(definition.get("title", "")), []):
            self.additions.hint(id, f"has the title of {others[0]}; if it copies that one, add derived_from")
        self._taken.add(id)
        self._paths[id] = ""
        self._remember(id, [definition["url"], definition.get("archived_url", "")], definition.get("title", ""))
        self.additions.definitions.append(definition)
        return id

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


_TYPES = "`communique codes source_type` lists the types; a comment goes behind a # with spaces around it"


def _refusals(addresses: Sequence[str], title: str, unknown_type: str) -> Iterator[tuple[str, str, str]]:
    """Why a link cannot be taken: the field, what is wrong with it, and what to do."""
    for each in addresses:
        if why := refusal(each):
            yield "url", *why
    if found := characters.unsafe(title):
        yield (
            "title",
            f"the title of {shorten(addresses[0])} has the character {characters.name(found[0])}",
            "delete it",
        )
    if unknown_type:
        yield "type", f"{shorten(unknown_type)!r} is no type of a source", _TYPES


def _is_record(corpus: Corpus, path: str) -> bool:
    return any(entry.path == path and entry.record.kind == "announcement" for entry in corpus.entries)


def _joined(name: str) -> str:
    return "".join(folded_words(name)).replace("-", "")


def _folded(title: str) -> str:
    return " ".join(folded_words(title))
