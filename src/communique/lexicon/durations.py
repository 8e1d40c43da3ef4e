"""Durations in common words, as ISO 8601 durations."""

from __future__ import annotations

import re

from ..lazy import lazy_pattern

_COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SPAN = lazy_pattern(rf"(?P<count>[0-9]{{1,4}}|{'|'.join(_COUNTS)})[ -]?(?P<unit>day|week|month|year)s?", re.IGNORECASE)


def duration(text: str) -> str:
    """The duration of a number with one unit of time; empty for anything else, such as "3m".

    >>> duration("two weeks"), duration("3 days"), duration("3m")
    ('P2W', 'P3D', '')
    """
    if not (match := _SPAN.fullmatch(text.strip())):
        return ""
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _COUNTS.index(count) + 1
    return f"P{number}{match['unit'][0].upper()}"
