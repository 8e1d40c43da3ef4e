"""The word that was probably meant: "did you mean ...", only for a typing error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from ..codelists import CODELISTS
from ..text.homoglyphs import foreign_letter, latinise
from ..text.inflection import singular

_LONGEST = 100  # a longer word takes too long to compare
_LONG = 8  # a word of this length may have two typing errors
_SEPARATORS = re.compile(r"[\s_.-]+")
SHORTEST = 4
"""Letters of the shortest word that is compared; shorter words have too many others one letter away."""
FAR = 3
"""A distance that is too large for a typing error."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant; None if there is none, or several at the same distance.

    A typing error changes case, separators, letters that look alike, the plural ending, or one letter (two in a word
    of eight or more letters), and does not produce another known word.
    """
    ranked = sorted((distance, each) for each in set(candidates) if (distance := slips(word, each)) < FAR)
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A question that names the nearest candidate; empty if there is none."""
    match = nearest(word, candidates)
    if match is None:
        return ""
    foreign = foreign_letter(word)
    return f"did you mean {match}? Note: {foreign}" if foreign else f"did you mean {match}?"


def sure(word: str, candidates: Iterable[str]) -> str:
    """The candidate that is certainly meant; empty if none is. It is at most one letter away, and no other within two.

    In a short word only swapped letters count; any other typing error may be a different word.

    >>> sure("nmae", ["name"]), sure("nme", ["name"])
    ('name', '')
    """
    every = list(candidates)
    match = nearest(word, every)
    if match is None or slips(word, match) > 1 or not (_is_long(word, match) or _are_same_letters(word, match)):
        return ""
    near = [each for each in every if each != match and _distance(_plain(word), _plain(each), 2) <= 2]
    return "" if near and squeezed(word) != squeezed(match) else match


def _is_long(word: str, match: str) -> bool:
    return min(len(squeezed(word)), len(squeezed(match))) > SHORTEST


def _are_same_letters(word: str, match: str) -> bool:
    return sorted(squeezed(word)) == sorted(squeezed(match))


def slips(word: str, candidate: str) -> int:
    """The number of typing errors between the candidate and the word; `FAR` if there are too many."""
    if max(len(word), len(candidate)) > _LONGEST:
        return FAR
    if squeezed(word) == squeezed(candidate):
        return 0
    parts, others = _plain(word).split("_"), _plain(candidate).split("_")
    if len(parts) != len(others):
        return FAR
    pairs = [(part, other) for part, other in zip(parts, others, strict=True) if part != other]
    steps = sum(_steps(part, other, is_part=len(parts) > 1) for part, other in pairs)
    return steps if steps <= _allowed(_plain(word), _plain(candidate)) else FAR


def _steps(found: str, meant: str, *, is_part: bool) -> int:
    """The number of typing errors between two words; a part of a longer word may have one letter less."""
    if singular(found) == singular(meant):
        return 1
    limit = _allowed(meant, meant) and 1 if is_part and len(found) == SHORTEST - 1 else _allowed(found, meant)
    if not limit or found in _words() or sorted(filter(str.isdigit, found)) != sorted(filter(str.isdigit, meant)):
        return FAR
    # A typing error is rarely in the first letter; a change there is often a prefix that reverses the meaning.
    if found[0] != meant[0] and found[:2] != meant[1::-1]:
        return FAR
    distance = _distance(found, meant, limit)
    return distance if distance <= limit else FAR


def _allowed(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return 0 if shorter < SHORTEST else 1 if shorter < _LONG else 2


def _distance(one: str, other: str, limit: int) -> int:
    """Letters inserted, deleted, replaced or swapped with the next (optimal string alignment); at most limit + 1.

    >>> _distance("raeson", "reason", 2)
    1
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            best = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != wanted))
            if before and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before[column - 2] + 1)
            here.append(best)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return above[-1]


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return _SEPARATORS.sub("_", latinise(word).strip().lower())


def squeezed(word: str) -> str:
    """The word without case and separators, and with Latin letters for those that look like them.

    >>> squeezed("Full-Text") == squeezed("full_text")
    True
    """
    return _plain(word).replace("_", "")


@cache
def _words() -> frozenset[str]:
    """Known words, which are not typing errors even if they are close to a code or the name of a field."""
    listed = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()
    return frozenset(listed) | frozenset(_vocabulary())


def _vocabulary() -> Iterator[str]:
    for codelist in CODELISTS:
        for code in codelist:
            for term in (code.value, *code.also):
                yield from _plain(term).split("_")
