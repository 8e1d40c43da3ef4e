from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...corpus import Entry
from ...models import Date, EdtfDate, Source, walk
from ...models.codelists import Rank
from ..rule import Context, Issue, RecordRule

_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Names that are no part of another common word, Monday first. Abbreviations are left out: "mar" is a month as well.
_NAMES = (
    _ENGLISH,
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    ("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
    ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
)
_WEEKDAYS = {name.lower(): number for names in _NAMES for number, name in enumerate(names)}
_ANY = re.compile(
    r"(?<!\w)(" + "|".join(_WEEKDAYS) + r")(?!\w)|(星期[一二三四五六日]|周[一二三四五六日])", re.IGNORECASE
)


class WeekdayContradictsDate(RecordRule):
    code = "CQ402"
    name = "weekday-contradicts-date"
    reason = "A weekday beside a date is a check digit: if the two disagree, one of them is wrong."
    fix = "Find out which is right. Keep the wrong value too, ranked `deprecated`, with a note."
    bad = "dates:\n- {role: announced, value: '2025-07-25', as_stated: 'Saturday, 25 July 2025'}\n"
    good = "dates:\n- {role: announced, value: '2025-07-26', as_stated: 'Saturday, 26 July 2025'}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for pointer, model in walk(entry.record):
            if isinstance(model, Date) and model.rank is not Rank.DEPRECATED:
                yield from _compare((*pointer, "as_stated"), model.value, model.as_stated)
            elif isinstance(model, Source) and model.published:
                yield from _compare((*pointer, "published_as_stated"), model.published, model.published_as_stated)


def _compare(pointer: tuple[str | int, ...], value: EdtfDate, stated: str | None) -> Iterator[Issue]:
    day = _single_day(value)
    named = {_WEEKDAYS[match[0].lower()] for match in _ANY.finditer(stated or "")}
    if day and len(named) == 1 and day.weekday() not in named:
        weekday = _ENGLISH[named.pop()]
        message = f"the source says {weekday}, but {day} was a {_ENGLISH[day.weekday()]}"
        yield Issue(pointer, message, "if the date is the source's mistake, keep it with rank: deprecated and a note")


def _single_day(value: EdtfDate) -> date | None:
    return value.earliest if value.earliest and value.earliest == value.latest else None
