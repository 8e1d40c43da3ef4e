"""Bodies that are new to the corpus, and which a text explains: by a word of their names, or by one beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..codelists import ActorType
from ..lazy import lazy_pattern
from .posts import is_portfolio, is_post
from .tokens import ANY_OF_CALENDAR, CALENDAR, word_set

CAPITAL = r"[^\W\d_a-z][\w’'&-]*"
_BY_HEAD = {
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
    rf"(?<![\w’'&-])(?<![A-Z] )(?P<name>{CAPITAL}(?: (?:(?:of|for) )?{CAPITAL}){{0,4}}), (?:an?|the) "
    rf"(?P<what>(?:[\w’'-]+ ){{0,4}}?(?P<noun>{'|'.join(_EXPLAINING.values())}))"
    r"(?=[,.;]| (?:that|which|of|for|in|based|with|backed|representing)\b)"
)
HEADS = {head: type for heads, type in _BY_HEAD.items() for head in heads.split("|")}
_ANY_HEAD = "|".join(HEADS)
_BODY = lazy_pattern(
    rf"(?<![\w-])(?:(?:{CAPITAL} ){{0,5}}?(?:{_ANY_HEAD})\b(?: (?:of|for|on) (?:the )?{CAPITAL}"
    rf"(?:(?:,? (?:and )?| of (?:the )?){CAPITAL}){{0,4}})?)"
)
_SECOND_BODY = lazy_pattern(rf"(?:, | and |, and )(?:[\w’'&-]+ )*(?:{_ANY_HEAD})\b.*$")
_DAY_BEHIND = lazy_pattern(rf" (?:on|for|of) (?:the )?(?:{ANY_OF_CALENDAR})\b.*$")
_COMPANIES = lazy_pattern(
    r"\b(?i:companies|firms|startups|start-ups|developers|vendors|makers)(?: such as| like| including|:|,? including|"
    rf",? among them) (?P<list>{CAPITAL}(?: {CAPITAL})*(?:(?:, | and |, and ){CAPITAL}(?: {CAPITAL})*)*)"
)
_FIRST_WORD = lazy_pattern(
    r"^(?:The|Former|A|An|At|In|By|For|From|But|And|While|When|After|Before|This|That|[^\W\d_]+[’']s) "
)
_SEPARATOR = lazy_pattern(r", and |, | and ")
NO_NAMES = word_set(
    "In On At By For From To Of The A An But And Or When While After Before As With Under Over This That These Those "
    "It He She They We I You His Her Their Its Our My If Then There Here Not No"
)


def bodies(text: str) -> Iterator[tuple[int, str, ActorType]]:
    """The places, names and types of bodies in a sentence.

    >>> list(bodies("It asked Acme, a chatbot maker, about it."))
    [(9, 'Acme', <ActorType.COMPANY: 'company'>)]
    """
    yield from _with_head(text)
    for match in _EXPLAINED.finditer(text):
        name = match["name"]
        if name not in NO_NAMES and name not in CALENDAR and not any(is_post(each) for each in match["what"].split()):
            type = next(type for type, nouns in _EXPLAINING.items() if match["noun"] in nouns.split("|"))
            yield match.start("name"), name, type
    for match in _COMPANIES.finditer(text):
        place = match.start("list")
        for name in _SEPARATOR.split(match["list"]):
            place = text.index(name, place)
            yield place, name, ActorType.COMPANY
            place += len(name)


def _with_head(text: str) -> Iterator[tuple[int, str, ActorType]]:
    """Bodies that are known by a word of their names, such as Institute; no parts of posts."""
    for match in _BODY.finditer(text):
        head = next(each for each in re.findall(r"\w+", match[0]) if each in HEADS)
        name = _FIRST_WORD.sub("", match[0])
        start = match.end() - len(name)
        name = _DAY_BEHIND.sub("", _SECOND_BODY.sub("", name))
        if " " in name and not all(is_portfolio(each) for each in name.split()):
            yield start, name, HEADS[head]
