"""Numbers as a text in Chinese writes them, and the words that say how exact they are."""

from __future__ import annotations

import re
from decimal import Decimal

from ..codelists import Comparator
from ..lexicon.units import MYRIADS

_COMPARATORS = {
    Comparator.MORE_THAN: "超过|突破|多于|高于|超|逾",
    Comparator.AT_LEAST: "至少|不少于|不低于",
    Comparator.LESS_THAN: "不到|不足|少于|低于",
    Comparator.AT_MOST: "不超过|至多|最多",
    Comparator.ABOUT: "将近|接近|大约|大概|约|近",
}
_CODES = {word: code for code, words in _COMPARATORS.items() for word in words.split("|")}
_LONGEST_FIRST = "|".join(sorted(_CODES, key=len, reverse=True))
COMPARED = rf"(?P<before>{_LONGEST_FIRST})?"
"""The words before a number that say how exact it is."""

_DIGITS = r"[0-9][0-9,.]{0,20}"
_SIGNS = "[零一二两三四五六七八九十百千]+"
_SCALE = r"(?:万亿|[万亿])"
TO = r"(?:至|到|[-–—~～])"
"""What stands between the ends of a range."""

NUMBER = rf"(?<![数几上第成0-9,.年月])(?P<number>{_DIGITS}|{_SIGNS})(?P<scale>{_SCALE})?(?P<after>多|余|几)?"
"""A number that may have a scale, and a sign behind it that says that there are more."""

RANGE = rf"(?<![数几上第成0-9,.年月])(?P<lower>{_DIGITS}|{_SIGNS})(?P<lower_scale>{_SCALE})?{TO}"
"""The first number of a range."""

_VALUES = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_TIMES = {**MYRIADS, "万亿": 10**12}


def compared(match: re.Match[str]) -> Comparator:
    """How exact a number is, by the words around it."""
    given = match.groupdict()
    if given.get("lower"):
        return Comparator.BETWEEN
    if given["before"]:
        return _CODES[given["before"]]
    return Comparator.MORE_THAN if given.get("after") else Comparator.UNQUALIFIED


def numbers(match: re.Match[str]) -> tuple[int | float, int | float | None] | None:
    """The number, and the upper one of a range; None if it cannot be read, or is no range.

    In 20至25亿 the scale is that of both.
    """
    given = match.groupdict()
    last = number(given["number"], given["scale"])
    if not given.get("lower") or last is None:
        return None if last is None else (last, None)
    first = number(given["lower"], given["lower_scale"] or given["scale"])
    return (first, last) if first is not None and first < last else None


def number(text: str, scale: str | None = None) -> int | float | None:
    """The number that the signs mean; None if there is none.

    >>> number("三十五"), number("2.3", "亿"), number("百")
    (35, 230000000, 100)
    """
    times = _TIMES[scale] if scale else 1
    if not text[0].isascii():
        return _of_signs(text) * times
    plain = text.replace(",", "").rstrip(".")
    if plain.count(".") > 1:
        return None
    exact = Decimal(plain) * times
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _of_signs(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        if sign in _SCALES:
            total += (digit or 1) * _SCALES[sign]
            digit = 0
        else:
            digit = _VALUES[sign]
    return total + digit
