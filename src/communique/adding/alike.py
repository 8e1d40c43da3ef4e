"""Things of a corpus whose names are like a name: so that nothing is defined twice under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..authoring.new_ids import slug
from ..codelists import ActorType
from ..corpus.definitions import Definition
from ..corpus.search.similar_ids import NearIds
from ..lexicon.words import spellings, tokens

if TYPE_CHECKING:
    from ..models import NamedEntity

Words = tuple[str, ...]

_SMALL = frozenset({"a", "an", "and", "de", "for", "in", "la", "of", "on", "the", "to", "und"})
_SHORTEST_INITIALS = 3
_MOST = 5
_MOST_NAMES = 200
"""A word that more names have says too little."""


class Names:
    """The names, other names, ids and former ids of things."""

    def __init__(self, things: Iterable[NamedEntity]) -> None:
        self._ids: dict[Words, set[str]] = defaultdict(set)
        self._with_word: dict[str, set[Words]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._countries: set[str] = set()
        for each in things:
            self.add(each.id, _texts(each), is_country=getattr(each, "type", "") == ActorType.COUNTRY)

    def add(self, id: str, texts: Iterable[str], *, is_country: bool = False) -> None:
        """Take in another thing with its names."""
        if is_country:
            self._countries.add(id)
        for text in texts:
            for initials in _initials(text):
                self._initials[initials].add(id)
            for words in spellings(text):
                self._ids[words].add(id)
                for word in words:
                    self._with_word[word].add(words)

    def same(self, name: str) -> list[str]:
        """The ids of the things that are called so, apart from case, accents, hyphens and the like."""
        return sorted({id for words in spellings(name) for id in self._ids.get(words, ())})

    def alike(self, name: str) -> list[str]:
        """The ids of some things that may be meant: with the same words in another order, with more or fewer words,
        with initials for words, or with a typing error."""
        found: dict[str, None] = {}
        for words in sorted(spellings(name)):
            found |= dict.fromkeys(self._by_words(words))
            if len(words) == 1 and len(words[0]) >= _SHORTEST_INITIALS:
                found |= dict.fromkeys(sorted(self._initials.get(words[0], ())))
        for initials in _initials(name):
            found |= dict.fromkeys(sorted(self._ids.get((initials,), ())))
        if nearest := self._nearest(name):
            found |= dict.fromkeys(sorted(nearest))
        return [*found][:_MOST]

    def _by_words(self, words: Words) -> Iterator[str]:
        named = [self._with_word.get(word, set()) for word in words if word not in _SMALL]
        rare = [each for some in named if len(some) <= _MOST_NAMES for each in some]
        for other in sorted(set(rare), key=lambda each: (len(each), each)):
            if _are_alike(words, other):
                yield from sorted(self._ids[other])
            elif _has_all(words, other) and len(_heavy(other)) > 1:
                yield from sorted(self._ids[other] - self._countries)

    def _nearest(self, name: str) -> set[str]:
        """The things whose name is the same but for a typing error."""
        near, known = self._near
        found = near.nearest(slug(name), ["name"], "")
        return self._ids[known[found]] if found else set()

    @cached_property
    def _near(self) -> tuple[NearIds, dict[str, Words]]:
        """The names as ids, in which typing errors are found, and the words of each."""
        known = {slug(" ".join(words)): words for words in self._ids if all(map(str.isascii, words))}
        return NearIds({each: (Definition(each, "name", "", ()),) for each in known}), known


def _texts(thing: NamedEntity) -> Iterator[str]:
    yield from (thing.id, *thing.former_ids, *thing.name.values())
    yield from (each.name for each in thing.other_names)


def _heavy(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _SMALL]


def _are_alike(asked: Words, known: Words) -> bool:
    """Whether all words that were asked for are among the known ones, one of which an initial may stand for."""
    return _has_all(known, asked) or _with_initials(asked, known) or _with_initials(known, asked)


def _has_all(words: Words, wanted: Words) -> bool:
    heavy = _heavy(wanted)
    return bool(heavy) and set(heavy) <= set(words)


def _with_initials(short: Words, full: Words) -> bool:
    """Whether one is a person's name with initials, such as J. Biden, and the other has the names themselves."""
    if len(short) != len(full) or len(short) < 2 or short[-1] != full[-1] or len(short[-1]) == 1:
        return False
    pairs = [*zip(short, full, strict=True)]
    return all(one == other or (len(one) == 1 and other.startswith(one)) for one, other in pairs)


def _initials(text: str) -> set[str]:
    """The initials of a name of several words; an abbreviation in it stays whole or not: waico, of AI in the name."""
    words: Sequence[str] = _heavy(tokens(text))
    if len(words) < _SHORTEST_INITIALS or not all(word.isascii() and word.isalpha() for word in words):
        return set()
    found = {"".join(word[0] for word in words), "".join(word if len(word) == 2 else word[0] for word in words)}
    return {each for each in found if len(each) >= _SHORTEST_INITIALS}
