"""Ids that are proposed for what is new: readable, in ASCII, and none that the corpus has or had."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ..corpus.search.suggestions import site_name
from ..files.portable_names import refused_by_windows
from ..lazy import lazy_pattern
from ..lexicon.folding import fold
from ..lexicon.page_variants import site
from ..models import is_id

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..models import Source

_LONGEST = 60
_LONGEST_KEY = 40
_LONGEST_TITLE = 50
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "s", "the", "to", "with"})
_WORDS_OF_TITLE, _WORDS_OF_PAGE = 6, 5
_LONGEST_PART = 20
_LONGEST_NUMBER = 5
_DIGITS_OF_DIGEST = 12
_NUMBERED = lazy_pattern("-[2-9]$")
_ENDING = lazy_pattern(r"(?:\.[A-Za-z][A-Za-z0-9]{1,4})+$")
_HAN = lazy_pattern("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")


def taken_ids(corpus: Corpus) -> set[str]:
    """Every id that something in the corpus has or had."""
    records = [entry.record for entry in corpus.entries]
    kinds = ("actors", "instruments", "occasions", "sources")
    things = (each for record in records for kind in kinds for each in getattr(record, kind, ()))
    return {each.id for each in records} | {id for each in things for id in (each.id, *each.former_ids)}


def record_id(title: str, year: str, taken: Collection[str]) -> str:
    """The id of an announcement: the first words of its title, and the year if that is known."""
    words = [word for word in slug(title, 200).split("-") if word and word not in _SMALL]
    name = slug("-".join(words[:_WORDS_OF_TITLE]), _LONGEST_TITLE)
    if not any(map(str.isalpha, name)):
        name = f"announcement-{name}".strip("-")
    return free(f"{name}-{year}" if year and not name.endswith(f"-{year}") else name, taken)


def source_id(publisher: str, url: str, title: str, ending: str, taken: Collection[str]) -> str:
    """The id of a source: who publishes it, and ``ending``, or else words of its title or its address."""
    first = slug(publisher) or slug(site_name(f"https://{site(url)}/") if url else "") or "source"
    last = _last_part(url)
    words = [] if ending else _words(title) or _words(last) or [slug(last, _LONGEST_PART)]
    return free("-".join(filter(None, (first, ending, *words))), taken)


def thing_id(name: str, country: str, taken: Collection[str]) -> str:
    """The id of an actor, instrument or occasion: its name, behind the code of a country if one is given; empty if the
    name has no letter."""
    words = slug(name)
    return free("-".join(filter(None, (country.lower(), words))), taken) if words else ""


def keyed_id(prefix: str, key: str, taken: Collection[str]) -> str:
    """The id of what foreign data tells apart by a key: of an address its last part, unless that is taken."""
    last = _whole(prefix, key.rstrip("/").rpartition("/")[2] or key)
    return last if last not in taken and is_id(last) else free(_whole(prefix, key), taken)


def digest_key(*texts: str) -> str:
    """A short key from texts that tell a row apart."""
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:_DIGITS_OF_DIGEST]


def refused(id: str, taken: Collection[str]) -> str:
    """Why an id that somebody has chosen cannot be taken; empty if it can."""
    if not is_id(id):
        return f"{id!r} is no id; ids are lower-case words with hyphens"
    if refused_by_windows(id):
        return f"the id {id!r} cannot be the name of a file on Windows"
    return f"the id {id!r} is taken" if id in taken else ""


def usual_ending(sources: Iterable[Source]) -> str:
    """What most ids of the sources of a record have behind their publisher; empty if they have nothing in common."""
    endings = Counter(_ending(each) for each in sources)
    total = endings.total()
    best, count = endings.most_common(1)[0] if endings else ("", 0)
    return best if best and 2 * count > total else ""


def free(id: str, taken: Collection[str]) -> str:
    """The id, shortened to whole words; with a number if it is taken, or is no name for a file.

    >>> free("gazette", {"gazette", "gazette-2"}), free("gazette", {"gazette", "gazette-2", "gazette-4"})
    ('gazette-3', 'gazette-5')
    """
    first = slug(id, _LONGEST)
    if first not in taken and not refused_by_windows(first):
        return first
    used, unused = 1, 2
    while f"{first}-{unused}" in taken:
        used, unused = unused, 2 * unused
    while unused - used > 1:  # thousands may have the same name, so that not each of them is tried
        middle = (used + unused) // 2
        used, unused = (middle, unused) if f"{first}-{middle}" in taken else (used, middle)
    return f"{first}-{unused}"


def slug(text: str, most: int = _LONGEST) -> str:
    """A part of an id, made of the words of a text in Latin letters; empty if it has no letter or digit.

    >>> slug("Anne Bouverot’s Plan"), slug("深圳 2030"), slug("Минцифры")
    ('anne-bouverots-plan', 'shen-zhen-2030', 'mintsifry')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", _in_latin(fold(text)).replace("'", "")).strip("-")
    return plain if len(plain) <= most else plain[:most].rpartition("-")[0] or plain[:most]


def _in_latin(folded: str) -> str:
    """The text in Latin letters; a Chinese character is a word of its own, as nothing shows where words end."""
    if folded.isascii():
        return folded
    from anyascii import anyascii

    return anyascii(_HAN.sub(r" \1 ", folded)).lower()


def _whole(prefix: str, key: str) -> str:
    """The key as an id; one that has to be shortened, or has no letters, ends with a digest of the whole."""
    words = slug(key, _LONGEST_KEY)
    is_whole = bool(words) and len(slug(key, len(key) + len(prefix) + _LONGEST)) <= _LONGEST_KEY
    return f"{prefix}-{words}" if is_whole else "-".join(filter(None, (prefix, words, digest_key(key)[:6])))


def _ending(source: Source) -> str:
    head = slug(source.publisher or "")
    rest = source.id.removeprefix(f"{head}-") if head else ""
    return _NUMBERED.sub("", rest) if rest != source.id else ""


def _words(text: str) -> list[str]:
    words = [word for word in slug(text, 300).split("-") if word and word not in _SMALL]
    kept = [word for word in words if not _is_number_of_page(word)]
    return kept[:_WORDS_OF_PAGE] if len(kept) > 1 and any(word.isalpha() for word in kept) else []


def _is_number_of_page(word: str) -> bool:
    return word.isdecimal() and len(word) > _LONGEST_NUMBER


def _last_part(url: str) -> str:
    path = url.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/")
    return _ENDING.sub("", path.rpartition("/")[2]) if "/" in path else ""
