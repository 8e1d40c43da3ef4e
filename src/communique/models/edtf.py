"""Dates in EDTF (Extended Date/Time Format, ISO 8601-2), levels 0 and 1.

The pattern checks the syntax; `EdtfDate.error` checks the calendar. A date stays the text that was written, and the
days that it may mean are computed on demand.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

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

    Examples:
        >>> EdtfDate("2025-07").latest
        datetime.date(2025, 7, 31)
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

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
        return (((day.toordinal() - 1) * 24 + hours) * 60 + minutes) * 60 + seconds

    @property
    def instant(self) -> int | None:
        """A moment, independent of the clock: seconds since the year 1 began in UTC; None without an offset from UTC.

        Examples:
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
    def error(self) -> str | None:
        """Why the date is impossible, in words; None if the calendar has it."""
        return _error(self)


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


def _plain_day(text: str) -> date | None:
    """The day, if the text is one of the calendar, as nearly all are: 2025-07-26. No pattern is needed for it."""
    try:
        return date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" else None
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _error(value: EdtfDate) -> str | None:
    parts = value.split("/")
    if not ((len(parts) <= 2 and all(map(_plain_day, parts))) or re.search(PATTERN, value)):
        return "it is no date in EDTF"
    for part in parts:
        if error := _calendar_error(_bare(part.partition("T")[0])):
            return error
    first, last = value.earliest, value.latest
    if "/" in value and first and last and first > last:
        return "the interval ends before it begins"
    return None


def _calendar_error(text: str) -> str | None:
    parts = _parts(text)
    if len(parts) < 3 or "XX" in parts:
        return None
    year, month, day = int(parts[0]), int(parts[1]), int(parts[2])
    # The Gregorian calendar repeats every 400 years, so any year can be asked of the years that Python knows.
    days = monthrange(year % 400 + 2000, month)[1]
    return f"{month_name[month]} {year} has {days} days" if day > days else None


@lru_cache(maxsize=4096)
def _edge(text: str, *, last: bool) -> date | None:
    if plain := _plain_day(text):
        return plain
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
        return None  # an impossible day, which `error` names
