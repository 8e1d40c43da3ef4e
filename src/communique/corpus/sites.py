"""What is known of a site: who publishes it, what type it is, and in which language it is.

What the corpus says of a site is believed rather than what is generally known of it. If the sources of the corpus
differ, nothing is certain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..codelists import COPIES, SourceType
from ..lexicon.address_language import language_in, names_other_than
from ..lexicon.folding import folded_words
from ..lexicon.page_variants import site
from ..lexicon.well_known_sites import WellKnown, well_known
from .search.suggestions import site_name

if TYPE_CHECKING:
    from ..models import Source
    from .corpus import Corpus

_OF_ONE_PAGE = frozenset({*COPIES, SourceType.NEWS_AGENCY})
"""Types that say where one page has its text from, which need not be so of the next page of the site.

So the next page of a newspaper may have the text of an agency, unless the newspaper is known to print only its own.
"""

_ENOUGH = 2
"""What so many pages of a site have in common is taken for that of the site."""


class Known(NamedTuple):
    """What is known of a page by its site; empty if nothing is. ``likely_type`` is not certain, and ``type`` is."""

    publisher: str = ""
    type: str = ""
    language: str = ""
    likely_type: str = ""


class _Pages(NamedTuple):
    """What the sources from a site have: how many there are, and of those whose type is known the types."""

    number: int
    publishers: frozenset[str | None]
    languages: frozenset[str]
    has_agency: bool
    typed: int
    typed_publishers: frozenset[str | None]
    types: Counter[str]

    @classmethod
    def of(cls, sources: Sequence[Source]) -> _Pages:
        """What these sources have."""
        typed = [each for each in sources if each.type is not SourceType.UNKNOWN]
        return cls(
            len(sources),
            frozenset(each.publisher for each in sources),
            frozenset(each.language for each in sources if each.language),
            any(each.type is SourceType.NEWS_AGENCY for each in sources),
            len(typed),
            frozenset(each.publisher for each in typed),
            Counter(str(each.type) for each in typed),
        )


_NO_PAGES = _Pages.of([])


class Sites:
    """The sites of the sources of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        sources: dict[str, list[Source]] = defaultdict(list)
        for each in corpus.sources.values():
            if each.url:
                sources[site(each.url)].append(each)
        self._pages = {name: _Pages.of(some) for name, some in sources.items()}

    def known(self, url: str) -> Known:
        """What all sources from the site of a page agree on, and what is generally known of the site."""
        pages, general = self._pages.get(site(url), _NO_PAGES), well_known(url)
        type, likely_type = _types(pages, general)
        return Known(_publisher(url, pages, general), type, _language(url, pages, general), likely_type)


def _types(pages: _Pages, general: WellKnown) -> tuple[str, str]:
    """The type if it is certain, and else the one that is likely."""
    if not pages.typed:
        return (general.type, "") if general.is_sure else ("", general.type)
    if general.is_sure and pages.types.keys() == {general.type}:
        return general.type, ""
    counts = Counter({type: number for type, number in pages.types.items() if type not in _OF_ONE_PAGE})
    usual = min(counts, key=lambda each: (-counts[each], each), default=general.type)
    is_common = counts[usual] == pages.typed
    is_own = pages.typed >= _ENOUGH and len(pages.typed_publishers) == 1  # and no site with pages of all
    is_sure = general.type == usual if general.is_sure else is_own and usual != SourceType.NEWS
    return (usual, "") if is_common and is_sure else ("", usual)


def _publisher(url: str, pages: _Pages, general: WellKnown) -> str:
    """The publisher of all sources from a site. Of one source, or of texts of agencies, it may be that of the text."""
    if not pages.number:
        return general.publisher
    name = next(iter(pages.publishers)) if len(pages.publishers) == 1 else None
    is_carrier = pages.has_agency or pages.number < _ENOUGH
    is_of_site = name == general.publisher or "".join(folded_words(name or "")) == site_name(url).replace("-", "")
    return name if name and (is_of_site or not is_carrier) else ""


def _language(url: str, pages: _Pages, general: WellKnown) -> str:
    if named := language_in(url):
        return named
    found = pages.languages
    if len(found) > 1 or (found and general.language and found != {general.language}):
        return ""
    language = next(iter(found)) if found and pages.number >= _ENOUGH else general.language
    return language if language and not names_other_than(language, url) else ""
