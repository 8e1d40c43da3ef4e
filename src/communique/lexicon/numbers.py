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
_THOUSANDS_OR_DECIMALS = lazy_pattern(r"-?[1-9][0-9]{0,2}[.][0-9]{3}")


def numbers(text: str) -> list[tuple[str, str]]:
    """The numbers that the text can mean, and how to write each.

    >>> numbers("20 billion")
    [('in full', '20000000000')]
    """
    text = text.strip()
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
    """The number in the notation that every program reads: without a plus, leading zeros or an exponent."""
    if re.fullmatch(r"-?(0|[1-9][0-9]*)([.][0-9]+)?", text):
        return text
    number = float(text)
    if math.isinf(number) or (number == 0 and re.search("[1-9]", re.split("[eE]", text)[0])):
        return text
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
