"""What a corpus knows already of the pages and rows of foreign data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from ..authoring.kept_cells import KEY
from ..authoring.new_ids import taken_ids
from ..codelists import SourceType
from ..corpus.sites import Sites
from ..lexicon.page_variants import any_page, day_in, unwrapped

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus


class Known:
    """The pages of a corpus, the rows that it was made from, and its ids."""

    def __init__(self, corpus: Corpus, namespace: str, type: str) -> None:
        self._sites, self._type = Sites(corpus), type or str(SourceType.UNKNOWN)
        self.taken = taken_ids(corpus)
        self._pages: dict[str, list[str]] = defaultdict(list)
        for each in corpus.sources.values():
            for url in filter(None, (each.url, each.archived_url)):
                self._pages[any_page(url)].append(each.id)
        self._rows: dict[str, str] = {}
        for id, record in corpus.announcements.items():
            if key := str(record.extensions.get(namespace, {}).get(KEY, "")):
                self._rows[key] = id
        self._imported = {*self._rows.values()}

    def row(self, key: str, id: str = "") -> str:
        """The id of the announcement that was made from the row with this key, or which got this id from one; else
        empty."""
        return self._rows.get(key, "") or (id if id in self._imported else "")

    def page(self, url: str, own: Collection[str] = ()) -> str:
        """The id of the source with this page, rather one of its ``own``; empty if there is none."""
        found = self._pages.get(any_page(url), [])
        return next((each for each in found if each in own), found[0] if found else "")

    def remember(self, id: str, url: str) -> None:
        """Take in a new source."""
        self.taken.add(id)
        if url:
            self._pages[any_page(url)].append(id)

    def source(self, id: str, url: str, type: str = "") -> dict[str, Any]:
        """The definition of a page, as far as it is certain."""
        if not url:
            return {"id": id, "type": type or self._type, "access": "not_read"}
        address = unwrapped(url)
        facts = self._sites.known(address.url)
        found = {"id": id, "type": type or facts.type or self._type, "publisher": facts.publisher}
        found |= {"url": address.url, "archived_url": address.archived_url, "published": day_in(address.url)}
        found |= {"language": facts.language, "access": "not_read"}
        return {name: value for name, value in found.items() if value}
