"""What a day or a number belongs to: the announcement, another instrument that the sentence names, or a part of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..lazy import lazy_pattern
from .article import Article, Words
from .known_names import Mention
from .measures import Done, names_instrument
from .mentions import Mentions

_BEFORE_VERB = lazy_pattern(
    r"(?P<relative>,? (?:that|which)|,)?"
    r"(?: (?:was|were|is|are|has|have|had|been|being|be|will|would|first|also|formally|originally|jointly|only))*\s*$"
)
_NAME = lazy_pattern(r"[A-Z0-9][\w’'-]*(?: (?:(?:of|on|for|and|the) )*[A-Z0-9][\w’'-]*){1,9}$")
_FIRST = lazy_pattern(r"^(?:[^,]{0,60}, )?(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]his )?(?:new )?$")
_PART = lazy_pattern(
    r"(?P<part>(?:Section|Article|Chapter|Part|Annex|Title|Paragraph)s? [0-9IVX]+[0-9A-Za-z().]*"
    r"(?:(?:, | and | to )[0-9IVX]+[0-9A-Za-z().]*)*)(?: of (?:this|the|that) [\w ]{2,60})?$|"
    r"^(?P<han>第[零一二三四五六七八九十百0-9]+[条章节款])"
)
_SOME_RULES = lazy_pattern(
    r"(?i)\b(?:rules|obligations|provisions|duties|requirements|bans?|prohibitions?|penalties|sections|articles)\b"
    r"(?: (?:of|for|on|in) [^,;]{2,80})?$"
)
_OF_THING = lazy_pattern(
    r"[^，。；《]{0,12}(?:发布|公布|通过|签署|提出|宣布|举行|生效)的(?:《(?P<name>[^《》]{2,60})》)?"
)
_DONE_TO = lazy_pattern(r"\b(?:signed|adopted|endorsed|joined|backed|ratified|approved|supported) (?:the )?$")
_SOMEBODY = r"(?:(?:the|its|both|all) )?(?:[\w’'-]+ ){0,4}[\w’'-]+"
_OBJECT_CLAUSE = lazy_pattern(
    rf"(?:(?P<which>, which) {_SOMEBODY}| (?:that|which) {_SOMEBODY}| (?:it|he|she|they|we))"
    r"(?: (?:has|have|had|also|first|both|already|only))*\s*$"
)
_ARTICLE = lazy_pattern(r"(?:The|An?|This|Its) (?:[\w’'-]+ ){0,6}[\w’'-]+")
_GAP = lazy_pattern(r",? ")
_MOST_WORDS = 12
_UNDER = lazy_pattern(r"\b(?:[Uu]nder|by|of) (?:the )?$|^(?:The |In the )?$")
_OTHER_CLAUSE = lazy_pattern(r"; |\bbut\b|, and\b|, (?:while|whereas)\b")


class Own(NamedTuple):
    """The instruments that the announcement itself is about: ids that the corpus knows, and other names."""

    ids: frozenset[str]
    names: frozenset[str]


def own(article: Article, mentions: Mentions, done: Iterable[Done]) -> Own:
    """Those to which something is done, and those that the title names."""
    made = list(done)
    titled = mentions.names.find(article.title.text) if article.title else []
    ids = {each.instrument for each in made} | {each.id for each in titled if each.kind == "instrument"}
    return Own(frozenset(ids - {""}), frozenset(each.name for each in made))


def scope(sentence: Words, mentions: Mentions, own: Own, day: Words, verb: Words) -> dict[str, Any] | None:
    """The scope of a day that a verb gives its role: empty if it is the announcement, None if it is not clear."""
    thing = _OF_THING.match(sentence.text, day.end - sentence.start)
    if thing:
        return _named(mentions, own, thing["name"] or "")
    before = sentence.text[: verb.start - sentence.start]
    if is_of_object(before):
        return _object(sentence, mentions, own, _object_before(before))
    behind = _BEFORE_VERB.search(before)
    head = before[: behind.start()] if behind else before
    if part := _PART.search(head):
        return {"part": part["part"] or part["han"]}
    if _SOME_RULES.search(head):
        return None
    known = next((each for each in mentions.within(sentence) if each.end == sentence.start + len(head)), None)
    if known:
        return {"instrument": known.id} if known.kind == "instrument" and known.id not in own.ids else {}
    name = _NAME.search(head)
    is_other = name and names_instrument(name[0]) and not _FIRST.match(head[: name.start()])
    return None if name and is_other and name[0] not in own.names else {}


def _object_before(before: str) -> str:
    """The words up to what a verb is about that stands behind it: "Peru praised the pact", for ", which it signed".

    Without "which", only the words for an instrument are taken for one: "the pact it signed", no "said that it signed".
    """
    for match in (found for start in _clause_starts(before) if (found := _OBJECT_CLAUSE.match(before, start))):
        named = before[: match.start()]
        if match["which"] or names_instrument(named.rpartition(" ")[2]):
            return named
    return ""


def is_of_object(before: str) -> bool:
    """Whether what a verb says is of the object of what stands before it, as in "praised the pact, which it signed"."""
    named = _object_before(before)
    return bool(named) and _ARTICLE.fullmatch(named) is None


def _clause_starts(before: str) -> list[int]:
    """Where a clause of a few words can begin that ends the text."""
    words = [match.start() for match in _GAP.finditer(before)]
    return words[-_MOST_WORDS:]


def _object(sentence: Words, mentions: Mentions, own: Own, named: str) -> dict[str, Any] | None:
    """The scope of a day on which something was done to what these words of a sentence end with."""
    if any(named.lower().endswith(each.lower()) for each in own.names):
        return {}
    known = next((each for each in mentions.within(sentence) if each.end == sentence.start + len(named)), None)
    if known is None or known.kind != "instrument":
        return None
    return {} if known.id in own.ids else {"instrument": known.id}


def _named(mentions: Mentions, own: Own, name: str) -> dict[str, Any] | None:
    """The scope of a day that a sentence in Chinese puts before what happened on it."""
    known = mentions.names.instrument(name) if name else ""
    if name in own.names or known in own.ids:
        return {}
    return {"instrument": known} if known else None


def about(sentence: Words, mentions: Mentions, own: Own, number: Words) -> str:
    """The id of another instrument, if it is the subject of what a sentence says of a number, or its object."""
    others = [each for each in mentions.within(sentence) if each.kind == "instrument" and each.id not in own.ids]
    return next((each.id for each in others if _is_of(sentence, each, number)), "")


def _is_of(sentence: Words, thing: Mention, number: Words) -> bool:
    start, end = thing.start - sentence.start, thing.end - sentence.start
    if thing.start >= number.end:
        return _DONE_TO.search(sentence.text[number.end - sentence.start : start]) is not None
    between = sentence.text[end : number.start - sentence.start]
    is_subject = _UNDER.search(sentence.text[:start]) is not None or between.startswith((", under which", ", which"))
    return is_subject and _OTHER_CLAUSE.search(between) is None
