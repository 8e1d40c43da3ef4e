"""Finds words in a source's text and says where they are, the way evidence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .models import Passage, SourceText
from .models.codelists import TextNormalization
from .texts import digest, normalise

_AROUND = 40
_MOST = 10
_FEW = 3
# Letters that a person types in the place of those that a page has, one for one, so that places stay the same.
_TYPED = str.maketrans(dict(zip("“”„«»‘’‚–—−", '"""""\'\'\'---', strict=True)))
_SENTENCE_END = re.compile(r"[.!?。！？][\"'”’»)]*(?=\s|$)|[。！？]")


class CitationError(ValueError):
    """The words are not in the text, or more than once; the message says which, and ``candidates`` where they are."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


def describe(text: str) -> SourceText:
    """What identifies the text of a source."""
    normalised = normalise(text)
    normalization = TextNormalization.NFC_SINGLE_SPACE
    return SourceText(digest=digest(normalised), length=len(normalised), normalization=normalization)


def cite(text: str, words: str, *, whole_sentence: bool = False) -> Passage:
    """The passage of the text in which the words stand, once white space in both is made uniform.

    With ``whole_sentence`` it is stretched to the sentence around them.

    Raises:
        CitationError: the words are missing, or stand there more than once.
    """
    content, wanted = normalise(text), normalise(words)
    if not wanted:
        raise CitationError("no words were given")
    places = list(_places(content, wanted))
    if not places:
        candidates = tuple(_similar(content, wanted)) or tuple(_nearest(content, wanted))
        raise CitationError("the text does not have these words", candidates)
    if len(places) > 1:
        shown = tuple(_context(content, start, start + len(wanted)) for start in places[:_MOST])
        raise CitationError(f"the text has these words {len(places)} times; give more of them", shown)
    start, end = places[0], places[0] + len(wanted)
    if whole_sentence:
        start, end = _sentence(content, start, end)
    return Passage(start=start, end=end, digest=digest(content[start:end]))


def _places(content: str, wanted: str) -> Iterator[int]:
    start = content.find(wanted)
    while start >= 0:
        yield start
        start = content.find(wanted, start + 1)


def _similar(content: str, wanted: str) -> Iterator[str]:
    """What the text has in the place of the words, if only case, quotes or dashes differ."""
    # lower(), not casefold(): one letter must stay one letter.
    folded = "".join(letter.lower()[:1] for letter in content.translate(_TYPED))
    sought = "".join(letter.lower()[:1] for letter in wanted.translate(_TYPED))
    for start in list(_places(folded, sought))[:_MOST]:
        yield content[start : start + len(wanted)]


def _nearest(content: str, wanted: str) -> list[str]:
    """The sentences that have most of the words, if any has half of them."""
    words = set(re.findall(r"\w+", wanted.lower()))
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(content)), len(content)]
    sentences = [content[start:end].strip() for start, end in pairwise(ends)]
    shared = {each: len(words & set(re.findall(r"\w+", each.lower()))) for each in sentences if each}
    best = max(shared.values(), default=0)
    return [each for each, number in shared.items() if number == best and 2 * number >= len(words)][:_FEW]


def _context(content: str, start: int, end: int) -> str:
    before, after = content[max(0, start - _AROUND) : start], content[end : end + _AROUND]
    opening, closing = "…" if start > _AROUND else "", "…" if end + _AROUND < len(content) else ""
    return f"{opening}{before}[{content[start:end]}]{after}{closing}"


def _sentence(content: str, start: int, end: int) -> tuple[int, int]:
    ends = [match.end() for match in _SENTENCE_END.finditer(content)]
    begins = max((each for each in ends if each <= start), default=0)
    closes = min((each for each in ends if each >= end), default=len(content))
    return begins + (len(content[begins:]) - len(content[begins:].lstrip())), closes
