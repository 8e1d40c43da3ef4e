"""Quotation marks: what is between them, and whether a quotation goes on after a sentence."""

from __future__ import annotations

from functools import lru_cache

from ..lazy import lazy_pattern

QUOTATION = lazy_pattern(r"[“«「](?P<words>[^“”«»「」]{3,})[”»」]")
"""A quotation in a text with curled marks."""

_SENTENCES_KEPT = 16
_OPENING = lazy_pattern(r"(?:^|(?<=[\s(\[—–:：‘]))\"")
_ONLY_ITS_END = lazy_pattern(r"[^“”«»「」]*(?=[”»」])")
_ONLY_ITS_BEGINNING = lazy_pattern(r"(?<=[“«「])[^“”«»「」]*$")


def curled(text: str) -> str:
    """The text with “ and ” for straight marks, so that places stay the same.

    >>> curled('"Yes," he said. "No."')
    '“Yes,” he said. “No.”'
    """
    return _OPENING.sub("“", text).replace('"', "”") if '"' in text else text


@lru_cache(maxsize=_SENTENCES_KEPT)
def unquoted(text: str) -> str:
    """The text with spaces for what is in quotation marks, so that places stay the same.

    What is after a mark that is not closed in the text is in quotation marks, too, and what is before one not opened.
    """
    found = curled(text)
    first = _ONLY_ITS_END.match(found)
    if first:
        found = " " * first.end() + found[first.end() :]
    found = QUOTATION.sub(lambda match: match[0][0] + " " * (len(match[0]) - 2) + match[0][-1], found)
    return _ONLY_ITS_BEGINNING.sub(lambda match: " " * len(match[0]), found)


def is_left_open(text: str, inside: bool) -> bool:
    """Whether a quotation goes on after a sentence that begins ``inside`` one, or not.

    >>> is_left_open("“We will act.", False), is_left_open("We will act.”", True), is_left_open("We act.", True)
    (True, False, True)
    """
    plain = curled(text)
    opened = max(plain.rfind(each) for each in "“«「")
    closed = max(plain.rfind(each) for each in "”»」")
    return opened > closed if opened != closed else inside
