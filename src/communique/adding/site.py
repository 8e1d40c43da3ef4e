"""What a corpus knows of a site: who publishes it, what type it is, and in which language it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..codelists import COPIES, SourceType
from ..corpus.search.suggestions import site_name
from ..lexicon.folding import folded_words
from ..lexicon.page_variants import is_in_english, is_of_public_body, site

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..models import Source

_OF_ONE_PAGE = frozenset({*COPIES, SourceType.NEWS_AGENCY})
"""Types that say where one page has its text from, which need not be so of the next page of the site."""

_ENOUGH = 2
"""Of so many pages of a site the language is taken for that of the site."""


class Known(NamedTuple):
    """What is known of a page by its site; empty if nothing is."""

    publisher: str = ""
    type: str = ""
    language: str = ""


class Sites:
    """The sites of the sources of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._sources: dict[str, list[Source]] = defaultdict(list)
        for each in corpus.sources.values():
            if each.url:
                self._sources[site(each.url)].append(each)

    def known(self, url: str) -> Known:
        """What all sources from the site of a page agree on, and what the address alone makes certain."""
        sources = self._sources.get(site(url), [])
        types = {each.type for each in sources}
        type = types.pop() if len(types) == 1 and not types & _OF_ONE_PAGE else None
        if type is None and not types and is_of_public_body(url):
            type = SourceType.OFFICIAL
        return Known(_publisher(url, sources), str(type or ""), _language(url, sources))


def _publisher(url: str, sources: Sequence[Source]) -> str:
    """The publisher of all sources from a site. On a site with texts of agencies, it may be that of the text."""
    found = {each.publisher for each in sources}
    name = found.pop() if len(found) == 1 else None
    is_carrier = any(each.type is SourceType.NEWS_AGENCY for each in sources)
    return name if name and (not is_carrier or "".join(folded_words(name)) == site_name(url)) else ""


def _language(url: str, sources: Sequence[Source]) -> str:
    if is_in_english(url):
        return "en"
    found = {each.language for each in sources}
    language = found.pop() if len(found) == 1 and len(sources) >= _ENOUGH else None
    parts = url.partition("://")[2].split("/")
    names_another = any(len(part) == 2 and part.isalpha() and not (language or "").startswith(part) for part in parts)
    return language if language and not names_another else ""
