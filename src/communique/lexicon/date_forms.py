"""Which dates a text that is not in EDTF can mean, and the help if it cannot be a date."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from typing import NamedTuple

from ..lazy import lazy_pattern
from ..models.edtf import PATTERN, EdtfDate
from .serial_days import days_stored_as, help_for

_NOT_KNOWN = (
    "give what is known, even if it is only the year or the decade, such as 202X for 2020 to 2029; if the record has "
    "other dates, delete this one and say so in a note"
)
_ABOUT = lazy_pattern(r"(?i)(?:about|around|circa|c\.|ca\.?|approx\.|approximately|roughly) ?(?=[0-9A-Za-z])")


class Diagnosis(NamedTuple):
    """The dates that a text can mean, or help in words if it can mean none."""

    readings: tuple[str, ...] = ()
    help: str = ""


def diagnose(text: str) -> Diagnosis:
    """The possible dates of a text that does not match the EDTF pattern; empty if it cannot be read.

    >>> diagnose("Saturday, 26 July 2025").readings
    ('2025-07-26',)
    >>> diagnose("03/04/2026").readings
    ('2026-04-03', '2026-03-04')
    """
    plain = re.sub(r"\s+", " ", text.translate({0x2013: "-", 0x2014: "-", 0x2192: " to "})).strip()
    if plain.lower() in ("tbd", "tba", "unknown", "n/a", "?"):
        return Diagnosis(help=_NOT_KNOWN)
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", plain):
        error = _impossible_parts(*match.groups())
        return Diagnosis(help=error) if error else Diagnosis((plain,) if plain != text else ())
    if days := days_stored_as(plain):
        return Diagnosis(help=help_for(days))
    if re.fullmatch(r"([0-9]{1,2})([-./ ])[0-9]{1,2}\2[0-9]{2}", plain):
        return Diagnosis(help="the year needs four digits: use year-month-day, and check the source for the year")
    if about := _ABOUT.match(plain):
        dates = _readings(plain[about.end() :])
        return Diagnosis(tuple(f"{each}~" for each in dates if not re.search("[/~?%T]", each)))
    weekday = _WEEKDAY.match(plain)
    plain = re.sub(r"(?<=[0-9])(st|nd|rd|th|er|[oºª])\b", "", plain[weekday.end() :] if weekday else plain)
    readings = _readings(plain)
    if weekday and readings:
        return _on_weekday(_WEEKDAYS.index(weekday[1].lower()), readings)
    return Diagnosis(readings, "" if readings else _not_in_calendar(plain))


_WEEKDAYS = tuple(name.lower() for name in day_name)
_WEEKDAY = lazy_pattern(rf"(?i)({'|'.join(_WEEKDAYS)}),? ")


def _on_weekday(weekday: int, readings: tuple[str, ...]) -> Diagnosis:
    """The readings that fall on the weekday; if none does, the date or the weekday is wrong."""
    right = tuple(each for each in readings if (day := EdtfDate(each).earliest) and day.weekday() == weekday)
    day = EdtfDate(readings[0]).earliest
    if right or not day:
        return Diagnosis(right)
    stated, actual = day_name[weekday], day_name[day.weekday()]
    return Diagnosis(help=f"{readings[0]} is a {actual}, not a {stated}; check the date in the source")


def _readings(text: str) -> tuple[str, ...]:
    """The dates, or the interval, that the text can mean."""
    if match := _DOTTED_DAYS.fullmatch(text):
        first = f"{match['day']}.{match['own'] or match['month']}.{match['year']}"
        return _interval(spelled(first), spelled(f"{match['last']}.{match['month']}.{match['year']}"))
    if match := _DAYS.fullmatch(text) or _DAYS_AFTER_MONTH.fullmatch(text):
        first, last, rest = match["first"], match["last"], match["month"] + " " + match["year"]
        return _interval(spelled(f"{first} {rest}"), spelled(f"{last} {rest}"))
    ends = re.fullmatch(r"(.+?) ?(?:\bto\b|\.\.) ?(.+)", text)
    if ends and (made := _interval(spelled(ends[1]), spelled(ends[2]))):
        return made
    if match := _MONTH_AND_MORE.fullmatch(text):
        return _months_or_day(match["year"], match["month"], match["more"])
    if match := _DAY_AND_MONTH.fullmatch(text):
        one, other, year = match["one"], match["other"], match["year"]
        both = (spelled(f"{year}-{month}-{day}") for day, month in ((one, other), (other, one)))
        return tuple(dict.fromkeys(each for each in both if each))
    single = spelled(text)
    return (single,) if single else ()


# With a slash or a hyphen between them, some countries write the month first.
_DAY_AND_MONTH = lazy_pattern(r"(?P<one>[0-9]{1,2})(?P<sign>[-/])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
# Two separators, of which one may be between two months: 2025-07/08.
_MONTH_AND_MORE = lazy_pattern(
    r"(?P<year>[0-9]{4})(?P<sign>[-./ ])(?P<month>[0-9]{1,2})(?!(?P=sign))[-/](?P<more>[0-9]{1,2})"
)
_SPAN = r"(?P<first>[0-9]{1,2})\.? ?(?:-|to) ?(?P<last>[0-9]{1,2})\.?"
# The month may be left out of the first: 13.-15.06.2024, 30.05.-02.06.2024.
_DOTTED_DAYS = lazy_pattern(
    r"(?P<day>[0-9]{1,2})\.?(?:(?<=\.)(?P<own>[0-9]{1,2})\.)? ?- ?"
    r"(?P<last>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"
)
_DAYS = lazy_pattern(rf"{_SPAN} (?P<month>[A-Za-z]{{3,}}),? (?P<year>[0-9]{{4}})")
_DAYS_AFTER_MONTH = lazy_pattern(rf"(?P<month>[A-Za-z]{{3,}}) {_SPAN},? (?P<year>[0-9]{{4}})")


def _months_or_day(year: str, month: str, more: str) -> tuple[str, ...]:
    """The interval of months, if the second number can be a month, and the day; empty if neither is certain."""
    day = spelled(f"{year}-{month}-{more}")
    months = _interval(spelled(f"{year}-{month}"), spelled(f"{year}-{more}")) if int(more) <= 12 else ()
    return (*months, day) if day and (months or int(more) > 12) else ()


def _not_in_calendar(text: str) -> str:
    """The help for a day in a usual notation that no month has; empty if the text is none."""
    found = next((match.groupdict() for each in _NOTATIONS if (match := each.fullmatch(text))), {})
    month = _number(found.get("m")) or _month(found.get("n") or "")
    if not month or not found.get("d") or int(month) > 12:
        return ""
    return f"there is no {int(found['d'])} {month_name[int(month)]} {found['y']}; check the date in the source"


def _interval(first: str | None, last: str | None) -> tuple[str, ...]:
    made = f"{first}/{last}"
    return (made,) if first and last and EdtfDate(made).error is None else ()


def _impossible_parts(year: str, month: str, day: str) -> str | None:
    if not 1 <= int(month) <= 12:
        return f"there is no month {month}; the order is year-month-day"
    return f"there is no day {day}" if not 1 <= int(day) <= 31 else None


_NOTATIONS = (
    lazy_pattern(r"(?P<y>[0-9]{4})[-./ ](?P<m>[0-9]{1,2})[-./ ](?P<d>[0-9]{1,2})"),
    lazy_pattern(r"(?P<d>[0-9]{1,2})[.](?P<m>[0-9]{1,2})[.](?P<y>[0-9]{4})"),
    lazy_pattern(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    lazy_pattern(r"(?P<y>[0-9]{4})\u5e74(?P<m>[0-9]{1,2})\u6708((?P<d>[0-9]{1,2})\u65e5)?"),
    lazy_pattern(r"(?P<d>[0-9]{1,2})[. ]+(?P<n>[A-Za-z]{3,})[.,]* (?P<y>[0-9]{4})"),
    lazy_pattern(r"(?P<n>[A-Za-z]{3,})[. ]+(?P<d>[0-9]{1,2}),? (?P<y>[0-9]{4})"),
    lazy_pattern(r"(?P<n>[A-Za-z]{3,})[.,]* (?P<y>[0-9]{4})"),
    lazy_pattern(r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})"),
    lazy_pattern(r"(?P<m>[0-9]{1,2})[-./](?P<y>[0-9]{4})"),
)
_NAMED_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def spelled(text: str) -> str | None:
    """One date in another notation, as EDTF; None if it cannot be read, or does not exist in the calendar.

    >>> spelled("3 April 2024")
    '2024-04-03'
    """
    if match := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2})(:[0-9]{2})?", text):
        written = f"{match[1]}T{match[2]}{match[3] or ':00'}"
    elif match := re.fullmatch(r"([0-9]{3})0s", text):
        written = f"{match[1]}X"
    elif match := next((found for notation in _NOTATIONS if (found := notation.fullmatch(text))), None):
        parts = match.groupdict()
        month = _number(parts.get("m")) or _month(parts.get("n") or "")
        day = parts.get("d")
        written = f"{parts['y']}-{int(month):02}" + (f"-{int(day):02}" if day else "") if month else ""
    else:
        written = text
    made = EdtfDate(written)
    return written if re.search(PATTERN, written) and "/" not in written and made.error is None else None


def _number(month: str | None) -> str | None:
    """The number if it is a month; 21 to 24 are seasons in EDTF, which are not written as numbers elsewhere."""
    return month if month and 1 <= int(month) <= 12 else None


def _month(name: str) -> str | None:
    """The number of a month by its English name or an abbreviation of it, or the code of a season."""
    short = "sep" if name.lower() == "sept" else name.lower()
    months = [number for number in range(1, 13) if len(short) > 2 and month_name[number].lower().startswith(short)]
    return str(months[0]) if months else _NAMED_SEASONS.get(short)
