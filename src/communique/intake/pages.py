"""The pages that a row names, as sources of its draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..authoring.new_ids import free, source_id
from ..codelists import SourceAccess, SourceType
from ..drafting.page import is_address
from ..lazy import lazy_pattern
from ..lexicon.page_variants import unwrapped
from .layout import Layout

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .known import Known
    from .row import Row

_LINKS = ("url", "links", "sources")
_NO_ADDRESS, _MORE_THAN_ADDRESSES = "no web address", "not only web addresses"
_BETWEEN = lazy_pattern(r"[;,|]+(?=\s|$|https?://)")  # within an address they are a part of it


class Page(NamedTuple):
    """A page with the cell that names it, and its definition; that has only an address if the corpus has the page."""

    column: str
    cell: Any
    definition: dict[str, Any]


class Placed(NamedTuple):
    """Where pages belong: definitions for the record itself, and sources elsewhere that it may cite, by their pages.

    ``entry`` is the id of what the tracker itself says; empty if there is none.
    """

    definitions: list[dict[str, Any]]
    elsewhere: list[tuple[Page, str]]
    entry: str


class Pages:
    """Finds the pages of rows. Those that the corpus has are not defined again."""

    def __init__(self, corpus: Corpus, layout: Layout, known: Known) -> None:
        self._records, self._layout, self._known = corpus.announcements, layout, known

    def of(self, row: Row) -> list[Page]:
        """The pages that the row names.

        The first one may be what the tracker itself says, which has no ``access`` but an excerpt.
        """
        return [*([self._entry(row)] if self._layout.publisher else []), *self._links(row)]

    def placed(self, row: Row, id: str, pages: Iterable[Page]) -> Placed:
        """Where the pages belong that are of the announcement with this id, which may be there already."""
        there = {each.id for each in self._records[id].sources} if id in self._records else set[str]()
        found, elsewhere, entry = list[dict[str, Any]](), list[tuple[Page, str]](), ""
        for page in pages:
            url, is_entry = page.definition.get("url", ""), self._is_entry(page.definition)
            source = self._known.page(url, there) if url else ""
            if is_entry and there:
                source = self._entry_in(id) or source
            if not source:
                taken = self._known.taken
                source = free(f"{id}-entry", taken) if is_entry else source_id("", url, "", id, taken)
                self._known.remember(source, url)
                there.add(source)
                found.append({**page.definition, "id": source})
            if is_entry:
                entry = source
            elif source not in there:
                elsewhere.append((page, source))
            if page.column and source in there:
                row.take(page.column, "sources", source, what="sources, tracker" if is_entry else "")
        return Placed(found, elsewhere, entry)

    def _is_entry(self, page: Mapping[str, Any]) -> bool:
        """Whether the page is what the tracker itself says."""
        return page.get("type") == SourceType.TRACKER and page.get("publisher") == self._layout.publisher

    def _entry_in(self, id: str) -> str:
        """The id of what the tracker says in the draft with this id; empty if there is none."""
        sources = (each.model_dump(mode="json") for each in self._records[id].sources)
        return next((str(each["id"]) for each in sources if self._is_entry(each)), "")

    def _links(self, row: Row) -> Iterator[Page]:
        for column, cell in ((column, cell) for name in _LINKS for column, cell in row.fields.get(name, ())):
            links = _addresses_in(str(cell))
            if any(not is_address(each) for each in links):
                row.keep(column, cell, _MORE_THAN_ADDRESSES if "://" in str(cell) else _NO_ADDRESS)
                continue
            for url in links:
                yield self._page(column, cell, url)

    def _page(self, column: str, cell: Any, url: str) -> Page:
        if self._known.page(url):
            return Page(column, cell, {"url": unwrapped(url).url})
        return Page(column, cell, self._known.source("", url))

    def _entry(self, row: Row) -> Page:
        """What the tracker itself says of the announcement."""
        column, cell = row.first("entry")
        page: dict[str, Any] = {}
        if column and is_address(str(cell)):
            page = self._known.source("", str(cell), str(SourceType.TRACKER))
        elif column:
            row.keep(column, cell, _NO_ADDRESS)
        own = {"type": str(SourceType.TRACKER), "publisher": self._layout.publisher}
        return Page(column if page else "", cell, {**page, **own, "access": str(SourceAccess.EXCERPT)})


def _addresses_in(cell: str) -> dict[str, None]:
    """The texts in a cell that spaces, line breaks, semicolons, commas, bars or single slashes part."""
    return dict.fromkeys(each for each in _BETWEEN.sub(" ", cell).split() if each != "/")
