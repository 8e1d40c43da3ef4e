"""Numbers as an English text writes them, and the words that say how exact they are."""

from __future__ import annotations

import re
from decimal import Decimal

from ..codelists import Comparator
from ..lexicon.numbers import numbers

_COMPARATORS = {
    Comparator.MORE_THAN: "more than|over|above|exceeding|upwards of|in excess of",
    Comparator.AT_LEAST: "at least|no fewer than|no less than|not less than|a minimum of",
    Comparator.LESS_THAN: "less than|fewer than|under|below",
    Comparator.AT_MOST: "at most|up to|no more than|not more than|as many as|as much as|a maximum of",
    Comparator.ABOUT: "about|around|approximately|roughly|some|nearly|almost|close to|circa",
    Comparator.EXACTLY: "exactly|precisely",
}
_NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = {"one": 1, **{word: number for word, number in _NUMBER_WORDS.items() if number < 10}}
_SCALES = "thousand|million|billion|trillion|bn|lakh|crore"
DIGITS = rf"[0-9]{{1,15}}(?:,[0-9]{{3}})*(?:\.[0-9]{{1,6}})?(?: ?(?:{_SCALES})\b|(?:m|mn|tn|k)\b)?"
"""A number in digits, with separators and a word of scale, or a short sign of it right behind."""

SPELT = (
    rf"(?i:(?:{_TENS})-(?:{'|'.join(_UNITS)})|{'|'.join(_NUMBER_WORDS)})\b(?! (?:{_SCALES})\b)"
    rf"|(?i:{'|'.join(_NUMBER_WORDS)}) (?:{_SCALES})\b"
)
"""A number in words, from two on."""

COMPARED = rf"(?:\b(?P<comparator>(?i:between|{'|'.join(_COMPARATORS.values())})) )?"
"""The words before a number that say how exact it is, with a space."""

_GREATEST = 10**18


def number(text: str) -> int | float | None:
    """The number that the text can only mean; None if there is none. 1,000 is a thousand, as in English.

    >>> number("twenty-five"), number("1,000"), number("1.5 million")
    (25, 1000, 1500000)
    """
    small = text.lower()
    first, _, scale = small.partition(" ")
    tens, _, units = first.partition("-")
    if units in _UNITS and tens in _NUMBER_WORDS:
        return _NUMBER_WORDS[tens] + _UNITS[units]
    if first in _NUMBER_WORDS:
        readings = numbers(f"{_NUMBER_WORDS[first]} {scale}".strip())
    else:
        readings = numbers(re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", small))
    if not readings:
        return None
    exact = Decimal(readings[0][1])
    if exact > _GREATEST:
        return None
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def comparator(words: str | None) -> Comparator:
    """The code for the words before a number."""
    if not words:
        return Comparator.UNQUALIFIED
    return next(code for code, names in _COMPARATORS.items() if words.lower() in names.split("|"))
