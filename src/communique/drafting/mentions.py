"""Who and what is named in an article, and where: what the corpus knows, and persons and bodies that are new to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..codelists import ActorType
from ..lazy import lazy_pattern
from .article import Article, Words
from .known_names import KnownNames, Mention
from .posts import after_name, before_name, follows_post, in_han, is_portfolio, is_post
from .quotations import unquoted
from .tokens import CALENDAR, Token, tokens, word_set

_CAPITAL = r"[^\W\d_a-z][\w’'&-]*"
_HEADS = {
    "Ministry|Department|Agency|Authority|Bureau|Administration|Commission|Parliament|Senate|Cabinet|Court|Secretariat|"
    "Directorate|Assembly": ActorType.GOVERNMENT_BODY,
    "University|Institute|Academy|Laboratory|College": ActorType.RESEARCH,
    "Foundation|Association|Federation": ActorType.CIVIL_SOCIETY,
    "Inc|Corp|Corporation|Ltd|LLC|GmbH|plc": ActorType.COMPANY,
}
_EXPLAINING = {
    ActorType.COMPANY: "company|firm|start-up|startup|chipmaker|maker|developer|bank|carmaker|supplier",
    ActorType.CIVIL_SOCIETY: "group|charity|non-profit|nonprofit|NGO|watchdog|campaign|foundation",
    ActorType.RESEARCH: "think tank|think-tank|university|laboratory|lab",
    ActorType.MEDIA: "newspaper|magazine|broadcaster|news agency|news site|news outlet",
    ActorType.GOVERNMENT_BODY: "ministry|regulator",
}
_EXPLAINED = lazy_pattern(
    rf"(?<![\w’'&-])(?<![A-Z] )(?P<name>{_CAPITAL}(?: (?:(?:of|for) )?{_CAPITAL}){{0,4}}), (?:an?|the) "
    rf"(?P<what>(?:[\w’'-]+ ){{0,4}}?(?P<noun>{'|'.join(_EXPLAINING.values())}))"
    r"(?=[,.;]| (?:that|which|of|for|in|based|with|backed|representing)\b)"
)
_TYPE_OF_HEAD = {head: type for heads, type in _HEADS.items() for head in heads.split("|")}
_ANY_HEAD = "|".join(_TYPE_OF_HEAD)
_BODY = lazy_pattern(
    rf"(?<![\w-])(?:(?:{_CAPITAL} ){{0,5}}?(?:{_ANY_HEAD})\b(?: (?:of|for|on) (?:the )?{_CAPITAL}"
    rf"(?:(?:,? (?:and )?| of (?:the )?){_CAPITAL}){{0,4}})?)"
)
_SECOND_BODY = lazy_pattern(rf"(?:, | and |, and )(?:[\w’'&-]+ )*(?:{_ANY_HEAD})\b.*$")
_COMPANIES = lazy_pattern(
    r"\b(?i:companies|firms|startups|start-ups|developers|vendors|makers)(?: such as| like| including|:|,? including|"
    rf",? among them) (?P<list>{_CAPITAL}(?: {_CAPITAL})*(?:(?:, | and |, and ){_CAPITAL}(?: {_CAPITAL})*)*)"
)
_FIRST_WORD = lazy_pattern(
    r"^(?:The|Former|A|An|At|In|By|For|From|But|And|While|When|After|Before|This|That|[^\W\d_]+[’']s) "
)
_SAYING = (
    "said", "says", "added", "adds", "told", "tells", "warned", "warns", "argued", "argues", "noted", "denied",
    "denies", "explained", "acknowledged", "stressed", "wrote", "writes", "replied", "insisted", "declined", "conceded",
)  # fmt: skip
_SPEAKER = lazy_pattern(
    rf"(?:^|[^\w\s’'.] |[a-z,”\"] |”)(?<!\b[Tt]he )(?<!\b[Aa] )"
    rf"(?P<name>(?!(?:{_ANY_HEAD})\b){_CAPITAL}(?: {_CAPITAL})?) (?:also |then |later )?(?:{'|'.join(_SAYING)})\b"
)
_SEPARATOR = lazy_pattern(r", and |, | and ")
_PARTICLES = word_set("de da di del van von der den bin ibn al el la le ter")
_NO_NAMES = word_set(
    "In On At By For From To Of The A An But And Or When While After Before As With Under Over This That These Those "
    "It He She They We I You His Her Their Its Our My If Then There Here Not No"
)
_MOST_WORDS = 4
_OF_PERSONS = (2, 3)
_IN_POSTS = word_set("of for and")
_BEFORE_PLACES = word_set("the a an in at near from to of into across")
_THINGS = word_set(
    "Act Law Bill Plan Order Declaration Statement Summit Forum Conference Treaty Convention Code Council Committee "
    "Group Union Office Board Fund House States State Intelligence Lab Labs Watch Network Initiative Party Programme "
    "Program Strategy Framework Resolution Report Alliance Center Centre Bank Street East West North South"
)


class Post(NamedTuple):
    """What a person is called at one place: the words, and the sentence that they are in."""

    words: Words
    sentence: Words


class Mentions:
    """All mentions in an article, in their order.

    What is in ``opening``, a dateline, is not mentioned. ``posts`` are the posts that the text gives to persons, by
    their ids; ``new`` are the names of actors that the corpus does not know, by the ids that are proposed for them,
    with the sentence that names them first.
    """

    def __init__(self, article: Article, names: KnownNames, opening: Words | None = None) -> None:
        self.posts: dict[str, list[Post]] = defaultdict(list)
        self.new: dict[str, tuple[Mention, Words]] = {}
        self._names, self._content = names, article.content
        self._aliases: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, Mention] = {}
        self._speakers = frozenset(
            match["name"] for each in article.sentences for match in _SPEAKER.finditer(unquoted(each.text))
        )
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
            not _is_of_thing(name) and not sentence.text.startswith(("’s", "'s"), name[-1].end - sentence.start)
            for name in names
        )

    def _in(self, sentence: Words) -> list[Mention]:
        words = tokens(sentence.text, sentence.start)
        found = self._names.find(sentence.text, sentence.start)
        found += self._new_persons(sentence, words, found)
        for mention in found:
            if mention.is_person:
                self._meet(mention, sentence, words)
        found += self._surnames(words, found)
        bodies = list(self._new_bodies(sentence, found))
        inside = _places(bodies)
        found = [*bodies, *(each for each in found if each.start not in inside)]
        for mention in found:
            self._remember(mention, sentence)
        return found

    def _remember(self, mention: Mention, sentence: Words) -> None:
        if mention.kind == "actor" and mention.id not in self._names.actors:
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
            if length > 1 and (
                _has_post(words, index, rest) or after_name(sentence, last.end) or self._is_called(words, index, length)
            ):
                name = sentence.text[first.start - sentence.start : last.end - sentence.start]
                if id := self._names.free_id("actor", name):
                    yield Mention(first.start, last.end, name, "actor", id, str(ActorType.PERSON))
                    index += length - 1
            index += 1

    def _is_called(self, words: Sequence[Token], index: int, length: int) -> bool:
        """Whether the last words of a name are used alone, elsewhere, as the name of one who speaks."""
        parts = [each.text for each in words[index : index + length]]
        if is_portfolio(parts[0]):
            return False
        alone = any(" ".join(parts[first:]) in self._speakers for first in range(1, length))
        return alone and not self._names.find(parts[0])

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
        for match in _BODY.finditer(sentence.text):
            head = next(each for each in re.findall(r"\w+", match[0]) if each in _TYPE_OF_HEAD)
            name = _FIRST_WORD.sub("", match[0])
            start = match.end() - len(name)
            name = _SECOND_BODY.sub("", name)
            is_part_of_post = all(is_portfolio(each) for each in name.split())
            if (
                " " in name
                and not is_part_of_post
                and taken.isdisjoint(range(sentence.start + start, sentence.start + start + len(name)))
            ):
                yield from self._new(sentence, start, name, _TYPE_OF_HEAD[head])
        for match in _EXPLAINED.finditer(sentence.text):
            start, name = match.start("name"), match["name"]
            is_free = taken.isdisjoint(range(sentence.start + start, sentence.start + match.end("name")))
            if is_free and name not in _NO_NAMES and name not in CALENDAR and not _names_post(match["what"]):
                type = next(type for type, nouns in _EXPLAINING.items() if match["noun"] in nouns.split("|"))
                yield from self._new(sentence, start, name, type)
        for match in _COMPANIES.finditer(sentence.text):
            place = match.start("list")
            for name in _SEPARATOR.split(match["list"]):
                start = sentence.text.index(name, place)
                place = start + len(name)
                if sentence.start + start not in taken:
                    yield from self._new(sentence, start, name, ActorType.COMPANY)

    def _new(self, sentence: Words, start: int, name: str, type: ActorType) -> Iterator[Mention]:
        plain = re.sub("['’]s$", "", name)
        if known := self._names.in_context(plain, self._content) if " " in plain else "":
            actor = self._names.actors[known]
            yield Mention(
                sentence.start + start, sentence.start + start + len(plain), plain, "actor", known, str(actor.type)
            )
        elif id := self._names.free_id("actor", plain):
            place = sentence.start + start
            yield Mention(place, place + len(plain), plain, "actor", id, str(type))


def _names_post(words: str) -> bool:
    return any(is_post(each) for each in words.split())


def _is_of_thing(words: Sequence[Token]) -> bool:
    return any(each.text in _TYPE_OF_HEAD or each.text in _THINGS or each.text.isupper() for each in words)


def _places(mentions: Sequence[Mention]) -> set[int]:
    return {place for each in mentions for place in range(each.start, each.end)}


def _length_of_name(words: Sequence[Token], index: int, taken: set[int]) -> int:
    """How many words from the one at the index on can be the name of a person."""
    length, particles = 0, 0
    while index + length < len(words) and length - particles < _MOST_WORDS:
        word = words[index + length]
        if word.start in taken or (length and words[index + length - 1].end + 1 != word.start):
            break
        is_particle = length > 0 and word.text.lower() in _PARTICLES
        particles += is_particle
        if word.text in CALENDAR or word.text in _NO_NAMES:
            break
        if not is_particle and (not word.is_capital or is_post(word.text) or (word.text.isupper() and length == 0)):
            break
        length += 1
    while length and words[index + length - 1].text.lower() in _PARTICLES:
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
    if before is None or before.text.lower() in _PARTICLES:
        return False
    return joined and index > 1 and not is_post(before.text)
