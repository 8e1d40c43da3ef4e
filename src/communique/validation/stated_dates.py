"""Reads the date in a source's own wording, in many languages; gives up if it does not understand every word.

"3 April 2024" is a day; "the week after 3 April 2024" and "3-5 April 2024" are not.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..corpus.date_order import TIME_ZONES, is_surely_before
from ..lazy import lazy_pattern
from ..lexicon.calendar_names import fold, weekdays, with_english_months, without_weekdays
from ..lexicon.date_forms import spelled
from ..models.edtf import EdtfDate
from ..text.pointer import Pointer

if TYPE_CHECKING:
    from .subject import Subject

CORRECT_OR_KEEP = "correct the typing error; if the source is wrong, keep its date with rank: deprecated and a note"
"""What to do about a date that its context contradicts; a typing error of the curator is more likely."""

_LOOK_AT_THE_SOURCE = "correct the typing error; check the source for its date"
_LONGEST = 200  # code points; a longer text is not a short wording
_MONTHS = {month_name[number].lower(): number for number in range(1, 13)}
_NAMES = frozenset({*_MONTHS, "spring", "summer", "autumn", "fall", "winter", "s"})
# Words around a date that do not change it. Any other word, such as "after", ends the reading.
_AROUND = lazy_pattern(
    "mon|tues?|wed|thu|thurs?|fri|sat|sun|on|of|the|at|in|day|date|dated|posted|published|issued|released|"
    "announced|adopted|signed|delivered|held|local|time|du|le|la|les|en|à|de|der|dem|den|vom|im|uhr|am|el|del|las|"
    "a|los|em|às|na|dia|alle|ore|di|il|op|van|в|г|года|году|у|р|року|w|dnia|roku|dne|kl|pada|tanggal|hari|pukul|"
    "wib|günü|tarihinde|saat|يوم|في|من|عام|سنة"
)
_PLACE = lazy_pattern(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}, (?=.*[0-9])")
_NO_PLACE = lazy_pattern(r"\b(?:before|after|since|until|till|by|from|following|updated|modified|edited|last|next)\b")
_TIME = lazy_pattern(
    r"(?:(?<=[0-9])t|\b)[0-9]{1,2}[:h][0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?(?:[+-][0-9]{2}:?[0-9]{2})?)?"
    r"(?:\s?[ap]\.?m\b\.?)?|\b1?[0-9]\s?[ap]\.?m\b\.?"
    r"|(?:上午|下午|晚上|早上|凌晨|午前|午後|오전|오후)?\s?[0-9]{1,2}[时時点點시]\s?(?:[0-9]{1,2}[分분])?"
)
_ZONE = lazy_pattern(
    r"(?:\b(?:utc|gmt|z|cet|cest|e[sd]t|p[sd]t|bst|ist|jst|kst|cst|msk)\b)\s?(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?"
)
_TWICE = lazy_pattern(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_DAYS = (
    lazy_pattern(r"(?P<d>[0-9]{1,2})\s(?P<n>[a-z]{3,})"),
    lazy_pattern(r"(?P<n>[a-z]{3,})\s(?P<d>[0-9]{1,2})"),
    lazy_pattern(r"(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日"),
)
_ANY_LEAP_YEAR = 2024


class Stated(NamedTuple):
    """The date in a wording: as words, and every EDTF date that it can mean in the years concerned."""

    words: str
    readings: tuple[EdtfDate, ...]


def wordings(subject: Subject) -> list[tuple[Pointer, EdtfDate, str]]:
    """Every date that is not deprecated and has the source's wording: the pointer to the wording, and both."""
    found: list[tuple[Pointer, EdtfDate, str]] = []
    for pointer, each in subject.of(models.Date, models.OccasionDate, models.Source):
        if isinstance(each, models.Source):
            if each.published and each.published_as_stated:
                found.append(((*pointer, "published_as_stated"), each.published, each.published_as_stated))
        elif each.as_stated and not each.is_deprecated:
            found.append(((*pointer, "as_stated"), each.value, each.as_stated))
    return found


def help_for(pointer: Pointer) -> str:
    """What to do about the wording at the pointer; the date of a source has no rank."""
    return CORRECT_OR_KEEP if pointer[-1] == "as_stated" else _LOOK_AT_THE_SOURCE


def contradicting_weekday(value: EdtfDate, stated: str) -> int | None:
    """The weekday (Monday is 0) in the wording, if the value is a certain day with another weekday; else None."""
    day = value.earliest
    if not day or day != value.latest or value.qualifier:
        return None
    named = weekdays(fold(stated[:_LONGEST]))
    return named.pop() if len(named) == 1 and day.weekday() not in named else None


def contradicting_date(value: EdtfDate, stated: str) -> Stated | None:
    """The date in the wording, if it is unambiguous and the value is certain and does not overlap it."""
    if len(stated) > _LONGEST or value.qualifier or value.error or not any(map(str.isdecimal, fold(stated))):
        return None
    # A time with an offset may be given in another time zone.
    leeway = TIME_ZONES if re.search("T.*(Z|[+-][0-9:]+)$", value) else timedelta(0)
    found = _read(stated, value)
    return found if found and not any(_meet(reading, value, leeway) for reading in found.readings) else None


def _meet(one: EdtfDate, other: EdtfDate, leeway: timedelta) -> bool:
    """Whether both can mean the same day; an open end, or one outside the years of the calendar, never ends."""
    return not (is_surely_before(one, other, leeway) or is_surely_before(other, one, leeway))


def _read(stated: str, value: EdtfDate) -> Stated | None:
    bare = _bare(stated)
    if not {*re.findall(r"[^\W\d_年月日]+", bare)} <= _NAMES:
        return None
    if twice := _TWICE.fullmatch(bare):
        one, _, other, year = twice.groups()
        pairs = dict.fromkeys([(other, one), (one, other)])
        readings = [EdtfDate(f"{year}-{int(month):02}-{int(day):02}") for month, day in pairs]
        readings = [reading for reading in readings if not reading.error]
        return Stated(" or ".join(readings), tuple(readings)) if readings and _is_recent(year) else None
    if written := spelled(bare):
        # 2023/24 is two years, not a season.
        is_span = EdtfDate(written).precision == "season" and bare[:4].isdecimal()
        return Stated(written, (EdtfDate(written),)) if _is_recent(written) and not is_span else None
    return _without_year(bare, value)


def _bare(stated: str) -> str:
    """The wording without weekdays, times and the words around a date; with English names of months."""
    place = _PLACE.match(stated)
    if place and not weekdays(fold(place[0])) and not _NO_PLACE.search(fold(place[0])):
        stated = stated[place.end() :]
    text = with_english_months(without_weekdays(fold(stated)))
    text = _ZONE.sub(" ", _TIME.sub(" ", text))
    text = re.sub(r"(?<=[0-9])\s?([년월일])\s?", lambda match: "年月日"["년월일".index(match[1])], text)
    text = re.sub(r"(?<=[年月])\s", "", re.sub(r"(?<=[0-9])(?:st|nd|rd|th|er|[oaº]|\.(?= ))(?![a-z0-9])", "", text))
    text = re.sub(r"(?<=[^\W\d])\.", " ", text)
    words = re.split(r"[\s,;:|()\[\]、，。]+", text)
    return " ".join(word for word in words if word and not _AROUND.fullmatch(word)).strip("-/ ")


def _is_recent(text: str) -> bool:
    """Whether the year is recent, and not of another calendar."""
    return text[:2] in ("19", "20")


def _without_year(bare: str, value: EdtfDate) -> Stated | None:
    match = next((found for pattern in _DAYS if (found := pattern.fullmatch(bare))), None)
    if not match or not value.earliest or not value.latest or value.latest.year - value.earliest.year > 1:
        return None
    parts = match.groupdict()
    month = int(parts.get("m") or _MONTHS.get(parts.get("n") or "", 0))
    day = int(parts["d"])
    if EdtfDate(f"{_ANY_LEAP_YEAR}-{month:02}-{day:02}").error:
        return None
    years = range(value.earliest.year - 1, value.latest.year + 2)
    return Stated(f"{day} {month_name[month]}", tuple(_days(years, month, day)))


def _days(years: range, month: int, day: int) -> Iterator[EdtfDate]:
    for year in years:
        if not (made := EdtfDate(f"{year:04}-{month:02}-{day:02}")).error:
            yield made


def swapped(value: EdtfDate) -> date | None:
    """The day that the value is with its day and month swapped."""
    day = value.earliest
    if value.precision != "day" or not day or day.day > 12:
        return None
    return date(day.year, day.day, day.month)
