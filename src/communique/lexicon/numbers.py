"""The numbers that a text can mean: with separators, a decimal comma, or a word of scale."""

from __future__ import annotations

import math
import re

from ..lazy import lazy_pattern
from .units import in_full, split_scale

_NUMBER = lazy_pattern(r"[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?")
_SIGNS = " ,.'’_\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_GROUPED = lazy_pattern(rf"(?P<whole>-?[0-9]{{1,3}}(?:(?P<sign>[{_SIGNS}])[0-9]{{3}})(?:(?P=sign)[0-9]{{3}})*)")
_INDIAN = lazy_pattern(r"-?[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}")
_WITH_COMMA = lazy_pattern(r"-?[0-9]+,[0-9]+")
_EUROPEAN = lazy_pattern(r"(?P<whole>-?[0-9]{1,3}([.][0-9]{3})+),(?P<part>[0-9]+)")
_ENGLISH = lazy_pattern(r"(?P<whole>-?[0-9]{1,3}(,[0-9]{3})+)[.](?P<part>[0-9]+)")
_POWER = lazy_pattern(r"(?:(?P<factor>-?[0-9]+(?:[.][0-9]+)?) ?[xX×*·] ?)?10(?:\^|\*\*)(?P<power>[-+]?[0-9]{1,3})")
_RAISED = lazy_pattern("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")
_DIGITS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_THOUSANDS_OR_DECIMALS = lazy_pattern(r"-?[1-9][0-9]{0,2}[.][0-9]{3}")


def numbers(text: str) -> list[tuple[str, str]]:
    """The numbers that the text can mean, and how to write each.

    >>> numbers("20 billion")
    [('in full', '20000000000')]
    """
    text = _RAISED.sub(lambda raised: f"^{raised[0].translate(_DIGITS)}", text.strip())
    if match := _POWER.fullmatch(text):
        number = _canonical(f"{match['factor'] or 1}e{match['power']}")
        return [("with an exponent" if "e" in number else "in full", number)]
    if found := split_scale(text):
        return _in_full(*found)
    if _THOUSANDS_OR_DECIMALS.fullmatch(text):
        point = "if the point is a decimal point"
        return [(f"without quotes, {point}", text), ("if it separates thousands", text.replace(".", ""))]
    if _NUMBER.fullmatch(text):
        return [("without quotes", _canonical(text))]
    if match := _EUROPEAN.fullmatch(text) or _ENGLISH.fullmatch(text):
        whole = re.sub("[.,]", "", match["whole"])
        return [("without separators, with a decimal point", f"{whole}.{match['part']}")]
    if match := _GROUPED.fullmatch(text):
        readings = [("without separators", text.replace(match["sign"], ""))]
        if text.count(",") == 1:
            readings.append(("if the comma is a decimal comma", text.replace(",", ".")))
        return readings
    if _INDIAN.fullmatch(text):
        return [("without separators", text.replace(",", ""))]
    return [("with a decimal point", text.replace(",", "."))] if _WITH_COMMA.fullmatch(text) else []


def _in_full(text: str, scale: str, times: int) -> list[tuple[str, str]]:
    """The numbers before a scale word such as million, multiplied."""
    readings = numbers(text)
    sure = "in full" if len(scale) > 1 else f"in full, if {scale} means {times:,}"
    condition = [f", {how}" if len(readings) > 1 else "" for how, _ in readings]
    return [(sure + how, in_full(number, times)) for how, (_, number) in zip(condition, readings, strict=True)]


def _canonical(text: str) -> str:
    """The number in the notation that every program reads: without a plus or leading zeros, and without an exponent, or
    with a point before it.
    """
    if re.fullmatch(r"-?(0|[1-9][0-9]*)([.][0-9]+)?", text):
        return text
    number = float(text)
    if math.isinf(number) or (number == 0 and re.search("[1-9]", re.split("[eE]", text)[0])):
        return text
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return re.sub("^(-?[0-9]+)e", r"\1.0e", repr(number))
