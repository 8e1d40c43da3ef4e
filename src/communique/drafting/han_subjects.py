"""Who says or does what in a clause in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from ..lazy import lazy_pattern
from .article import Words
from .known_names import Mention
from .posts import in_han

_CLAUSE_END = "，。；：！？”"
_GAP = lazy_pattern(
    r"(?:[0-9]{1,2}月?[0-9]{0,2}日)?(?:(?:上午|下午|当天|当日|今天|昨天))?(?:[在于同与向就出会][^，。；：]{1,40}?(?:时|上|中|后|间|会|致辞)?)?"
    r"(?:还|也|并|则|再次|进一步|明确|特别|同时|严正)?"
)
_PRONOUN = lazy_pattern(r"[他她](?:还|也|并|同时|进一步|特别|再次)?")
SAYING = lazy_pattern("指出|表示|强调|认为|呼吁|警告|介绍说|透露")
"""Verbs that say that somebody says something, and are no parts of other words."""


def subject(sentence: Words, actors: Sequence[Mention], verb: int) -> Mention | None:
    """The actor with which the clause of a verb begins, behind its post if it has one; None if that is unclear."""
    start = _clause_start(sentence.text, verb)
    found: Mention | None = None
    end = start
    for each in actors:
        place = each.start - sentence.start
        if place < end or place >= verb:
            continue
        between = sentence.text[end:place]
        if between and in_han(between) != between:
            break
        found, end = each, each.end - sentence.start
    return found if found and _GAP.fullmatch(sentence.text[end:verb]) else None


def is_pronoun(sentence: Words, verb: int) -> bool:
    """Whether the clause of a verb begins with he or she."""
    return _PRONOUN.fullmatch(sentence.text[_clause_start(sentence.text, verb) : verb]) is not None


def _clause_start(text: str, place: int) -> int:
    return max(text.rfind(sign, 0, place) for sign in _CLAUSE_END) + 1
