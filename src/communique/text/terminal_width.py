"""The width of text on a terminal, in cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

_FIRST_MARK = "\u0300"  # all letters before it are one cell wide


def cells(text: Iterable[str]) -> int:
    """The width of the text in terminal cells.

    >>> cells("AI"), cells("人工智能")
    (2, 8)
    """
    return sum(width(letter) for part in text for letter in part)


def fitting(parts: Sequence[str], available: int) -> int:
    """The number of parts, from the first, that fit into this many cells."""
    return sum(end <= available for end in accumulate(map(cells, parts)))


def width(letter: str) -> int:
    """The width of one letter: 0, 1 or 2 cells."""
    if letter < _FIRST_MARK:
        return 1
    # Vowels and finals of decomposed Hangul are drawn into the cell of the consonant before them.
    if unicodedata.category(letter) in ("Mn", "Me") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
