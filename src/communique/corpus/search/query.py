"""Finds ids by words of names, titles, identifiers and addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from ... import models
from ...lexicon.countries import countries, country_in_any_language
from ...lexicon.words import spellings
from .searchable import Texts, address_of, day_of, things, titled

if TYPE_CHECKING:
    from ..corpus import Corpus

_SHORT = 2
"""A word of at most this many ASCII letters matches whole words only."""
_LONGEST_NAME = 8


class Found(NamedTuple):
    """A search result: id, kind, country, day and name; country and day may be empty.

    ``DE`` means that the thing belongs to the country, ``in DE`` that it takes place there.
    """

    id: str
    kind: str
    country: str
    day: str
    name: str

    @property
    def line(self) -> str:
        """The result on one line."""
        return "  ".join(filter(None, self))


class Fit(IntEnum):
    """How the words match a thing; a lower value is a better match."""

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
    """Words begin with the query, or contain it in a script without spaces or without capitals."""
    INSIDE = 9


def look_up(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """Everything of these kinds that matches all of the words: the best match and the shortest name first.

    The search covers ids, former ids, names and titles in all languages, publishers, identifiers, addresses, and
    countries by their codes and their names in many languages. It ignores differences of accents, case, width, quotes,
    hyphens, invisible characters, and British or American endings. A word of two letters matches whole words only.
    Text inside a longer word matches only if there is no better match.
    """
    address = address_of(words.strip()) if is_address(words) else ""
    queries = [Query(spelt, address) for spelt in sorted(spellings(words)) if spelt]
    found = _search(queries, corpus, kinds)
    if _may_be_in_another_language(words, found) and (code := country_in_any_language(words)):
        found = _search([*queries, *(Query(query.words, address, code) for query in queries)], corpus, kinds)
    best = min((fit for fit, _ in found), default=Fit.INSIDE)
    return [each for fit, each in sorted(found, key=_order) if fit is not Fit.INSIDE or best >= Fit.PART]


def is_address(words: str) -> bool:
    """Whether the words may be a web address, or a part of one."""
    return re.fullmatch(r"\S+[./]\S+", words.strip()) is not None


def described(kind: str, thing: models.Announcement | models.Entity, texts: Texts) -> Found:
    """The search result for the thing."""
    return Found(thing.id, kind, texts.country, day_of(thing), titled(thing))


def _search(queries: Collection[Query], corpus: Corpus, kinds: Collection[str]) -> list[tuple[Fit, Found]]:
    found: list[tuple[Fit, Found]] = []
    for kind, thing in things(corpus, kinds):
        texts = Texts(thing, corpus)
        if fits := [fit for query in queries if (fit := query.fit(texts)) is not None]:
            found.append((min(fits), described(kind, thing, texts)))
    return found


def _order(pair: tuple[Fit, Found]) -> tuple[object, ...]:
    """The sort key. Sources come last, except on an exact match, because their titles contain many names."""
    fit, found = pair
    return (fit > Fit.EXACT and found.kind == "source", fit, len(found.name), found.id)


def _may_be_in_another_language(words: str, found: Iterable[tuple[Fit, Found]]) -> bool:
    """Whether to search the names of countries in other languages, which is slow."""
    best = min((fit for fit, each in found if each.kind != "source"), default=Fit.INSIDE)
    return best > Fit.COUNTRY and (best >= Fit.PART or not words.isascii())


class Query:
    """The words of a search, the address that they may be, and the country that they name."""

    def __init__(self, words: tuple[str, ...], address: str = "", country: str = "") -> None:
        self.words = words
        self._whole = " ".join(words)
        self._address = address
        self._countries = {country: frozenset(range(len(words)))} if country else _named_countries(words)

    def fit(self, texts: Texts) -> Fit | None:
        """How the words match; None if they do not."""
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
        """The indexes of the words that are in its names or name its country."""
        return self._covered(texts.of) | {place for place, word in enumerate(self.words) if word in texts.words}

    def _named(self, texts: Texts) -> Fit | None:
        """How the words match its names as whole words. The position in a title makes no difference."""
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
        """The indexes of the words that name one of the countries."""
        return frozenset().union(*(self._countries.get(code, frozenset()) for code in codes))

    def _rest(self, covered: frozenset[int]) -> list[str]:
        return [word for place, word in enumerate(self.words) if place not in covered]


def _begins(word: str, words: Collection[str]) -> bool:
    has_spaces = word.isascii() or word.upper() != word  # every script with capitals has spaces
    return _within(word, words) and (not has_spaces or any(each.startswith(word) for each in words))


def _within(word: str, words: Collection[str]) -> bool:
    return not _is_short(word) and any(word in each for each in words)


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word.isascii()


def _named_countries(words: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """The indexes of the words that name a country, by its code."""
    found: dict[str, set[int]] = defaultdict(set)
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            for code in countries().get(words[start:end], ()):
                found[code].update(range(start, end))
    return {code: frozenset(places) for code, places in found.items()}
