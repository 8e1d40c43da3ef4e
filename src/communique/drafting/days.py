"""Days that a text names, in several languages and notations, with the weekday before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..lazy import lazy_pattern
from ..lexicon.calendar_names import fold, weekdays, with_english_months
from ..lexicon.date_forms import diagnose
from ..models.edtf import EdtfDate
from .article import Words
from .day_ranges import DayRange, day_ranges, days_of_month
from .quotations import unquoted

_NAME = r"[^\W\d_]{3,12}"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_][\w’'-]{2,14}),? (?:den |le |el |den |the )?)?"
_FORMS = (
    lazy_pattern(
        rf"{_WEEKDAY}(?P<day>(?<![\w.,/-])[0-9]{{1,2}}(?:(?:[-–]| to | and )[0-9]{{1,2}})?(?:st|nd|rd|th|er|\.|º)? "
        rf"(?:of |de )?{_NAME}\.?,?(?: de| del)? (?:19|20)[0-9]{{2}})(?![\w-])"
    ),
    lazy_pattern(
        rf"{_WEEKDAY}(?P<day>(?<!\w){_NAME}\.? [0-9]{{1,2}}(?:[-–][0-9]{{1,2}})?(?:st|nd|rd|th)?, ?(?:19|20)[0-9]{{2}})"
        r"(?![\w-])"
    ),
    lazy_pattern(rf"{_WEEKDAY}(?P<day>(?<![\w./-])(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})(?![\w/-])"),
    lazy_pattern(rf"{_WEEKDAY}(?P<day>(?<![\w./-])[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:19|20)[0-9]{{2}})(?![\w/-])"),
    lazy_pattern(
        r"(?P<day>(?<![0-9])(?:19|20)[0-9]{2}\u5e74[0-9]{1,2}\u6708[0-9]{1,2}\u65e5)"
        r"(?:[（(]?(?P<weekday>(?:\u661f\u671f|\u5468)[一二三四五六日天])[)）]?)?"
    ),
)
_ON_WEEKDAY = lazy_pattern(
    r"\b(?P<how>[Oo]n|[Ll]ast) (?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?!,? [0-9]|,? [A-Z][a-z]+ [0-9])"
)
_TODAY = lazy_pattern(r"\b(?:[Tt]oday|[Yy]esterday)\b(?![’'])")
_NO_YEAR = r"(?![\w-])(?!\.?,?(?: de)? (?:19|20)[0-9]{2})"
_YEARLESS = (
    lazy_pattern(rf"{_WEEKDAY}(?P<day>(?<![\w.,/-])[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_NAME}){_NO_YEAR}"),
    lazy_pattern(
        rf"{_WEEKDAY}(?P<day>(?<!\w)(?<![Ii]n ){_NAME}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?)(?![\w:%-]|,? ?[0-9]|\.[0-9])"
    ),
    lazy_pattern(r"(?P<day>(?<![0-9\u5e74])[0-9]{1,2}\u6708[0-9]{1,2}\u65e5)"),
)
_TWO_DAYS = lazy_pattern(r"\b([0-9]{1,2}) and ([0-9]{1,2})\b")
_NEAR = timedelta(days=150)
_WEEK = 7


class Day(NamedTuple):
    """A day or an interval in EDTF, the words that name it without the weekday, and the weekday (Monday is 0)."""

    value: str
    words: Words
    weekday: int | None
    with_weekday: Words
    is_partial: bool = False
    """Whether the words leave out the year, or all but the weekday, which then follow from the day of publication."""

    @property
    def date(self) -> date | None:
        """The day, if it is a single one."""
        return EdtfDate(self.value).earliest if "/" not in self.value else None

    @property
    def is_contradicted(self) -> bool:
        """Whether the weekday is not that of the day."""
        return self.weekday is not None and self.date is not None and self.date.weekday() != self.weekday


def days(words: Words) -> Iterator[Day]:
    """The full dates in a stretch of text, from left to right.

    >>> [each.value for each in days(Words(0, 35, "It met on Saturday, 26 July 2025."))]
    ['2025-07-26']
    """
    found: dict[int, Day] = {}
    for form in _FORMS:
        for match in form.finditer(words.text):
            value = _value(match["day"])
            if not value:
                continue
            weekday = _weekday(match["weekday"])
            plain = words.part(*match.span("day"))
            whole = words.part(match.start("weekday"), match.end("day")) if weekday is not None else plain
            if weekday is not None and match.start("weekday") > match.start("day"):
                whole = words.part(match.start("day"), match.end())
            found.setdefault(plain.start, Day(value, plain, weekday, whole))
    ranges = [day for each in day_ranges(words.text) if each.has_year and (day := _of_range(words, each))]
    yield from _without_parts([*ranges, *(found[start] for start in sorted(found))])


def _of_range(words: Words, days: DayRange, year: int = 0, *, is_partial: bool = False) -> Day | None:
    value, stretch = days.value(year), words.part(days.start, days.end)
    return Day(value, stretch, None, stretch, is_partial) if value else None


def _without_parts(named: Iterable[Day]) -> list[Day]:
    """The days in the order of the text, without those whose words are a part of those of a longer one."""
    kept: list[Day] = []
    for day in sorted(named, key=lambda each: each.words.start - each.words.end):
        if not any(day.words.start < each.words.end and each.words.start < day.words.end for each in kept):
            kept.append(day)
    return sorted(kept, key=lambda each: each.words.start)


def on_weekdays(words: Words, published: date) -> Iterator[Day]:
    """The days that are named by their weekday only: the last such day up to the one of publication."""
    for match in _ON_WEEKDAY.finditer(words.text):
        weekday = _weekday(match["weekday"])
        if weekday is not None:
            back = (published.weekday() - weekday) % _WEEK
            day = published - timedelta(_WEEK if not back and match["how"].lower() == "last" else back)
            stretch = words.part(
                match.start() if match["how"].lower() == "last" else match.start("weekday"), match.end()
            )
            yield Day(day.isoformat(), stretch, weekday, stretch, True)


def today(words: Words, published: date) -> Iterator[Day]:
    """The day of publication, if a sentence calls it today outside of quotations; so too the day before."""
    for match in _TODAY.finditer(unquoted(words.text)):
        day = published - timedelta(match[0].lower() == "yesterday")
        stretch = words.part(*match.span())
        yield Day(day.isoformat(), stretch, None, stretch, True)


def without_year(words: Words, published: date) -> list[Day]:
    """The days without a year: of the year in which they are nearest to the day of publication, if that is near."""
    ranges = [each for each in day_ranges(words.text, published.month) if not each.has_year]
    readings = [[_of_range(words, each, year, is_partial=True) for year in _around(published)] for each in ranges]
    named = [day for some in readings if (day := _nearest([each for each in some if each], published))]
    of_month = ((words.part(start, end), day) for start, end, day in days_of_month(words.text, published))
    named += [Day(day.isoformat(), each, None, each, True) for each, day in of_month]
    return _without_parts([*named, *_single_without_year(words, published)])


def _nearest(readings: list[Day], published: date) -> Day | None:
    """The reading whose last day is nearest to the day of publication, if that is near."""
    far = {each: abs(last - published) for each in readings if (last := EdtfDate(each.value).latest)}
    nearest = min(far, key=lambda each: far[each], default=None)
    return nearest if nearest and far[nearest] <= _NEAR else None


def _single_without_year(words: Words, published: date) -> Iterator[Day]:
    for form in _YEARLESS:
        for match in form.finditer(words.text):
            text = match["day"]
            if text.isascii() and text == text.lower():
                continue  # may 5
            weekday = _weekday(match.groupdict().get("weekday"))
            plain = words.part(*match.span("day"))
            whole = words.part(match.start("weekday"), match.end("day")) if weekday is not None else plain
            dates = [day for year in _around(published) if (day := _with_year(text, year))]
            if near := _nearest([Day(each.isoformat(), plain, weekday, whole, True) for each in dates], published):
                yield near


def _around(published: date) -> tuple[int, int, int]:
    return published.year - 1, published.year, published.year + 1


def _with_year(text: str, year: int) -> date | None:
    joined = f"{year}\u5e74{text}" if "\u6708" in text else f"{text}, {year}" if text[0].isalpha() else f"{text} {year}"
    value = _value(joined)
    return EdtfDate(value).earliest if value and "/" not in value else None


def of_weekday(day: date, weekday: int) -> date:
    """The day next to another one that is of this weekday."""
    ahead = (weekday - day.weekday()) % _WEEK
    return day + timedelta(ahead if ahead <= _WEEK // 2 else ahead - _WEEK)


def _value(text: str) -> str | None:
    """The date or interval in EDTF, if the text can mean only one."""
    joined = _TWO_DAYS.search(text)
    if joined and int(joined[2]) != int(joined[1]) + 1:
        return None
    plain = (
        _TWO_DAYS.sub(r"\1-\2", with_english_months(fold(text)))
        .replace(" of ", " ")
        .replace(" del ", " ")
        .replace(" de ", " ")
    )
    plain = plain.replace("º", "").replace("er ", " ") if "1er" in plain else plain
    readings = diagnose(" ".join(plain.split())).readings
    if not readings and EdtfDate(text).error is None and text[:1].isdecimal() and text[4:5] == "-":
        return text
    return readings[0] if len(readings) == 1 and EdtfDate(readings[0]).error is None else None


def _weekday(name: str | None) -> int | None:
    found = weekdays(fold(name)) if name else set()
    return found.pop() if len(found) == 1 else None
