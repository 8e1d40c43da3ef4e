"""The names of what the corpus knows, and where they are in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..authoring.new_ids import slug, taken_ids, thing_id
from ..codelists import ActorType, NameType
from ..lazy import lazy_pattern
from ..lexicon.countries import codes_of, country_of_part, short_form
from ..lexicon.folding import fold
from ..models import Actor, Instrument, NamedEntity, Occasion
from .article import Words
from .posts import is_post
from .tokens import Token, tokens, word_set

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

_HAN = lazy_pattern("[\u3041-\u30ff\u4e00-\u9fff]{2,}")
_SHORT = 4
_MOST_WORDS_OF_A_COUNTRY = 8
_PARTS_OF_COUNTRIES = word_set("New North South East West Northern Southern Eastern Western Inner Outer")
_IN_NAMES = lazy_pattern("[ '’]")
_KINDS: tuple[tuple[str, type[NamedEntity]], ...] = (
    ("actor", Actor),
    ("instrument", Instrument),
    ("occasion", Occasion),
)
_COUNTRY_CODES = frozenset({"US", "UK", "UAE", "USA", "PRC", "DPRK", "ROK"})
"""Codes and abbreviations that are used as names in running text; others are words, such as IN and IT."""


class Mention(NamedTuple):
    """A place in the text where something is named: by kind and id, or by id and name if it is new to the corpus."""

    start: int
    end: int
    text: str
    kind: str
    id: str
    type: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.type == ActorType.PERSON


class _Name(NamedTuple):
    words: tuple[str, ...]
    text: str
    kind: str
    id: str
    type: str
    country: str = ""
    """The country whose possessive has to come before the name, as in "China’s Ministry of Foreign Affairs"."""


class KnownNames:
    """Every name of every actor, instrument and occasion of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.actors, self.occasions = corpus.actors, corpus.occasions
        self._taken = frozenset(taken_ids(corpus))
        self.taken = set(self._taken)
        """The ids that something has, in the corpus or in the draft."""
        self._given: dict[tuple[str, str], str] = {}
        self._instruments: dict[str, set[str]] = defaultdict(set)
        self._by_word: dict[str, list[_Name]] = defaultdict(list)
        self._unspaced: dict[str, list[_Name]] = defaultdict(list)
        for kind, model in _KINDS:
            for thing in getattr(corpus, f"{kind}s").values():
                if isinstance(thing, model):
                    self._add(kind, thing)
        for names in self._by_word.values():
            names.sort(key=lambda each: (-len(each.words), each.id))

    @cached_property
    def countries(self) -> dict[str, str]:
        """The ids of the countries, by their ISO 3166-1 codes."""
        countries = (each for each in self.actors.values() if each.type is ActorType.COUNTRY and each.country)
        return {str(each.country): each.id for each in countries}

    def actor(self, name: str) -> str:
        """The id of the only actor with exactly this name; empty if there is none."""
        words = tuple(fold(each.text) for each in tokens(name))
        names = self._by_word.get(words[0], ()) if words else ()
        ids = {each.id for each in names if each.words == words and each.kind == "actor" and not each.country}
        return ids.pop() if len(ids) == 1 else ""

    def in_context(self, name: str, text: str) -> str:
        """The id of the only actor with this name, or with it behind that of another one in the text.

        In a text with the words United Nations, General Assembly is the one of the United Nations.
        """
        if found := self.actor(name):
            return found
        words = tuple(fold(each.text) for each in tokens(name))
        ids = {
            each.id
            for each in self._by_last_word.get(words[-1] if words else "", ())
            if each.kind == "actor" and each.words[-len(words) :] == words and self._is_before(each, len(words), text)
        }
        return ids.pop() if len(ids) == 1 else ""

    def _is_before(self, name: _Name, length: int, text: str) -> bool:
        """Whether the first words of a longer name are the name of an actor that the text has."""
        first = " ".join(name.text.split()[:-length])
        return bool(first) and first in text and self.actor(first) != ""

    @cached_property
    def _by_last_word(self) -> dict[str, list[_Name]]:
        found: dict[str, list[_Name]] = defaultdict(list)
        for names in self._by_word.values():
            for each in names:
                found[each.words[-1]].append(each)
        return found

    def instrument(self, name: str) -> str:
        """The id of the only instrument with this name, in whatever capitals; empty if there is none."""
        ids = self._instruments.get(fold(name), ())
        return next(iter(ids)) if len(ids) == 1 else ""

    def free_id(self, kind: str, name: str) -> str:
        """The id for something new of this kind and name, that nothing else has; empty if the name gives none."""
        asked = (kind, slug(name))
        if asked not in self._given:
            self._given[asked] = thing_id(name, "", self.taken)
            self.taken.add(self._given[asked])
        return self._given[asked]

    def alike(self) -> list[str]:
        """The proposed ids that differ from one of the corpus only by a number, for the curator."""
        pairs = ((id, first) for (_, first), id in self._given.items() if id != first and first in self._taken)
        return [f"id {id}: is it the same as {first}, which the corpus has?" for id, first in pairs]

    def _add(self, kind: str, thing: NamedEntity) -> None:
        type = str(thing.type) if isinstance(thing, Actor | Instrument) else ""
        for text in dict.fromkeys([*_names(thing), *_of_id(kind, thing)]):
            if isinstance(thing, Instrument):
                self._instruments[fold(text)].add(thing.id)
            if _HAN.fullmatch(text):
                self._unspaced[text].append(_Name((), text, kind, thing.id, type))
                continue
            words = tuple(fold(each.text) for each in tokens(text))
            if words:
                self._by_word[words[0]].append(_Name(words, text, kind, thing.id, type))
            if own := _without_country(text):
                base, country = own
                words = tuple(fold(each.text) for each in tokens(base))
                self._by_word[words[0]].append(_Name(words, base, kind, thing.id, type, country))

    def find(self, text: str, start: int = 0) -> list[Mention]:
        """The names in a text that begins at this place, from left to right; of overlapping ones the longest.

        A name that two things of the corpus have is left out.
        """
        words = tokens(text, start)
        found: list[Mention] = []
        index = 0
        while index < len(words):
            mention, length = self._at(words, index, found, Words(start, start + len(text), text))
            if mention:
                found.append(mention)
            index += length
        return sorted([*found, *self._in_han(text, start)])

    def _at(
        self, words: Sequence[Token], index: int, before: Sequence[Mention], said: Words
    ) -> tuple[Mention | None, int]:
        names = self._by_word.get(fold(words[index].text), ())
        fitting = [each for each in names if _fits(each, words, index, before)]
        longest = [each for each in fitting if len(each.words) == len(fitting[0].words)]
        country = self._country(words, index, said)
        if country and (not longest or country[1] > len(longest[0].words)):
            return country
        if not longest:
            return None, 1
        length = len(longest[0].words)
        if len({each.id for each in longest}) > 1:
            return None, length
        name, first, last = longest[0], words[index], words[index + length - 1]
        shown = " ".join(each.text for each in words[index : index + length])
        if name.type == ActorType.COUNTRY and _is_part(shown, words):
            return None, length
        return Mention(first.start, last.end, shown, name.kind, name.id, name.type), length

    def _country(self, words: Sequence[Token], index: int, said: Words) -> tuple[Mention, int] | None:
        """The country that is named at a word, if the name is not a part of a longer one."""
        longest = min(_MOST_WORDS_OF_A_COUNTRY, len(words) - index) if words[index].is_capital else 0
        for length in range(longest, 0, -1):
            some = words[index : index + length]
            if not _has_capital(some[-1]) or not _are_together(some, said):
                continue
            text = said.text[some[0].start - said.start : some[-1].end - said.start]
            plain = text.replace(".", "")
            if plain.isascii() and len(plain) < _SHORT and plain not in _COUNTRY_CODES:
                continue
            codes = codes_of(text)
            if len(codes) == 1 and not _goes_on(words, index, length) and not _is_part(text, words):
                code = codes[0]
                id = self.countries.get(code) or self.free_id("actor", code)
                return Mention(some[0].start, some[-1].end, text, "actor", id, str(ActorType.COUNTRY)), length
        return None

    def _in_han(self, text: str, start: int) -> Iterator[Mention]:
        taken: set[int] = set()
        for name in sorted(self._unspaced, key=len, reverse=True):
            things = self._unspaced[name]
            place = text.find(name) if len({each.id for each in things}) == 1 else -1
            while place >= 0:
                if taken.isdisjoint(range(place, place + len(name))):
                    taken.update(range(place, place + len(name)))
                    one = things[0]
                    yield Mention(start + place, start + place + len(name), name, one.kind, one.id, one.type)
                place = text.find(name, place + len(name))


def _names(thing: NamedEntity) -> Iterator[str]:
    for name in thing.name.values():
        yield name
        if short := short_form(name):
            yield short
    for other in thing.other_names:
        if not other.is_deprecated and other.type is not NameType.MISNOMER:
            yield other.name


def _of_id(kind: str, thing: NamedEntity) -> list[str]:
    """The usual short name by which the search finds an instrument, too: EU AI Act, for eu-ai-act."""
    words = thing.id.split("-")
    return [" ".join(each.title() for each in words)] if kind == "instrument" and len(words) > 1 else []


def _without_country(name: str) -> tuple[str, str] | None:
    """The name without "of" and a country at its end, and the code of the country."""
    base, of, country = name.rpartition(" of ")
    codes = codes_of(country.removeprefix("the ")) if of else ()
    return (base, codes[0]) if len(codes) == 1 and " " in base else None


def _fits(name: _Name, words: Sequence[Token], index: int, before: Sequence[Mention]) -> bool:
    some = words[index : index + len(name.words)]
    if tuple(fold(each.text) for each in some) != name.words or not some[0].is_capital:
        return False
    if name.country:
        return _is_of(name.country, some[0], before)
    if len(name.text) <= _SHORT or (len(name.words) == 1 and name.text.isupper()):
        return " ".join(each.text for each in some) == name.text
    return len(name.words) > 1 or not _goes_on(words, index, 1)


def _is_of(country: str, first: Token, before: Sequence[Mention]) -> bool:
    """Whether the possessive of the country is right before a word."""
    last = before[-1] if before else None
    return last is not None and last.end in range(first.start - 3, first.start) and country in codes_of(last.text)


def _are_together(some: Sequence[Token], said: Words) -> bool:
    gaps = (said.text[first.end - said.start : second.start - said.start] for first, second in pairwise(some))
    return all(_IN_NAMES.fullmatch(each) for each in gaps)


def _has_capital(word: Token) -> bool:
    """Whether a word is written like a name, as in d'Ivoire."""
    return word.is_capital or word.text[2:3].isupper()


def _is_part(name: str, words: Sequence[Token]) -> bool:
    """Whether a country's name is that of a part of another one, of which more parts are named beside it: Georgia."""
    whole = country_of_part(name)
    others = {each.text for each in words if each.is_capital and each.text != name} if whole else ()
    return any(country_of_part(each) == whole for each in others)


def _goes_on(words: Sequence[Token], index: int, length: int) -> bool:
    """Whether a name of one word is a part of a longer one, such as South China Morning Post."""
    last = words[index + length - 1]
    following = words[index + length] if index + length < len(words) else None
    if following and following.start == last.end + 1 and following.is_capital:
        return True
    previous = words[index - 1] if index else None
    is_joined = previous is not None and previous.end + 1 == words[index].start and previous.is_capital
    if previous is not None and is_joined and previous.text in _PARTS_OF_COUNTRIES:
        return True
    return previous is not None and is_joined and length == 1 and index > 1 and not is_post(previous.text)
