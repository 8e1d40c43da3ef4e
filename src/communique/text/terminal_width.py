"""How much room text takes on a terminal, which counts cells and not letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

_FIRST_MARK = "\u0300"  # no letter before it is drawn over another, or is wide


def cells(text: Iterable[str]) -> int:
    """How many cells of a terminal the text takes.

    >>> cells("AI"), cells("人工智能")
    (2, 8)
    """
    return sum(width(letter) for part in text for letter in part)


def fitting(parts: Sequence[str], room: int) -> int:
    """How many of the first letters or parts fit into so many cells."""
    return sum(end <= room for end in accumulate(map(cells, parts)))


def width(letter: str) -> int:
    """How many cells one letter takes: none, one or two."""
    if letter < _FIRST_MARK:
        return 1
    # Vowels and finals of decomposed Hangul are drawn into the cell of the consonant before them.
    if unicodedata.category(letter) in ("Mn", "Me") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
