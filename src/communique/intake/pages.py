"""The pages that a row names, as sources of its draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..adding.cell import several
from ..adding.remark import Remarks
from ..authoring.new_ids import free, source_id
from ..codelists import SourceAccess, SourceType
from ..drafting.page import is_address
from ..lexicon.page_variants import unwrapped
from .layout import Layout

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from .known import Known
    from .row import Row

_LINKS = ("url", "links", "sources")
_NO_ADDRESS = "no web address"
_NO_TYPE = "use --source-type for the pages whose type is not known; `communique codes source_type` lists the types"


class Pages:
    """Finds the pages of rows. Those that the corpus has are not defined again."""

    def __init__(self, corpus: Corpus, layout: Layout, known: Known, remarks: Remarks) -> None:
        self._records, self._layout, self._known, self._remarks = corpus.announcements, layout, known, remarks

    def of(self, row: Row) -> list[dict[str, Any]] | None:
        """The pages that the row names, without ids; None if one cannot be taken, which is noted.

        The first one may be what the tracker itself says, which has no ``access`` but an excerpt.
        """
        found = [*([self._entry(row)] if self._layout.publisher else []), *self._links(row)]
        return None if None in found else [each for each in found if each is not None]

    def named(self, id: str, pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The definitions of the pages that the corpus does not have, for the announcement with this id."""
        found = []
        for page in pages:
            if (url := page.get("url", "")) and self._known.page(url):
                continue
            taken = self._known.taken
            own = free(f"{id}-entry", taken) if self.is_entry(page) else source_id("", url, "", id, taken)
            self._known.remember(own, url)
            found.append({**page, "id": own})
        return found

    def is_entry(self, page: dict[str, Any]) -> bool:
        """Whether the page is what the tracker itself says."""
        return page.get("type") == SourceType.TRACKER and page.get("publisher") == self._layout.publisher

    def entry_of(self, sources: list[dict[str, Any]]) -> str:
        """The id of what the tracker says, which is the evidence of the draft; empty if there is none."""
        return next((str(each["id"]) for each in sources if self.is_entry(each)), "")

    def entry_in(self, id: str) -> str:
        """The id of what the tracker says in the draft with this id, which is there already."""
        return self.entry_of([each.model_dump(mode="json") for each in self._records[id].sources])

    def _links(self, row: Row) -> Iterator[dict[str, Any] | None]:
        for column, cell in ((column, cell) for name in _LINKS for column, cell in row.fields.get(name, ())):
            links = dict.fromkeys(each for part in several(cell) for each in part.split())
            if any(not is_address(each) for each in links):
                row.keep(column, cell, _NO_ADDRESS)
                continue
            for url in links:
                row.take(column, "sources")
                yield self._page(row, column, url)

    def _page(self, row: Row, column: str, url: str) -> dict[str, Any] | None:
        if self._known.page(url):
            return {"url": unwrapped(url).url}
        page = self._known.source("", url)
        if "type" not in page:
            self._remarks.add(row.number, column, f"the type of {url} is not known", _NO_TYPE)
        return page if "type" in page else None

    def _entry(self, row: Row) -> dict[str, Any]:
        """What the tracker itself says of the announcement."""
        column, cell = row.first("entry")
        page: dict[str, Any] = {}
        if column and is_address(str(cell)):
            row.take(column, "sources, tracker")
            page = self._known.source("", str(cell), str(SourceType.TRACKER))
        elif column:
            row.keep(column, cell, _NO_ADDRESS)
        own = {"type": str(SourceType.TRACKER), "publisher": self._layout.publisher}
        return {**page, **own, "access": str(SourceAccess.EXCERPT)}
