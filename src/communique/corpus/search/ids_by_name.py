"""Ids that an undefined id may mean, found by country names or by words of ids and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...lexicon.countries import countries, short_form
from ...lexicon.words import spellings

_MAX_IDS = 3  # more than these are not suggested
_MAX_MATCHES = 200  # a word that more things have is not searched


class NamedThing(NamedTuple):
    """A thing with what it is called: its names, and everything else, such as titles, other names and former ids.

    ``country`` is that of an actor, which may be the country itself.
    """

    id: str
    kind: str
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    country: str | None = None
    is_country: bool = False


class NamedIds:
    """An index of names, by word and by country."""

    def __init__(self, things: Iterable[NamedThing]) -> None:
        self._by_word: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._of_country: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._countries: dict[str, list[str]] = defaultdict(list)
        for each in things:
            for word in {word for text in _texts(each) for words in spellings(text) for word in words}:
                self._by_word[each.kind, word].add(each.id)
            if each.country:
                self._of_country[each.kind, each.country].add(each.id)
                if each.is_country:
                    self._countries[each.country].append(each.id)

    def meant(self, id: str, kinds: Iterable[str]) -> list[str]:
        """The ids of these kinds that may be meant; empty if there are too many.

        An id that is the name or the code of a country means only the actor of the type country. For any other id, a
        thing must match all words. A country name also matches the things of that country.
        """
        words = tuple(id.split("-"))
        if codes := countries().get(words):
            found = [each for code in sorted(codes) for each in self._countries.get(code, ()) if "actor" in kinds]
        else:
            found = sorted({each for kind in kinds for each in self._with_all(kind, words)})
        return found if len(found) <= _MAX_IDS else []

    def _with_all(self, kind: str, words: tuple[str, ...]) -> set[str]:
        rarest, *others = sorted((self._with(kind, word) for word in words), key=lambda sets: sum(map(len, sets)))
        if sum(map(len, rarest)) > _MAX_MATCHES:
            return set()
        candidates: set[str] = set().union(*rarest)
        return {each for each in candidates if all(any(each in some for some in sets) for sets in others)}

    def _with(self, kind: str, word: str) -> list[set[str]]:
        """The things with the word, and those of the country that it names; not united, which would be slow."""
        of_country = (self._of_country.get((kind, code), set()) for code in countries().get((word,), ()))
        return [self._by_word.get((kind, word), set()), *of_country]


def _texts(thing: NamedThing) -> Iterator[str]:
    yield from (thing.id, *thing.names, *thing.others)
    yield from filter(None, map(short_form, thing.names))
