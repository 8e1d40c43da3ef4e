"""The names of those who say something in an article, and what their words show them to be: a person, or a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..codelists import ActorType
from ..lazy import lazy_pattern
from .article import Words
from .bodies import CAPITAL, HEADS, NO_NAMES
from .posts import is_portfolio, is_post
from .quotations import unquoted
from .tokens import CALENDAR, word_set

PARTICLES = word_set("de da di del van von der den bin ibn al el la le ter")
"""Words in small letters within the names of persons."""

_SAYING = (
    "said", "says", "added", "adds", "told", "tells", "warned", "warns", "argued", "argues", "noted", "denied",
    "denies", "explained", "acknowledged", "stressed", "wrote", "writes", "replied", "insisted", "declined", "conceded",
    "stated", "urged", "remarked", "cautioned",
)  # fmt: skip
_PART = rf"(?:{CAPITAL}|[A-Z]\.|{'|'.join(sorted(PARTICLES))})"
_ADVERBS = "(?:also |then |later )?"
_ALONE = lazy_pattern(
    rf"(?:^|[^\w\s’'.] |(?P<before>[^\W_][\w’'-]*) |”)(?<!\b[Tt]he )(?<!\b[Aa] )"
    rf"(?P<name>(?!(?:{'|'.join(HEADS)})\b){CAPITAL}(?: {CAPITAL})?) {_ADVERBS}(?:{'|'.join(_SAYING)})\b"
)
_FULL = rf"(?P<name>{CAPITAL}(?: {_PART}){{0,3}} {CAPITAL})"
_BEFORE_VERB = lazy_pattern(
    rf"(?:^|[,;”\"] ){_FULL}(?P<who>, who [^.;:“”\"]{{3,80}},)? {_ADVERBS}(?P<verb>{'|'.join(_SAYING)})\b"
)
_BEHIND_VERB = lazy_pattern(
    rf"[”\"],? (?P<verb>{'|'.join(_SAYING)}) {_FULL}"
    r"(?:(?P<who>,? who\b)|(?=[.,;:]| (?:in|on|at|after|during)\b|$))"
)
_BY_WORD = {
    ActorType.COMPANY: word_set(
        "Robotics Technologies Semiconductors Semiconductor Motors Holdings Airlines Electronics"
    ),
    ActorType.CIVIL_SOCIETY: word_set("Watch Amnesty Campaign"),
}
_OF_NO_PERSON = word_set(
    "Act Law Bill Plan Order Declaration Statement Summit Forum Conference Treaty Convention Code Council Committee "
    "Group Union Office Board Fund House States State Intelligence Lab Labs Watch Network Initiative Party Programme "
    "Program Strategy Framework Resolution Report Alliance Center Centre Bank Street East West North South "
    "International National Global World Systems Partners Media News Times Post Now Rights Human Access Open Future "
    "Analytics Capital Ventures Software Networks Studios Press Solutions Industries Brothers Sachs Partnership "
    "Coalition Society Trust Company City Hill Valley Palace Yard Square Airways Campaign Amnesty Deep Stability"
)
_OF_PLACES = word_set(
    "New San Santa Los Las Saint St El Port Fort Cape Abu Tel Hong Addis Kuala Buenos Rio São Sao Mexico Downing "
    "Capitol Silicon Wall White Buckingham Phnom Sri Costa Puerto Sierra Burkina Mount Lake"
)
_ENDINGS = lazy_pattern(r"(?:ics|ware|tech|soft|works|tions?|log(?:y|ies)|ity|AI)\b|[a-z][A-Z]|[0-9]")
_IN_CAPITALS = lazy_pattern(r"[^\W\d_a-z]{2,}")
_WITH_INNER_CAPITAL = lazy_pattern(r"\b(?:Mc|Mac|Di|De|Du|La|Le|Fitz|Van|Von)(?=[A-Z])")


class Speakers(NamedTuple):
    """Names of speakers: single ones, full ones of persons, those of which it is only likely, and those of bodies."""

    alone: frozenset[str]
    sure: frozenset[str]
    likely: frozenset[str]
    bodies: dict[str, ActorType]

    def is_called(self, name: str) -> bool:
        """Whether the last words of a full name are used alone as the name of one who speaks, and its first is not."""
        parts = name.split()
        if not may_be_person(name):
            return False
        return parts[0] not in self.alone and any(" ".join(parts[n:]) in self.alone for n in range(1, len(parts)))


def speakers(sentences: Iterable[Words]) -> Speakers:
    """The names that the sentences of an article have as subjects of verbs of saying, outside of quotations.

    A name of two words and more of which nothing says what it has is likely that of a person if its bearer is
    quoted or tells somebody something, and no word of it is one that names of bodies and places have.
    """
    alone: set[str] = set()
    said: dict[str, set[str]] = {"sure": set(), "likely": set(), "bodies": set()}
    for sentence in sentences:
        text = unquoted(sentence.text)
        alone |= {match["name"] for match in _ALONE.finditer(text) if _is_whole(match)}
        for match in (*_BEFORE_VERB.finditer(text), *_BEHIND_VERB.finditer(text)):
            is_quoted = any(mark in sentence.text for mark in '“"«') or match["verb"] in ("told", "tells")
            for kind in _kinds(match["name"], bool(match["who"]), is_quoted):
                said[kind].add(match["name"])
    types = {name: type for name in sorted(said["bodies"]) if (type := _type(name))}
    likely = frozenset(each for each in said["likely"] - said["sure"] if each.split()[0] not in alone)
    return Speakers(frozenset(alone), frozenset(said["sure"]), likely, types)


def _kinds(name: str, has_who: bool, is_quoted: bool) -> Iterator[str]:
    if not may_be_person(name):
        yield "bodies"
    elif has_who:
        yield "sure"
    elif is_quoted:
        yield "likely"


def may_be_person(name: str) -> bool:
    """Whether no word of a name is one that names of bodies, places and things have.

    >>> may_be_person("Ana McBride"), may_be_person("Amnesty International"), may_be_person("DeepLearn Madrid")
    (True, False, False)
    """
    words = name.split()
    if words[0] in _OF_PLACES or _ENDINGS.search(_WITH_INNER_CAPITAL.sub("", name)):
        return False
    return not is_of_thing(words) and not any(_is_other(each) for each in words)


def _is_other(word: str) -> bool:
    return word in CALENDAR or word in NO_NAMES or is_portfolio(word) or is_post(word)


def is_of_thing(words: Iterable[str]) -> bool:
    """Whether words with capitals are the name of a thing or a body, and not of a person."""
    return any(each in HEADS or each in _OF_NO_PERSON or _IN_CAPITALS.fullmatch(each) for each in words)


def _type(name: str) -> ActorType | None:
    """What a body is by a word of its name; None if that says nothing."""
    return next((type for type, words in _BY_WORD.items() if not words.isdisjoint(name.split())), None)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the name is not the end of a longer one; a post may stand before it."""
    before = match["before"]
    return before is None or (before[0].islower() and before not in PARTICLES) or is_post(before)


@cache
def names_in(bodies: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of names of bodies, the long ones first."""
    longest = sorted(bodies, key=lambda each: -len(each))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
