"""The date of a cell, as far as the cell shows it. A spreadsheet stores a whole day where somebody typed a month."""

from __future__ import annotations

from datetime import datetime, time

from ..lazy import lazy_pattern
from .cells import NoValue

_FIRST_CERTAIN = datetime(1900, 3, 1)
"""Before it, spreadsheets count a day that did not exist, and differ."""

_NO_CODES = lazy_pattern(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P')
_YEAR = lazy_pattern("(?i)[yegb]")

TOO_EARLY = NoValue("a date before March 1900, which spreadsheets count in different ways", "write it as a text")
NO_YEAR = NoValue(
    "a date whose year the cell does not show",
    "the program may have added the year: check it, and format the cell with it",
)


def shown_date(value: datetime, number_format: str) -> datetime | str | NoValue:
    """The date that a cell with the format shows: in EDTF a month or a year if it shows no day, and no hidden time.

    >>> shown_date(datetime(2025, 7, 1), "mmm yyyy"), shown_date(datetime(2025, 1, 1), "yyyy")
    ('2025-07', '2025')
    >>> shown_date(datetime(2023, 10, 30, 14, 30), "dd/mm/yyyy")
    datetime.datetime(2023, 10, 30, 0, 0)
    """
    if value < _FIRST_CERTAIN:
        return TOO_EARLY
    codes = _NO_CODES.sub("", number_format.partition(";")[0]).lower()
    if not _YEAR.search(codes):
        return NO_YEAR
    if "h" in codes:
        return value
    if "d" in codes:
        return datetime.combine(value, time())
    return f"{value:%Y-%m}" if "m" in codes else f"{value:%Y}"
