"""Folding: one form for names that are written in several ways, to compare and search them. Never displayed."""

from __future__ import annotations

import unicodedata

from ..lazy import lazy_pattern

# Letters that Unicode does not decompose, as they are written with ASCII letters.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_QUOTES = "'\"`´‘’‚‛“”„‟′″‹›«»ʹʺʻʼʽˈ՚׳״"
_HYPHENS = "\u2043\u2212\u02d7"  # signs used as hyphens that are not in the Unicode category of dashes
_INVISIBLE = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Marks of these classes make another letter, not an accent: nukta, voiced kana, virama.
_NO_ACCENT = (0, 7, 8, 9)
_WORD = lazy_pattern(r"\w+")


def fold(text: str) -> str:
    """The text without differences of case, accents, width, quotes, hyphens and spaces.

    Folding a folded text changes nothing. Each character is folded by itself, in linear time.

    >>> fold("Łukasz Sørensen"), fold("CÔTE D’IVOIRE"), fold("Anne‑Marie")
    ('lukasz sorensen', "cote d'ivoire", 'anne-marie')
    """
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """The folded form of each character, computed when it is first used."""

    def __missing__(self, point: int) -> str:
        self[point] = _fully_folded(chr(point))
        return self[point]


_FOLDED = _Folded()


def _fully_folded(character: str) -> str:
    """The character folded until nothing is left to fold."""
    once = _folded_once(character)
    return once if once == character else "".join(map(_fully_folded, once))


def _folded_once(character: str) -> str:
    if character in _INVISIBLE or unicodedata.combining(character) not in _NO_ACCENT:
        return ""
    if character in _QUOTES:
        return "'"
    if character in _HYPHENS or unicodedata.category(character) == "Pd":
        return "-"
    if character.isspace():
        return " "
    return _LETTERS.get(character) or unicodedata.normalize("NFKD", character.casefold())


def folded_words(text: str) -> list[str]:
    """The folded words of a name, in their order, for comparing names; search uses `words.tokens`.

    >>> folded_words("Łódź, Poland")
    ['lodz', 'poland']
    """
    # The words of a text in ASCII are folded when they are in lower case, and that is many times faster.
    return _WORD.findall(text.lower() if text.isascii() else fold(text))
