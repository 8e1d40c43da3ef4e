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


class Sites:
    """The sites of the sources of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._sources: dict[str, list[Source]] = defaultdict(list)
        for each in corpus.sources.values():
            if each.url:
                self._sources[site(each.url)].append(each)

    def known(self, url: str) -> Known:
        """What all sources from the site of a page agree on, and what is generally known of the site."""
        sources, general = self._sources.get(site(url), []), well_known(url)
        type, likely_type = _types([each for each in sources if each.type is not SourceType.UNKNOWN], general)
        return Known(_publisher(url, sources, general), type, _language(url, sources, general), likely_type)


def _types(sources: Sequence[Source], general: WellKnown) -> tuple[str, str]:
    """The type if it is certain, and else the one that is likely."""
    if not sources:
        return (general.type, "") if general.is_sure else ("", general.type)
    counts = Counter(str(each.type) for each in sources if each.type not in _OF_ONE_PAGE)
    usual = min(counts, key=lambda each: (-counts[each], each), default=general.type)
    is_common = counts[usual] == len(sources)
    is_own = len(sources) >= _ENOUGH and len({each.publisher for each in sources}) == 1  # and no site with pages of all
    is_sure = general.type == usual if general.is_sure else is_own and usual != SourceType.NEWS
    return (usual, "") if is_common and is_sure else ("", usual)


def _publisher(url: str, sources: Sequence[Source], general: WellKnown) -> str:
    """The publisher of all sources from a site. Of one source, or of texts of agencies, it may be that of the text."""
    found = {each.publisher for each in sources}
    if not found:
        return general.publisher
    name = found.pop() if len(found) == 1 else None
    is_carrier = any(each.type is SourceType.NEWS_AGENCY for each in sources) or len(sources) < _ENOUGH
    is_of_site = name == general.publisher or "".join(folded_words(name or "")) == site_name(url).replace("-", "")
    return name if name and (is_of_site or not is_carrier) else ""


def _language(url: str, sources: Sequence[Source], general: WellKnown) -> str:
    if named := language_in(url):
        return named
    found = {each.language for each in sources if each.language}
    if len(found) > 1 or (found and general.language and found != {general.language}):
        return ""
    language = found.pop() if found and len(sources) >= _ENOUGH else general.language
    return language if language and not names_other_than(language, url) else ""
