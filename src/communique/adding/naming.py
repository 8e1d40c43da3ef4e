"""Ids for new definitions, as the corpus writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from ..corpus.search.suggestions import site_name
from ..drafting.article import slug
from ..lazy import lazy_pattern
from ..lexicon.page_variants import site
from ..models import is_id

if TYPE_CHECKING:
    from ..models import Source

_LONGEST = 60
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "s"})
_MOST_WORDS = 5
_LONGEST_PART = 20
_LONGEST_NUMBER = 5
_NUMBERED = lazy_pattern("-[2-9]$")


def source_id(publisher: str, url: str, title: str, ending: str, taken: Collection[str]) -> str:
    """Who publishes it, and what it is about: ``ending``, or else words of its title or its address."""
    first = slug(publisher) or slug(site_name(f"https://{site(url)}/")) or "source"
    last = _last_part(url)
    words = [] if ending else _words(title) or _words(last) or [slug(last, _LONGEST_PART)]
    return free("-".join(filter(None, (first, ending, *words))), taken)


def thing_id(name: str, country: str, taken: Collection[str]) -> str:
    """The name in lower-case letters, behind the code of a country if one is given; empty if it has no such letter."""
    words = slug(name)
    return free("-".join(filter(None, (country.lower(), words))), taken) if words else ""


def refused(id: str, taken: Collection[str]) -> str:
    """Why an id that somebody has chosen cannot be taken; empty if it can."""
    if not is_id(id):
        return f"{id!r} is no id; ids are lower-case words with hyphens"
    return f"the id {id!r} is taken" if id in taken else ""


def usual_ending(sources: Iterable[Source]) -> str:
    """What most ids of the sources of a record have behind their publisher; empty if they have nothing in common."""
    endings = Counter(_ending(each) for each in sources)
    total = endings.total()
    best, count = endings.most_common(1)[0] if endings else ("", 0)
    return best if best and 2 * count > total else ""


def free(id: str, taken: Collection[str]) -> str:
    """The id, shortened to whole words; with a number if it is taken."""
    first = slug(id, _LONGEST)
    return next(each for each in numbered(first) if each not in taken)


def numbered(first: str) -> Iterator[str]:
    """The name, and then the name with each number from 2 on."""
    yield first
    number = 2
    while True:
        yield f"{first}-{number}"
        number += 1


def _ending(source: Source) -> str:
    head = slug(source.publisher or "")
    rest = source.id.removeprefix(f"{head}-") if head else ""
    return _NUMBERED.sub("", rest) if rest != source.id else ""


def _words(text: str) -> list[str]:
    words = [word for word in slug(text, 300).split("-") if word and word not in _SMALL]
    kept = [word for word in words if not _is_number_of_page(word)]
    return kept[:_MOST_WORDS] if len(kept) > 1 and any(word.isalpha() for word in kept) else []


def _is_number_of_page(word: str) -> bool:
    return word.isdecimal() and len(word) > _LONGEST_NUMBER


def _last_part(url: str) -> str:
    path = url.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/")
    return path.rpartition("/")[2].partition(".")[0] if "/" in path else ""
