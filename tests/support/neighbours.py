"""English words that are one typing error away from another word."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase

from spellchecker import SpellChecker

_USUAL = 500
"""How often a usual word is in the corpus from which the list was made."""


def neighbours(word: str, *, usual: bool = False) -> list[str]:
    """The English words with one letter more, less, replaced or swapped with the next; not the word itself."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = ("", *ascii_lowercase)
    replaced = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    inserted = {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    least = _USUAL if usual else 0
    return sorted(each for each in (replaced | inserted | swapped) - {word} if _english()[each] > least)


@cache
def _english() -> SpellChecker:
    return SpellChecker(language="en")
