"""Who and what is named in an article, and where: what the corpus knows, and persons and bodies that are new to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import ActorType
from . import han_names
from .article import Article, Words
from .bodies import NO_NAMES, bodies
from .known_names import KnownNames, Mention
from .posts import after_name, before_name, follows_post, in_han, is_portfolio, is_post
from .speakers import PARTICLES, is_of_thing, names_in, speakers
from .tokens import CALENDAR, Token, tokens, word_set

_MOST_WORDS = 4
_OF_PERSONS = (2, 3)
_IN_POSTS = word_set("of for and")
_BEFORE_PLACES = word_set("the a an in at near from to of into across")


class Post(NamedTuple):
    """What a person is called at one place: the words, and the sentence that they are in."""

    words: Words
    sentence: Words


class Mentions:
    """All mentions in an article, in their order.

    What is in ``opening``, a dateline, is not mentioned. ``posts`` are the posts that the text gives to persons, by
    their ids; ``new`` are the names of actors that the corpus does not know, by the ids that are proposed for them,
    with the sentence that names them first; of those in ``unsure`` the text does not say what they are.
    """

    def __init__(self, article: Article, names: KnownNames, opening: Words | None = None) -> None:
        self.posts: dict[str, list[Post]] = defaultdict(list)
        self.new: dict[str, tuple[Mention, Words]] = {}
        self.names, self._content = names, article.content
        self._aliases: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, Mention] = {}
        self._han: dict[str, str] = {}
        self.unsure: set[str] = set()
        self._speakers = speakers(article.sentences)
        found: list[Mention] = []
        for sentence in sorted([*article.captions, *article.sentences]):
            found += self._in(sentence)
        self.all = sorted(each for each in found if opening is None or each.start >= opening.end)
        self._starts = [each.start for each in self.all]

    def within(self, words: Words) -> list[Mention]:
        """The mentions in a stretch."""
        first, last = bisect_left(self._starts, words.start), bisect_left(self._starts, words.end)
        return [each for each in self.all[first:last] if each.end <= words.end]

    def actors(self, words: Words) -> list[Mention]:
        """The actors that are named in a stretch."""
        return [each for each in self.within(words) if each.kind == "actor"]

    def may_name_others(self, sentence: Words) -> bool:
        """Whether a sentence has a name that nothing explains, of so many words as the names of persons have."""
        words = tokens(sentence.text, sentence.start)
        taken = _places(self.within(sentence))
        lengths = ((index, _length_of_name(words, index, taken)) for index in range(len(words)))
        names = (
            words[index : index + length]
            for index, length in lengths
            if length in _OF_PERSONS and not (index and words[index - 1].text.lower() in _BEFORE_PLACES)
        )
        return any(
            not is_of_thing(each.text for each in name)
            and not sentence.text.startswith(("’s", "'s"), name[-1].end - sentence.start)
            for name in names
        )

    def _in(self, sentence: Words) -> list[Mention]:
        words = tokens(sentence.text, sentence.start)
        found = self.names.find(sentence.text, sentence.start)
        found += self._new_persons(sentence, words, found)
        found += self._persons_in_han(sentence, found)
        for mention in found:
            if mention.is_person:
                self._meet(mention, sentence, words)
        found += self._surnames(words, found)
        bodies = list(self._new_bodies(sentence, found))
        inside = _places(bodies)
        found = [*bodies, *(each for each in found if each.start not in inside)]
        for mention in found:
            self.meet(mention, sentence)
        return found

    def meet(self, mention: Mention, sentence: Words) -> None:
        """Remember an actor that the corpus does not know, with the first sentence that names it."""
        if mention.kind == "actor" and mention.id not in self.names.actors:
            self.new.setdefault(mention.id, (mention, sentence))

    def _meet(self, person: Mention, sentence: Words, words: Sequence[Token]) -> None:
        """Remember by which single words a person may be called later, and what the text calls it here."""
        self._persons.setdefault(person.id, person)
        for part in person.text.split():
            if part[0].isupper() and len(part.strip(".")) > 1 and part not in CALENDAR:
                self._aliases[part].add(person.id)
        if post := in_han(sentence.text[: person.start - sentence.start]):
            end = person.start - sentence.start
            self.posts[person.id].append(Post(sentence.part(end - len(post), end), sentence))
            return
        index = next((number for number, each in enumerate(words) if each.start == person.start), 0)
        if span := before_name(words, index):
            first, last = words[span[0]].start - sentence.start, words[span[1] - 1].end - sentence.start
            self.posts[person.id].append(Post(sentence.part(first, last), sentence))
        elif apposition := after_name(sentence, person.end):
            self.posts[person.id].append(Post(apposition, sentence))

    def _new_persons(self, sentence: Words, words: Sequence[Token], known: Sequence[Mention]) -> Iterator[Mention]:
        """Names of two to four words after a post, or with one in an apposition after them."""
        taken = _places(known)
        index = 0
        while index < len(words):
            length = _length_of_name(words, index, taken)
            first, last = words[index], words[index + max(length, 1) - 1]
            if length and is_portfolio(first.text) and index and words[index - 1].text.lower() in _IN_POSTS:
                length = 0
            rest = sentence.text[last.end - sentence.start :]
            name = sentence.text[first.start - sentence.start : last.end - sentence.start]
            is_explained = length > 1 and (_has_post(words, index, rest) or bool(after_name(sentence, last.end)))
            is_person = is_explained or (length > 1 and self._speaks(name))
            if is_person and (id := self.names.free_id("actor", name)):
                if not is_explained and name in self._speakers.likely and not self._speakers.is_called(name):
                    self.unsure.add(id)
                yield Mention(first.start, last.end, name, "actor", id, str(ActorType.PERSON))
                index += length - 1
            index += 1

    def _persons_in_han(self, sentence: Words, found: Sequence[Mention]) -> Iterator[Mention]:
        """Persons behind their posts, and where they are named later."""
        if sentence.text.isascii():
            return
        taken = _places(found)
        for _, name in han_names.persons(sentence.text):
            self._han.setdefault(name, self.names.free_id("actor", name))
        for place, name in han_names.named(sentence.text, self._han):
            start, end, id = sentence.start + place, sentence.start + place + len(name), self._han[name]
            if id and taken.isdisjoint(range(start, end)):
                yield Mention(start, end, name, "actor", id, str(ActorType.PERSON))

    def _speaks(self, name: str) -> bool:
        """Whether a name is that of a person who says something, as far as the words around it tell."""
        said = self._speakers
        is_person = said.is_called(name) or name in said.sure or name in said.likely
        return is_person and not self.names.find(name.split()[0])

    def _surnames(self, words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
        """Persons that were named in full before, by one word of their names that no other person has."""
        taken, called = _places(found), []
        for index, word in enumerate(words):
            ids = self._aliases.get(word.text, ())
            if len(ids) == 1 and word.start not in taken and not _is_in_longer_name(words, index):
                person = self._persons[next(iter(ids))]
                called.append(Mention(word.start, word.end, word.text, "actor", person.id, person.type))
        return called

    def _new_bodies(self, sentence: Words, found: Sequence[Mention]) -> Iterator[Mention]:
        """Bodies that are known by a word of their names, such as Institute, and companies that are called so."""
        taken = _places([each for each in found if each.type != ActorType.COUNTRY])
        for start, name, type in bodies(sentence.text):
            if taken.isdisjoint(range(sentence.start + start, sentence.start + start + len(name))):
                yield from self._new(sentence, start, name, type)
        yield from self._speaking_bodies(sentence, taken)

    def _speaking_bodies(self, sentence: Words, taken: set[int]) -> Iterator[Mention]:
        """Bodies that say something and have a word in their names that says of what kind they are."""
        known = self._speakers.bodies
        for match in names_in(tuple(known)).finditer(sentence.text) if known else ():
            if taken.isdisjoint(range(sentence.start + match.start(), sentence.start + match.end())):
                found = list(self._new(sentence, match.start(), match[0], known[match[0]]))
                self.unsure |= {each.id for each in found if each.id not in self.names.actors}
                yield from found

    def _new(self, sentence: Words, start: int, name: str, type: ActorType) -> Iterator[Mention]:
        plain = re.sub("['’]s$", "", name)
        if known := self.names.in_context(plain, self._content) if " " in plain else "":
            actor = self.names.actors[known]
            yield Mention(
                sentence.start + start, sentence.start + start + len(plain), plain, "actor", known, str(actor.type)
            )
        elif id := self.names.free_id("actor", plain):
            place = sentence.start + start
            yield Mention(place, place + len(plain), plain, "actor", id, str(type))


def _places(mentions: Sequence[Mention]) -> set[int]:
    return {place for each in mentions for place in range(each.start, each.end)}


def _length_of_name(words: Sequence[Token], index: int, taken: set[int]) -> int:
    """How many words from the one at the index on can be the name of a person."""
    length, particles = 0, 0
    while index + length < len(words) and length - particles < _MOST_WORDS:
        word = words[index + length]
        if word.start in taken or (length and words[index + length - 1].end + 1 != word.start):
            break
        is_particle = length > 0 and word.text.lower() in PARTICLES
        particles += is_particle
        if word.text in CALENDAR or word.text in NO_NAMES:
            break
        if not is_particle and (not word.is_capital or is_post(word.text) or (word.text.isupper() and length == 0)):
            break
        length += 1
    while length and words[index + length - 1].text.lower() in PARTICLES:
        length -= 1
    return length


def _has_post(words: Sequence[Token], index: int, following: str) -> bool:
    """Whether the words before are a post; not in "the minister, Bo Lund’s successor"."""
    if index and is_portfolio(words[index].text) and is_portfolio(words[index - 1].text):
        return False
    is_apart = index > 0 and words[index - 1].end + 1 < words[index].start
    return follows_post(words, index) and not (is_apart and following.startswith(("’s", "'s")))


def _is_in_longer_name(words: Sequence[Token], index: int) -> bool:
    word = words[index]
    before, after = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    if after and after.start == word.end + 1 and after.is_capital:
        return True
    joined = before is not None and before.end + 1 == word.start and before.is_capital
    if before is None or before.text.lower() in PARTICLES:
        return False
    return joined and index > 1 and not is_post(before.text)
