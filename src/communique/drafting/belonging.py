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
