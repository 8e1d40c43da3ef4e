"""Dates in EDTF (Extended Date/Time Format, ISO 8601-2), levels 0 and 1.

The pattern settles the shape; `EdtfDate.fault` checks the calendar. Both are our own: a date stays the text that was
written, and the days it may mean are worked out when asked for.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from datetime import date
from typing import Any, Literal, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_YEAR = "-?[0-9]{2}([0-9]{2}|[0-9]X|XX)"
_LONG_YEAR = "Y-?[1-9][0-9]{4,8}"
_SINGLE = f"({_LONG_YEAR}|({_YEAR}|-?[0-9]{{4}}-({_MONTH}(-({_DAY}|XX))?|2[1-4]|XX(-XX)?))[?~%]?)"
_SHIFT = r"(Z|[+-](0[0-9]|1[0-4])(:[0-5][0-9])?)?"
_TIME = f"[0-9]{{4}}-{_MONTH}-{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]{_SHIFT}"
PATTERN = rf"^({_TIME}|{_SINGLE}|({_SINGLE}|\.\.)?/{_SINGLE}|{_SINGLE}/(\.\.)?)$"

Precision = Literal["century", "decade", "year", "season", "month", "day", "time", "interval"]

# Seasons of no named hemisphere: the whole year is the honest span.
_SEASONS = ("21", "22", "23", "24")


class EdtfDate(str):
    """The text of a date, with what it means: ``earliest``, ``latest``, ``precision``, ``qualifier``.

    >>> EdtfDate("2025-07").latest
    datetime.date(2025, 7, 31)
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(strict=True, pattern=PATTERN),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema["schema"]), "not": {"pattern": "\n"}}

    @property
    def precision(self) -> Precision:
        """The smallest unit that is stated."""
        if "/" in self:
            return "interval"
        if "T" in self:
            return "time"
        return _precision(_bare(self))

    @property
    def qualifier(self) -> Literal["", "uncertain", "approximate", "uncertain and approximate"]:
        """What ``?``, ``~`` and ``%`` say; for an interval, of either end."""
        marks = {mark for mark in "?~%" if mark in self}
        if not marks:
            return ""
        if len(marks) > 1 or "%" in marks:
            return "uncertain and approximate"
        return "uncertain" if "?" in marks else "approximate"

    @property
    def earliest(self) -> date | None:
        """The first day it can mean, of a moment the day on the spot; None if open or outside the years 1 to 9999."""
        return _edge(self.partition("/")[0], last=False)

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None as for `earliest`."""
        return _edge(self.rpartition("/")[2], last=True)

    @property
    def wall_time(self) -> int | None:
        """What a clock on the spot shows at a moment: seconds since the year 1 began there; None if it is no moment."""
        if "T" not in self or (day := self.earliest) is None:
            return None
        hours, minutes, seconds = map(int, self[11:19].split(":"))
        return ((day.toordinal() * 24 + hours) * 60 + minutes) * 60 + seconds

    @property
    def instant(self) -> int | None:
        """A moment wherever it is told: seconds since the year 1 began in UTC; None without an offset from UTC.

        >>> EdtfDate("2026-01-12T23:00:00-05:00").instant == EdtfDate("2026-01-13T12:00:00+08").instant
        True
        """
        offset = re.fullmatch("(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?", self[19:])
        if offset is None or (shown := self.wall_time) is None:
            return None
        zulu, sign, hours, minutes = offset.groups()
        ahead = 0 if zulu else (int(hours) * 60 + int(minutes or 0)) * 60
        return shown + ahead if sign == "-" else shown - ahead

    def is_before(self, other: EdtfDate) -> bool:
        """Whether it is over when the other begins: two moments with offsets by the instant, all else by the day."""
        if self.instant is not None and other.instant is not None:
            return self.instant < other.instant
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    @property
    def fault(self) -> str | None:
        """Why the date cannot be, in words; None if the calendar allows it."""
        if not re.search(PATTERN, self):
            return "it is no date in EDTF"
        for part in self.split("/"):
            if fault := _calendar_fault(_bare(part.partition("T")[0])):
                return fault
        first, last = _edge(self.partition("/")[0], last=False), self.latest
        if "/" in self and first and last and first > last:
            return "the interval ends before it begins"
        return None


def _bare(text: str) -> str:
    return text.rstrip("?~%")


def _parts(text: str) -> list[str]:
    """Year, month, day as far as given. A leading minus belongs to the year."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    year, *rest = digits.split("-")
    return [sign + year, *rest]


def _precision(text: str) -> Precision:
    if text.startswith("Y"):
        return "year"
    parts = _parts(text)
    year, rest = parts[0], [part for part in parts[1:] if part != "XX"]
    if len(rest) == 2:
        return "day"
    if len(rest) == 1:
        return "season" if rest[0] in _SEASONS else "month"
    return "century" if year.endswith("XX") else "decade" if year.endswith("X") else "year"


def _calendar_fault(text: str) -> str | None:
    parts = _parts(text)
    if len(parts) < 3 or "XX" in parts:
        return None
    year, month, day = int(parts[0]), int(parts[1]), int(parts[2])
    # The Gregorian calendar repeats every 400 years, so any year can be asked of the years that Python knows.
    days = monthrange(year % 400 + 2000, month)[1]
    return f"{month_name[month]} {year} has {days} days" if day > days else None


def _edge(text: str, *, last: bool) -> date | None:
    text = _bare(text.partition("T")[0])
    if not re.fullmatch(_SINGLE, text):
        return None
    if text in ("", "..") or text.startswith(("-", "Y")):
        return None
    year_text, *rest = _parts(text)
    year = int(year_text.replace("X", "9" if last else "0"))
    if year == 0:
        return None
    if rest and rest[0] in _SEASONS:
        rest = []
    rest = [part for part in rest if part != "XX"]
    month = int(rest[0]) if rest else (12 if last else 1)
    days = monthrange(year, month)[1]
    day = int(rest[1]) if len(rest) == 2 else (days if last else 1)
    try:
        return date(year, month, day)
    except ValueError:
        return None  # an impossible day, which `fault` names


class Diagnosis(NamedTuple):
    """What can be said of a text that is no date: the dates that it can mean, or else help in words."""

    readings: tuple[str, ...] = ()
    help: str = ""


def diagnose(text: str) -> Diagnosis:
    """What a text that does not match the pattern can mean; nothing if nothing can be made out.

    >>> diagnose("Saturday, 26 July 2025").readings
    ('2025-07-26',)
    >>> diagnose("03/04/2026").readings
    ('2026-04-03', '2026-03-04')
    """
    plain = re.sub(r"\s+", " ", text.translate({0x2013: "-", 0x2014: "-"})).strip()
    if plain.lower() in ("tbd", "tba", "unknown", "n/a", "?"):
        return Diagnosis(help="leave the date out, and say so under unknown")
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", plain):
        fault = _impossible_parts(*match.groups())
        return Diagnosis(help=fault) if fault else Diagnosis((plain,) if plain != text else ())
    if re.fullmatch(r"([0-9]{1,2})([-./ ])[0-9]{1,2}\2[0-9]{2}", plain):
        return Diagnosis(help="the year needs four digits: give year-month-day, as the source has it")
    weekday = _WEEKDAY.match(plain)
    plain = re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", "", plain[weekday.end() :] if weekday else plain)
    readings = _readings(plain)
    if weekday and readings:
        return _on_weekday(_WEEKDAYS.index(weekday[1].lower()), readings)
    return Diagnosis(readings)


_WEEKDAYS = tuple(name.lower() for name in day_name)
_WEEKDAY = re.compile(rf"(?i)({'|'.join(_WEEKDAYS)}),? ")


def _on_weekday(weekday: int, readings: tuple[str, ...]) -> Diagnosis:
    """The readings that fall on the weekday; if none does, one of the two is wrong."""
    right = tuple(each for each in readings if (day := EdtfDate(each).earliest) and day.weekday() == weekday)
    day = EdtfDate(readings[0]).earliest
    if right or not day:
        return Diagnosis(right)
    said, is_on = day_name[weekday], day_name[day.weekday()]
    return Diagnosis(help=f"{readings[0]} is a {is_on}, not a {said}: look the day up in the source")


def _readings(text: str) -> tuple[str, ...]:
    """The dates, or the interval, that the text can mean."""
    if match := _DAYS.fullmatch(text) or _DAYS_BEHIND.fullmatch(text):
        first, last, rest = match["first"], match["last"], match["month"] + " " + match["year"]
        return _interval(spelled(f"{first} {rest}"), spelled(f"{last} {rest}"))
    ends = re.fullmatch(r"(.+?) ?(?:\bto\b|\.\.) ?(.+)", text)
    if ends and (made := _interval(spelled(ends[1]), spelled(ends[2]))):
        return made
    if match := _DAY_AND_MONTH.fullmatch(text):
        one, other, year = match["one"], match["other"], match["year"]
        both = (spelled(f"{year}-{month}-{day}") for day, month in ((one, other), (other, one)))
        return tuple(dict.fromkeys(each for each in both if each))
    single = spelled(text)
    return (single,) if single else ()


# Where a slash or a hyphen parts them, half of the world writes the month first.
_DAY_AND_MONTH = re.compile(r"(?P<one>[0-9]{1,2})(?P<sign>[-/])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
_SPAN = "(?P<first>[0-9]{1,2}) ?(?:-|to) ?(?P<last>[0-9]{1,2})"
_DAYS = re.compile(rf"{_SPAN} (?P<month>[A-Za-z]{{3,}}),? (?P<year>[0-9]{{4}})")
_DAYS_BEHIND = re.compile(rf"(?P<month>[A-Za-z]{{3,}}) {_SPAN},? (?P<year>[0-9]{{4}})")


def _interval(first: str | None, last: str | None) -> tuple[str, ...]:
    made = f"{first}/{last}"
    return (made,) if first and last and EdtfDate(made).fault is None else ()


def _impossible_parts(year: str, month: str, day: str) -> str | None:
    if not 1 <= int(month) <= 12:
        return f"there is no month {month}; give year-month-day"
    return f"there is no day {day}" if not 1 <= int(day) <= 31 else None


_FORMS = (
    re.compile(r"(?P<y>[0-9]{4})[-./ ](?P<m>[0-9]{1,2})[-./ ](?P<d>[0-9]{1,2})"),
    re.compile(r"(?P<d>[0-9]{1,2})[.](?P<m>[0-9]{1,2})[.](?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    re.compile(r"(?P<y>[0-9]{4})\u5e74(?P<m>[0-9]{1,2})\u6708((?P<d>[0-9]{1,2})\u65e5)?"),
    re.compile(r"(?P<d>[0-9]{1,2})[. ]+(?P<n>[A-Za-z]{3,})[.,]* (?P<y>[0-9]{4})"),
    re.compile(r"(?P<n>[A-Za-z]{3,})[. ]+(?P<d>[0-9]{1,2}),? (?P<y>[0-9]{4})"),
    re.compile(r"(?P<n>[A-Za-z]{3,})[.,]* (?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})"),
    re.compile(r"(?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})"),
)
_NAMED_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def spelled(text: str) -> str | None:
    """One date in another spelling, in EDTF; None if it cannot be made out, or the calendar does not have it.

    >>> spelled("3 April 2024")
    '2024-04-03'
    """
    if match := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})(:[0-9]{2})?", text):
        written = f"{match[1]}T{match[2]}{match[3] or ':00'}"
    elif match := re.fullmatch(r"([0-9]{3})0s", text):
        written = f"{match[1]}X"
    elif match := next((found for form in _FORMS if (found := form.fullmatch(text))), None):
        parts = match.groupdict()
        month = _number(parts.get("m")) or _month(parts.get("n") or "")
        day = parts.get("d")
        written = f"{parts['y']}-{int(month):02}" + (f"-{int(day):02}" if day else "") if month else ""
    else:
        written = text
    made = EdtfDate(written)
    return written if re.search(PATTERN, written) and "/" not in written and made.fault is None else None


def _number(month: str | None) -> str | None:
    """The number if a month has it: 21 to 24 are seasons in EDTF, which nobody writes by their numbers."""
    return month if month and 1 <= int(month) <= 12 else None


def _month(name: str) -> str | None:
    """The number of a month by its English name or the beginning of it, or the code of a season."""
    short = "sep" if name.lower() == "sept" else name.lower()
    months = [number for number in range(1, 13) if len(short) > 2 and month_name[number].lower().startswith(short)]
    return str(months[0]) if months else _NAMED_SEASONS.get(short)
