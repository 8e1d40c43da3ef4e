"""What the address of a page says of it: who publishes it, and what kind of source it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..codelists import SourceType
from ..corpus.search.suggestions import site_name
from ..corpus.sites import Sites
from ..lexicon.folding import fold
from ..lexicon.web_addresses import host
from ..lexicon.well_known_sites import well_known
from ..models.scalars import Url
from .article import Article

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ..corpus.corpus import Corpus


class Page(NamedTuple):
    """Who publishes a page, if that is known, and of what type it is: a code of ``SourceType``."""

    publisher: str
    type: str


def is_address(url: str) -> bool:
    """Whether the field `url` of a source can hold the text.

    >>> is_address("https://example.org/news/1"), is_address("example.org/news 1")
    (True, False)
    """
    from pydantic import ValidationError

    try:
        _addresses().validate_python(url)
    except ValidationError:
        return False
    return True


@cache
def _addresses() -> TypeAdapter[str]:
    from pydantic import TypeAdapter

    return TypeAdapter(Url)


def page_of(url: str, article: Article, corpus: Corpus) -> Page:
    """Publisher and type as corpus or text have them, or as is generally known of the site; else the host, and no type.

    The type is that which every page of the site has. If that is not certain, it is unknown.
    """
    site = host(url)
    if not site:
        return Page("", SourceType.UNKNOWN)
    type = Sites(corpus).known(url).type or SourceType.UNKNOWN
    known = {each.publisher for each in corpus.sources.values() if each.url and host(each.url) == site}
    if len(named := known - {None}) == 1:
        return Page(str(named.pop()), type)
    called = site_name(url)
    written = next((each.text for each in article.head if re.sub(r"\W", "", fold(each.text)) == called), "")
    return Page(written or well_known(url).publisher or site, type)
