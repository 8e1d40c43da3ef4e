"""Letters of other scripts that look like Latin letters."""

from __future__ import annotations

import unicodedata

_LOOKALIKES = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m",
    "н": "h", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "у": "y", "ѵ": "v", "ԝ": "w", "х": "x",
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "χ": "x", "γ": "y", "ı": "i", "ɑ": "a", "ɡ": "g", "ⅼ": "l", "ո": "n", "օ": "o", "ս": "u", "հ": "h",
}  # fmt: skip


def latinise(word: str) -> str:
    """The word with look-alike letters replaced by Latin ones.

    >>> latinise("ѕtage") == "stage"
    True
    """
    return "".join(_latin(letter) for letter in unicodedata.normalize("NFC", word))


def foreign_letter(word: str) -> str:
    """A description of the first letter that only looks like a Latin one; empty if there is none."""
    for number, letter in enumerate(word, start=1):
        latin = _latin(letter)
        if latin != letter:
            name = unicodedata.name(letter, "a letter of another script")
            return f"letter {number} is {name} (U+{ord(letter):04X}), not {latin}"
    return ""


def _latin(letter: str) -> str:
    if letter.isascii():
        return letter
    latin = _LOOKALIKES.get(letter.lower()) or unicodedata.normalize("NFKC", letter)
    if len(latin) != 1 or not latin.isascii():
        return letter
    return latin.upper() if letter.isupper() else latin
