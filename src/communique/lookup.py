"""Finds ids by words: what somebody calls a thing, to the id by which records refer to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from enum import IntEnum
from typing import NamedTuple

from .corpus import Corpus
from .countries import countries, short_form
from .folding import fold
from .life import days
from .models import (
    Actor,
    Announcement,
    Entity,
    Instrument,
    Model,
    NamedEntity,
    Occasion,
    Source,
    main_text,
)
from .models.codelists import ActorType, RecordStatus
from .ranking import shown
from .tokens import spellings, tokens

KINDS: dict[str, type[Model]] = {
    "announcement": Announcement,
    "actor": Actor,
    "instrument": Instrument,
    "occasion": Occasion,
    "source": Source,
}
"""What can be found, by the name of its kind."""

_SHORT = 2
"""A word of so many letters from a to z is found only as a word of its own: it is a part of nearly every name."""
_LONGEST_NAME = 8
_LIKE = 0.75
_SHORTEST_SLIP = 4
_MOST_WORDS = 20_000
_LONGEST_WORD = 40


class Found(NamedTuple):
    """A thing that the words fit: its id, what it is, its country and its day as far as it has any, and its name."""

    id: str
    kind: str
    country: str
    day: str
    name: str


class _Fit(IntEnum):
    """How the words fit a thing; the best fit is the least."""

    COUNTRY = 0
    EXACT = 1
    BEGINNING = 2
    WORDS = 3
    OF_COUNTRY = 4
    PART = 5


def look_up(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> list[Found]:
    """Everything that all of the words fit, of the kinds if any are given: the best fit and the shortest name first.

    Looked through are ids and former ids, names and titles in all languages, publishers, identifiers and addresses,
    and countries by their usual names and codes. Accents, case, width, quotes, hyphens and signs that do not show make
    no difference. A word of two letters has to be a word of its own.
    """
    address = _address(words.strip()) if re.fullmatch(r"\S+[./]\S+", words.strip()) else ""
    queries = [_Query(spelt, address) for spelt in sorted(spellings(words)) if spelt]
    found: list[tuple[_Fit, Found]] = []
    for kind, thing in _things(corpus, kinds):
        texts = _Texts(thing, corpus)
        if fits := [fit for query in queries if (fit := query.fit(texts)) is not None]:
            found.append((min(fits), Found(thing.id, kind, texts.country, _day(thing), _titled(thing))))
    found.sort(key=_order)
    return [each for _, each in found]


def _order(pair: tuple[_Fit, Found]) -> tuple[object, ...]:
    """Sources come after everything else, unless the words are all that one is called: titles name so many things."""
    fit, found = pair
    return (fit > _Fit.EXACT and found.kind == "source", fit, len(found.name), found.id)


def corrected(words: str, corpus: Corpus, kinds: Collection[str] = ()) -> str:
    """The words with those that are in no name replaced by the one most like it; nothing if there is none for one.

    The cost grows with the number of different words in names, of which so many are looked at.
    """
    known = dict.fromkeys(word for _, thing in _things(corpus, kinds) for word in _Texts(thing, corpus).words)
    names = list(known)[:_MOST_WORDS]
    better = [word if word in known else _nearest(word, names) for word in tokens(words)[:_LONGEST_NAME]]
    return " ".join(better) if all(better) else ""


def _nearest(word: str, names: list[str]) -> str:
    if not _SHORTEST_SLIP <= len(word) <= _LONGEST_WORD:
        return ""
    # The matcher remembers what it knows of its second text.
    matcher = SequenceMatcher(None, b=word, autojunk=False)
    best, most = "", _LIKE
    for name in names:
        if abs(len(name) - len(word)) <= _SHORT:
            matcher.set_seq1(name)
            if matcher.quick_ratio() > most and (ratio := matcher.ratio()) > most:
                best, most = name, ratio
    return best


class _Texts:
    """What a thing can be found by."""

    def __init__(self, thing: Announcement | Entity, corpus: Corpus) -> None:
        spelt = {words for text in _texts(thing) for words in spellings(text)}
        self.names = {" ".join(words) for words in spelt}
        self.words = {word for words in spelt for word in words}
        self.addresses = {_address(text) for text in _addresses(thing)}
        self.country = _country(thing, corpus)
        self.is_country = isinstance(thing, Actor) and thing.type is ActorType.COUNTRY


class _Query:
    """Words that are looked for, and the address that they may be."""

    def __init__(self, words: tuple[str, ...], address: str) -> None:
        self._words = words
        self._whole = " ".join(words)
        self._address = address
        self._countries = _named_countries(self._words)

    def fit(self, texts: _Texts) -> _Fit | None:
        """How the words fit; None if they do not."""
        covered = self._countries.get(texts.country, frozenset())
        if texts.is_country and len(covered) == len(self._words):
            return _Fit.COUNTRY
        if self._whole in texts.names or self._address in texts.addresses:
            return _Fit.EXACT
        if any(self._begins(name) for name in texts.names):
            return _Fit.BEGINNING
        if texts.words.issuperset(self._words):
            return _Fit.WORDS
        rest = [word for place, word in enumerate(self._words) if place not in covered]
        if texts.words.issuperset(rest):
            return _Fit.OF_COUNTRY
        if all(word in texts.words or _within(word, texts.names) for word in rest):
            return _Fit.PART
        within = self._address and any(self._address in address for address in texts.addresses)
        return _Fit.PART if within else None

    def _begins(self, name: str) -> bool:
        return name.startswith(f"{self._whole} " if _is_short(self._whole) else self._whole)


def _within(word: str, names: Collection[str]) -> bool:
    return not _is_short(word) and any(word in name for name in names)


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


def _things(corpus: Corpus, kinds: Collection[str]) -> Iterator[tuple[str, Announcement | Entity]]:
    everything: dict[str, Collection[Announcement | Entity]] = {
        "announcement": corpus.announcements.values(),
        "actor": corpus.actors.values(),
        "instrument": corpus.instruments.values(),
        "occasion": corpus.occasions.values(),
        "source": corpus.sources.values(),
    }
    for kind, things in everything.items():
        if not kinds or kind in kinds:
            yield from ((kind, thing) for thing in things)


def _texts(thing: Announcement | Entity) -> Iterator[str]:
    yield thing.id
    yield _name(thing)
    if isinstance(thing, Announcement):
        yield from thing.title.values()
        return
    yield from thing.former_ids
    yield from (identifier.value for identifier in thing.identifiers)
    if isinstance(thing, NamedEntity):
        yield from thing.name.values()
        yield from (other.name for other in thing.other_names)
        yield from filter(None, map(short_form, thing.name.values()))
    if isinstance(thing, Source):
        yield from filter(None, (thing.publisher, thing.title))


def _addresses(thing: Announcement | Entity) -> Iterator[str]:
    if isinstance(thing, Entity) and thing.url:
        yield thing.url
    if isinstance(thing, Source) and thing.archived_url:
        yield thing.archived_url


def _address(text: str) -> str:
    """An address without what makes no difference to where it leads, or little."""
    return re.sub(r"^(https?://)?(www\.)?", "", fold(text)).rstrip("/")


def _name(thing: Announcement | Entity) -> str:
    if isinstance(thing, Source):
        return ": ".join(part for part in (thing.publisher, thing.title) if part)
    if isinstance(thing, Announcement):
        return main_text(thing.title)
    return main_text(thing.name) if isinstance(thing, NamedEntity) else ""


def _titled(thing: Announcement | Entity) -> str:
    """The name, with the status of a record that does not count, or does not yet."""
    if isinstance(thing, Announcement) and thing.status is not RecordStatus.REVIEWED:
        return f"{_name(thing)} ({thing.status})"
    return _name(thing)


def _country(thing: Announcement | Entity, corpus: Corpus) -> str:
    """The country that it belongs to, or in which it takes place."""
    if isinstance(thing, Actor):
        return thing.country or ""
    if isinstance(thing, Announcement) and thing.place and thing.place.country:
        return thing.place.country
    occasion = corpus.occasions.get(thing.occasion or "") if isinstance(thing, Announcement) else thing
    return (occasion.place.country or "") if isinstance(occasion, Occasion) and occasion.place else ""


def _day(thing: Announcement | Entity) -> str:
    """When it was announced, takes place or was published; rival days side by side."""
    if isinstance(thing, Announcement):
        found = [str(day) for day in days(thing)]
    elif isinstance(thing, Occasion):
        found = [str(each.value) for each in shown(thing.dates) if each.part is None]
    else:
        found = [str(thing.published)] if isinstance(thing, Source) and thing.published else []
    return " or ".join(dict.fromkeys(day.partition("T")[0] for day in found))
