"""Finds ids by words: what somebody calls a thing, to the id by which records refer to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from ...lexicon.countries import countries, country_in_any_language
from ...lexicon.words import spellings
from ...models import Announcement, Entity
from .searchable import Texts, address_of, day_of, things, titled

if TYPE_CHECKING:
    from ..corpus import Corpus

_SHORT = 2
"""A word of so many letters from a to z is found only as a word of its own: it is a part of nearly every name."""
_LONGEST_NAME = 8


class Found(NamedTuple):
    """A thing that the words fit: its id, what it is, its country and its day as far as it has any, and its name.

    The country is that to which it belongs, as ``DE``, or that in which it takes place, as ``in DE``.
    """

    id: str
    kind: str
    country: str
    day: str
    name: str

    @property
    def line(self) -> str:
        """All that is known of it on one line."""
        return "  ".join(filter(None, self))


class Fit(IntEnum):
    """How the words fit a thing; the best fit is the least."""

    COUNTRY = 0
    EXACT = 1
    CALLED = 2
    """The id ends with the words, as joe-biden does."""
    BEGINNING = 3
    END = 4
    WORDS = 5
    OF_COUNTRY = 6
    IN_COUNTRY = 7
    PART = 8
    """Words begin so, or hold this in a writing that has no spaces or puts articles before its words."""
    INSIDE = 9


def look_up(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """Everything that all of the words fit, of the kinds if any are given: the best fit and the shortest name first.

    Looked through are ids and former ids, names and titles in all languages, publishers, identifiers and addresses,
    and countries by their codes and their names in the languages of the world. Accents, case, width, quotes, hyphens,
    signs that do not show, and British or American endings make no difference. A word of two letters has to be a word
    of its own; what stands inside a longer word is found only if nothing has the words otherwise.
    """
    address = address_of(words.strip()) if is_address(words) else ""
    queries = [Query(spelt, address) for spelt in sorted(spellings(words)) if spelt]
    found = _search(queries, corpus, kinds)
    if _may_be_foreign(words, found) and (code := country_in_any_language(words)):
        found = _search([*queries, *(Query(query.words, address, code) for query in queries)], corpus, kinds)
    best = min((fit for fit, _ in found), default=Fit.INSIDE)
    return [each for fit, each in sorted(found, key=_order) if fit is not Fit.INSIDE or best >= Fit.PART]


def is_address(words: str) -> bool:
    """Whether the words may be an address, or a part of one."""
    return re.fullmatch(r"\S+[./]\S+", words.strip()) is not None


def described(kind: str, thing: Announcement | Entity, texts: Texts) -> Found:
    """What a list says of the thing."""
    return Found(thing.id, kind, texts.country, day_of(thing), titled(thing))


def _search(queries: Collection[Query], corpus: Corpus, kinds: Collection[str]) -> list[tuple[Fit, Found]]:
    found: list[tuple[Fit, Found]] = []
    for kind, thing in things(corpus, kinds):
        texts = Texts(thing, corpus)
        if fits := [fit for query in queries if (fit := query.fit(texts)) is not None]:
            found.append((min(fits), described(kind, thing, texts)))
    return found


def _order(pair: tuple[Fit, Found]) -> tuple[object, ...]:
    """Sources come after everything else, unless the words are all that one is called: titles name so many things."""
    fit, found = pair
    return (fit > Fit.EXACT and found.kind == "source", fit, len(found.name), found.id)


def _may_be_foreign(words: str, found: Iterable[tuple[Fit, Found]]) -> bool:
    """Whether it is worth the time to look for the words among the names of countries in the languages of the world."""
    best = min((fit for fit, each in found if each.kind != "source"), default=Fit.INSIDE)
    return best > Fit.COUNTRY and (best >= Fit.PART or not words.isascii())


class Query:
    """Words that are looked for, the address that they may be, and the country whose name they are known to be."""

    def __init__(self, words: tuple[str, ...], address: str = "", country: str = "") -> None:
        self.words = words
        self._whole = " ".join(words)
        self._address = address
        self._countries = {country: frozenset(range(len(words)))} if country else _named_countries(words)

    def fit(self, texts: Texts) -> Fit | None:
        """How the words fit; None if they do not."""
        of, there = self._covered(texts.of), self._covered({texts.place})
        if texts.is_country and len(of) == len(self.words):
            return Fit.COUNTRY
        named = self._named(texts)
        if named is not None:
            return named
        if texts.words.issuperset(self._rest(of)):
            return Fit.OF_COUNTRY
        if texts.words.issuperset(self._rest(there)):
            return Fit.IN_COUNTRY
        return self._part(texts, self._rest(of | there))

    def fitting(self, texts: Texts) -> frozenset[int]:
        """The places of the words that are in its names or name its country."""
        return self._covered(texts.of) | {place for place, word in enumerate(self.words) if word in texts.words}

    def _named(self, texts: Texts) -> Fit | None:
        """How the words fit its names as whole words. A title is a sentence: its ends are no better than its middle."""
        if self._whole in texts.names or self._address in texts.addresses:
            return Fit.EXACT
        if not texts.words.issuperset(self.words):
            return None
        if any(each.endswith(f" {self._whole}") for each in texts.ids):
            return Fit.CALLED
        if texts.is_entity and any(each.startswith(f"{self._whole} ") for each in texts.names):
            return Fit.BEGINNING
        ends = texts.is_entity and any(each.endswith(f" {self._whole}") for each in texts.names)
        return Fit.END if ends else Fit.WORDS

    def _part(self, texts: Texts, rest: Collection[str]) -> Fit | None:
        if all(word in texts.words or _begins(word, texts.words) for word in rest):
            return Fit.PART
        if self._address and any(self._address in address for address in texts.addresses):
            return Fit.PART
        inside = all(word in texts.words or _within(word, texts.words) for word in rest)
        return Fit.INSIDE if inside else None

    def _covered(self, codes: Iterable[str]) -> frozenset[int]:
        """The places of the words that name one of the countries."""
        return frozenset().union(*(self._countries.get(code, frozenset()) for code in codes))

    def _rest(self, covered: frozenset[int]) -> list[str]:
        return [word for place, word in enumerate(self.words) if place not in covered]


def _begins(word: str, words: Collection[str]) -> bool:
    has_spaces = word.isascii() or word.upper() != word  # of the writings with capitals, all have
    return _within(word, words) and (not has_spaces or any(each.startswith(word) for each in words))


def _within(word: str, words: Collection[str]) -> bool:
    return not _is_short(word) and any(word in each for each in words)


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word.isascii()


def _named_countries(words: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """The places of the words that name a country, by its code."""
    found: dict[str, set[int]] = defaultdict(set)
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            for code in countries().get(words[start:end], ()):
                found[code].update(range(start, end))
    return {code: frozenset(places) for code, places in found.items()}
