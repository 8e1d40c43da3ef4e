"""Ranges of days, such as "from 26 to 28 July" and 5月11日至12日, and days without a month in Chinese."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..lazy import lazy_pattern

_MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_MONTH = "(?:{})".format(
    "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name if name).replace("Sep(", "Sept?(")
)
_END = r"(?!\w|[%.,:/-][0-9]| ?%| percent)"
_YEAR = r"(?P<{}>(?:19|20)[0-9]{{2}})"


def _day(name: str) -> str:
    return rf"(?P<{name}>[0-9]{{1,2}})(?:st|nd|rd|th)?"


_TO = r"(?: ?[-–—] ?| to | through | until | and )"
_FIRST, _LAST = _day("first"), _day("last")
_YEAR_BEFORE, _YEAR_BEHIND = (rf"(?:,? {_YEAR.format(name)})?" for name in ("year1", "year"))
_MONTH_BEHIND = rf"(?P<month>{_MONTH})\b(?:\.(?=,? [0-9]))?"
_OPENING = r"(?<![\w.,/-])(?:(?P<how>[Ff]rom|[Bb]etween) (?:the )?)?"
_ENGLISH = tuple(
    lazy_pattern(_OPENING + form + _YEAR_BEHIND + _END)
    for form in (
        rf"{_FIRST}(?P<to>{_TO}){_LAST}(?: of)? {_MONTH_BEHIND}",
        rf"{_FIRST} (?P<month1>{_MONTH})\b\.?{_YEAR_BEFORE}(?P<to>{_TO}){_LAST} {_MONTH_BEHIND}",
        rf"(?P<month>{_MONTH})\b\.? {_FIRST}(?P<to>{_TO}){_LAST}",
        rf"(?P<month1>{_MONTH})\b\.? {_FIRST}{_YEAR_BEFORE}(?P<to>{_TO})(?P<month>{_MONTH})\b\.? {_LAST}",
    )
)
_HAN = lazy_pattern(
    r"(?<![0-9.第])(?:(?P<year1>(?:19|20)[0-9]{2})年)?(?:(?P<month1>[0-9]{1,2})月|本月)?(?P<first>[0-9]{1,2})日?"
    r"(?:至|到|[—–~～-]{1,2})(?:(?P<year>(?:19|20)[0-9]{2})年)?(?:(?P<month>[0-9]{1,2})月)?(?P<last>[0-9]{1,2})日"
)
_OF_THE_MONTH = lazy_pattern(
    r"(?:(?<!\w)|(?<=[\u4e00-\u9fff]))(?<![月年至到第每百千万亿])(?:本月)?(?P<day>[0-9]{1,2})日(?![0-9内间均游报至到—–~～-])"
)
_MOVED = lazy_pattern(r"\b(?:postpon|delay|mov|push|defer|extend|shift|put|chang|br(?:ing|ought))\w*\b[^.;]*$")


class DayRange(NamedTuple):
    """A range of days, and where its words are; its first and last day, of which the year may not be given."""

    start: int
    end: int
    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]

    @property
    def has_year(self) -> bool:
        """Whether the words give the year."""
        return self.last[0] is not None

    def value(self, year: int) -> str | None:
        """The range in EDTF, if there are such days; ``year`` is that of its last day, if the words give none."""
        last_year = self.last[0] or year
        first_year = self.first[0] or last_year - (self.first[1] > self.last[1])
        try:
            first, last = date(first_year, *self.first[1:]), date(last_year, *self.last[1:])
        except ValueError:
            return None
        return f"{first.isoformat()}/{last.isoformat()}" if first < last else None


def day_ranges(text: str, month: int = 0) -> Iterator[DayRange]:
    """The ranges of days in a text. In Chinese, days without a month are of the given one, if there is one.

    "From 3 May to 5 May" is none after words such as "moved".

    >>> [each.value(2025) for each in day_ranges("It met from 26 to 28 July, and on May 30-June 2.")]
    ['2025-07-26/2025-07-28', '2025-05-30/2025-06-02']
    """
    for form in _ENGLISH:
        for match in form.finditer(text):
            is_moved = (match["how"] or "").lower() == "from" and _MOVED.search(text[: match.start()])
            if not is_moved and _is_range(match):
                yield _range(match, _MONTHS[match["month"][:3].lower()])
    for match in _HAN.finditer(text):
        number = int(match["month"] or match["month1"] or month)
        if number:
            yield _range(match, number)


def _is_range(match: re.Match[str]) -> bool:
    """Whether two days are the ends of a range: with "and" only behind "between", or if they follow each other."""
    how, to = (match["how"] or "").lower(), match["to"].strip()
    if to == "and":
        return how == "between" or (not how and int(match["last"]) == int(match["first"]) + 1)
    return how != "between"


def _range(match: re.Match[str], month: int) -> DayRange:
    given = match.groupdict()
    first_month = given.get("month1") or str(month)
    number = int(first_month) if first_month.isdecimal() else _MONTHS[first_month[:3].lower()]
    first_year, year = (int(given[name]) if given.get(name) else None for name in ("year1", "year"))
    last = (year or first_year, month, int(given["last"]))
    return DayRange(match.start(), match.end(), (first_year, number, int(given["first"])), last)


def days_of_month(text: str, published: date) -> Iterator[tuple[int, int, date]]:
    """The days that a text in Chinese gives without a month: those of the month of publication."""
    for match in _OF_THE_MONTH.finditer(text):
        try:
            yield match.start(), match.end(), published.replace(day=int(match["day"]))
        except ValueError:
            continue
