"""How firmly a sentence puts something: as done, as planned, or as open, such as what it denies."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..lazy import lazy_pattern
from .article import Words
from .quotations import unquoted


class Firmness(Enum):
    """How firmly something is put, other than as a fact."""

    PLANNED = "planned"
    NEGATED = "negated"
    CANCELLED = "cancelled"
    OPEN = "open"


class Doubt(NamedTuple):
    """Why a sentence does not state something as done: the words that say so, and whether they are behind it."""

    firmness: Firmness
    words: str
    is_behind: bool

    @property
    def is_planned(self) -> bool:
        """Whether it is only ahead, and nothing says that it is denied, conditional or called off."""
        return self.firmness is Firmness.PLANNED

    @property
    def leaves_number(self) -> bool:
        """Whether a number of things stands all the same, as in "40 firms will test it", and "40 firms did not"."""
        return self.is_planned or (self.firmness is Firmness.NEGATED and self.is_behind)


class _Cue(NamedTuple):
    """Words that make doubtful what is around them: how far to the left, and how far to the right."""

    firmness: Firmness
    words: re.Pattern[str]
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None


_ANYWHERE = lazy_pattern(r"(?!)")
_SENTENCE = lazy_pattern(r"[;；。]|\bbut\b|, (?:while|whereas)\b|\balthough\b|[，,](?:但|而)")
_CLAUSE = lazy_pattern(r"[;:—；：。，]|, |\b(?:but|while|whereas|although|though)\b")
_BEGIN = lazy_pattern(r"[;:—；：。，]|, |\b(?:but|while|whereas|although|though|that|and|who|which|where)\b")
_PARTICIPLES = (
    "denied|rejected|refused|blocked|vetoed|defeated|abandoned|withdrawn|dropped|struck down|voted down|"
    "overturned|annulled|quashed|reversed|waived"
)
_CALLED_OFF = (
    "called off|cancel?led|postponed|delayed|put off|pushed back|put on hold|suspended|deferred|scrapped|shelved"
)
_CUES = (
    _Cue(
        Firmness.CANCELLED,
        lazy_pattern(
            rf"\b(?:{_CALLED_OFF})\b|\b(?:call|calls|calling|put|puts) off\b|推迟|取消|延期|搁置|叫停|"
            r"\b(?:to|will|would|may|might|could) (?:delay|postpone|cancel|defer|suspend|scrap|shelve)\b"
        ),
        _ANYWHERE,
        _ANYWHERE,
    ),
    _Cue(
        Firmness.OPEN,
        lazy_pattern(rf"\b(?:is|are|was|were|been|being|be) (?:{_PARTICIPLES})\b|被否决"),
        _SENTENCE,
        _SENTENCE,
    ),
    _Cue(
        Firmness.OPEN,
        lazy_pattern(
            rf"\b(?:{_PARTICIPLES}|den(?:y|ies|ying)|reject(?:s|ing)?|refus(?:es?|ing|al)|declin(?:e[sd]?|ing) to|"
            r"fail(?:s|ed|ing|ure)?|rul(?:es?|ed|ing) out|block(?:s|ing)|doubt(?:s|ed)?|disput(?:es?|ed)|"
            r"withdr(?:ew|aws?)|oppos(?:es?|ed|ing)|contradict(?:s|ed)|refut(?:es?|ed)|false(?:ly)?|untrue|rumou?rs?|"
            r"accus(?:es?|ed) of|stopp(?:ed|ing) short of|"
            r"(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|ask(?:s|ed)?|want(?:s|ed)?|invit(?:es?|ed)|"
            r"demand(?:s|ed)?|encourag(?:es?|ed)|motion|proposal|request|plea|appeal(?:s|ed)?)\b[^,;]{0,80}? to|"
            r"whether)\b|否认|拒绝|反对|否决|驳回|是否|而非|呼吁|敦促"
        ),
        None,
        _SENTENCE,
    ),
    _Cue(
        Firmness.OPEN,
        lazy_pattern(
            r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n case|in the event (?:that|of)|as long as|subject to)\b"
            r"(?! not\b)|^Should\b|^Had\b|如果|倘若|假如|一旦|除非|若(?!干)"
        ),
        _SENTENCE,
        _SENTENCE,
    ),
    _Cue(Firmness.NEGATED, lazy_pattern(r"\b(?:instead of|rather than|without)\b(?! delay)"), None, _CLAUSE),
    _Cue(
        Firmness.NEGATED,
        lazy_pattern(
            r"\b(?:[Nn]ot|never|neither|nor|none|nobody|nothing|cannot|hardly|yet to)\b"
            r"(?! only\b| (?:later|less|fewer|more) than\b)|n[’']t\b|"
            r"\b[Nn]o\b(?!\.|(?: later| less| fewer| more| longer) than\b)|"
            r"未(?!来)|没有|没(?!收)|尚无|并非|不(?!仅|断|同|久|少|超|低|足|到|多|含|限|光|但|只|管|论|均|当|平|得|错|晚)"
        ),
        _BEGIN,
        _CLAUSE,
    ),
    _Cue(
        Firmness.OPEN,
        lazy_pattern(
            r"\b(?:may|might|could|should|perhaps|possibly|allegedly|reportedly|consider(?:s|ed|ing)?|"
            r"(?:is|are|was|were) (?:in talks|discussing|weighing)|ask(?:s|ed)? to|wants? to|hop(?:es?|ed|ing) to|"
            r"hopes? that|unclear|likely)\b|可能|或将|考虑|希望"
        ),
        _BEGIN,
        _CLAUSE,
    ),
    _Cue(
        Firmness.PLANNED,
        lazy_pattern(
            r"\b(?:will|would|shall|(?:expected|planned|due|set|slated|scheduled|supposed|intend(?:s|ed)?|plan(?:s|ned)?|"
            r"aim(?:s|ed)?|prepar(?:es?|ed|ing)|agreed|about|is|are|was|were) to)\b|将(?!近)|拟|预计|有望"
        ),
        _BEGIN,
        _CLAUSE,
    ),
)
_IN_PASSING = lazy_pattern(
    r"(?<=[0-9]), ?(?=[0-9])|^[^，。]{0,24}[年月日]，|"
    r"^(?:On|In|At|By|Since|Earlier|Last|Yesterday|Today)\b[^,;“]{0,60}, |"
    r", (?:on|in|at|by|for|as|with|despite|after|however|though)\b[^,;“]{0,60},"
)
"""Commas that end no clause: in dates and numbers, after a date at the beginning, around an insertion."""

_TITLE = lazy_pattern("《[^《》]*》")
_SENTENCES_KEPT = 16


def doubt(sentence: Words, start: int, end: int) -> Doubt | None:
    """What makes doubtful that something between two places of the sentence's own text is done; None if nothing does.

    What is called off, denied or conditional comes before what is only planned. Within a quotation the words around
    it count, too; outside of it, the words in quotations do not.

    >>> text = "The plan was not adopted on 1 March, but signed on 2 March."
    >>> [doubt(Words(0, len(text), text), place, place + 7) for place in (28, 51)]
    [Doubt(firmness=<Firmness.NEGATED: 'negated'>, words='not', is_behind=False), None]
    """
    is_quoted = unquoted(sentence.text)[start:end].isspace()
    found = (each.at(start, end) for each in _cues_in(sentence.text, is_quoted))
    return next(filter(None, found), None)


def doubt_of(sentence: Words, part: Words) -> Doubt | None:
    """What makes doubtful a part of the sentence."""
    return doubt(sentence, part.start - sentence.start, part.end - sentence.start)


class _Reach:
    """The places of one cue in a text, and those at which its reach to the left and to the right ends."""

    def __init__(self, cue: _Cue, text: str, plain: str) -> None:
        self._firmness = cue.firmness
        self._matches = list(cue.words.finditer(text))
        self._starts, self._ends = [each.start() for each in self._matches], [each.end() for each in self._matches]
        self._left, self._right = (_stops(each, plain) if self._matches else None for each in (cue.left, cue.right))

    def at(self, start: int, end: int) -> Doubt | None:
        """The first of its words that govern what is at a place: nothing between the two ends their reach."""
        if self._right is not None:
            barrier = bisect_right(self._right, start, key=_end)
            number = bisect_right(self._ends, self._right[barrier - 1][0]) if barrier else 0
            if number < len(self._ends) and self._ends[number] <= start:
                return Doubt(self._firmness, self._matches[number][0], False)
        number = bisect_left(self._starts, end)
        if self._left is not None and number < len(self._starts):
            barrier = bisect_left(self._left, end, key=_start)
            if barrier == len(self._left) or self._left[barrier][1] > self._starts[number]:
                return Doubt(self._firmness, self._matches[number][0], True)
        return None


def _stops(pattern: re.Pattern[str] | None, text: str) -> list[tuple[int, int]] | None:
    return None if pattern is None else [each.span() for each in pattern.finditer(text)]


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _end(span: tuple[int, int]) -> int:
    return span[1]


@lru_cache(maxsize=_SENTENCES_KEPT)
def _cues_in(sentence: str, is_quoted: bool) -> tuple[_Reach, ...]:
    """The cues of a sentence, which many places in it ask for; those in quotations only for what is quoted."""
    text = sentence if is_quoted else unquoted(sentence)
    text = _TITLE.sub(lambda title: "_" * len(title[0]), text)
    plain = _IN_PASSING.sub(lambda match: re.sub("[,，]", " ", match[0]), text)
    return tuple(_Reach(cue, text, plain) for cue in _CUES)
