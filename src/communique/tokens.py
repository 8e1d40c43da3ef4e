"""The words of a text, for finding: folded, and without what stands between them."""

from __future__ import annotations

import re

from .folding import fold

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_BETWEEN = re.compile(r"[\W_]+")
_JOINERS = re.compile("['-]")


def tokens(text: str) -> tuple[str, ...]:
    """The words of the text in their order; initials with full stops are one word.

    >>> tokens("The U.S. and Côte d’Ivoire")
    ('the', 'us', 'and', 'cote', 'd', 'ivoire')
    """
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), fold(text))
    return tuple(filter(None, _BETWEEN.split(plain)))


def spellings(text: str) -> frozenset[tuple[str, ...]]:
    """The words of the text, and those of it written without apostrophes and hyphens."""
    return frozenset({tokens(text), tokens(_JOINERS.sub("", fold(text)))})
