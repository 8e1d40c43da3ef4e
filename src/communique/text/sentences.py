"""Finds the ends of sentences by punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..lazy import lazy_pattern

# A mark that ends a sentence, with closing quotes and brackets after it.
_END = lazy_pattern(r"[.!?؟۔।…](?=[\s\"'”’»)\]]|$)[\"'”’»)\]]*(?=\s|$)|[。！？][”’」』）]*")
# Abbreviations with a full stop that does not end a sentence.
_ABBREVIATIONS = (
    "mr|mrs|ms|mx|dr|prof|gov|sen|rep|gen|col|capt|lt|sgt|hon|rev|st|jr|sr|messrs|mme|mlle|"
    "no|nos|art|arts|sec|secs|ch|para|paras|pp|vol|vols|fig|figs|reg|regs|ed|eds|cf|vs|approx|ca|dept|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|nr|bzw|abs"
)
_SHORT = lazy_pattern(rf"(?<![^\W_])(?:[^\W\d_]|{_ABBREVIATIONS})\.$", re.IGNORECASE)
_GERMAN_MONTHS = "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_ORDINAL = lazy_pattern(r"(?<!\d)\d{1,2}\.$")
_MONTH_AHEAD = lazy_pattern(rf"\s+(?:{_GERMAN_MONTHS})\b", re.IGNORECASE)
_NEXT_LETTER = lazy_pattern(r"[\s\"'“‘«(\[]*")


def ends(text: str) -> Iterator[int]:
    """The index after each sentence. An initial, an abbreviation or a full stop before a small letter does not end one.

    >>> text = "The U.S. Congress met on 12 Jan. 2026. Others left."
    >>> [text[begin:end].strip() for begin, end in pairwise([0, *ends(text)])]
    ['The U.S. Congress met on 12 Jan. 2026.', 'Others left.']
    """
    for match in _END.finditer(text):
        if not _continues(text, match):
            yield match.end()


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of whole sentences that contains another span, without spaces at its ends."""
    begins, closes = 0, len(text)
    for place in ends(text):
        if place <= start:
            begins = place
        elif place >= end:
            closes = place
            break
    return begins + len(text[begins:closes]) - len(text[begins:closes].lstrip()), closes


def split(text: str) -> Iterator[str]:
    """The sentences one by one."""
    for begin, end in pairwise([0, *ends(text), len(text)]):
        if sentence := text[begin:end].strip():
            yield sentence


def _continues(text: str, match: re.Match[str]) -> bool:
    ahead = _NEXT_LETTER.match(text, match.end())
    if ahead and text[ahead.end() : ahead.end() + 1].islower():
        return True
    before = text[max(0, match.start() - 12) : match.start() + 1]
    if match[0] != ".":
        return False
    return bool(_SHORT.search(before) or (_ORDINAL.search(before) and _MONTH_AHEAD.match(text, match.end())))
