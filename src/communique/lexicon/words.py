"""The words of a text for search: folded, without punctuation."""

from __future__ import annotations

from itertools import pairwise

from ..lazy import lazy_pattern
from .folding import fold

_INITIALS = lazy_pattern(r"\b(?:[^\W\d_]\.){2,}")
_BETWEEN = lazy_pattern(r"[\W_]+")
_JOINERS = lazy_pattern("['-]")
# British and American spellings of one English word, by its ending.
_NEAR = (
    (lazy_pattern(r"(?<=[aeiou])ll(?=(?:ed|ing|ings|er|ers)$)"), "l"),
    (lazy_pattern(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (lazy_pattern(r"(?<=\w{2})our(?=(?:s|ed|ing|al|able)?$)"), "or"),
)


def tokens(text: str) -> tuple[str, ...]:
    """The words of the text in their order; initials with full stops are one word.

    >>> tokens("The U.S. and Côte d’Ivoire")
    ('the', 'us', 'and', 'cote', 'd', 'ivoire')
    """
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), fold(text))
    return tuple(filter(None, _BETWEEN.split(plain)))


def spellings(text: str) -> frozenset[tuple[str, ...]]:
    """The words of the text in each spelling: unchanged, without apostrophes and hyphens, and in the usual form."""
    written = {tokens(text), tokens(_JOINERS.sub("", fold(text)))}
    return frozenset(written | {_usual(words) for words in written})


def _usual(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with American endings, and letters joined to the number after them, as in SB 53.

    >>> _usual(("sb", "53", "labelling"))
    ('sb53', 'labeling')
    """
    near = [_american(word) for word in words]
    joins = [False, *(_joined(first, second) for first, second in pairwise(near))]
    found: list[str] = []
    for word, joined in zip(near, joins, strict=False):
        if joined:
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


def _joined(first: str, second: str) -> bool:
    return first.isalpha() and second.isdecimal()


def _american(word: str) -> str:
    for pattern, usual in _NEAR:
        word = pattern.sub(usual, word)
    return word
