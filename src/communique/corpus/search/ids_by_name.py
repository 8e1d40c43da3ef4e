"""Ids that an undefined id may mean, found by country names or by words of ids and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ... import models
from ...codelists import ActorType
from ...lexicon.countries import countries, short_form
from ...lexicon.words import spellings
from .searchable import things

if TYPE_CHECKING:
    from ..corpus import Corpus

_MAX_IDS = 3  # more than these are not suggested
_MAX_MATCHES = 200  # a word that more things have is not searched


class NamedIds:
    """An index of the names in a corpus, by word and by country."""

    def __init__(self, corpus: Corpus) -> None:
        self._by_word: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._of_country: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._countries: dict[str, list[str]] = defaultdict(list)
        for kind, thing in things(corpus):
            for word in {word for text in _texts(thing) for words in spellings(text) for word in words}:
                self._by_word[kind, word].add(thing.id)
            if isinstance(thing, models.Actor) and thing.country:
                self._of_country[kind, thing.country].add(thing.id)
                if thing.type is ActorType.COUNTRY:
                    self._countries[thing.country].append(thing.id)

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


def _texts(thing: models.Announcement | models.Entity) -> Iterator[str]:
    yield thing.id
    if isinstance(thing, models.Announcement):
        yield from thing.title.values()
        return
    yield from thing.former_ids
    if isinstance(thing, models.NamedEntity):
        yield from thing.name.values()
        yield from (other.name for other in thing.other_names)
        yield from filter(None, map(short_form, thing.name.values()))
