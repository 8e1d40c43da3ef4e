"""Numbers of days, as spreadsheets store dates: what is left of a date when its format is lost."""

from __future__ import annotations

from datetime import date, timedelta

from ..lazy import lazy_pattern

_SYSTEMS = (date(1899, 12, 30), date(1904, 1, 1))
"""The days that have the number 0; from March 1900 on, the first counts as Excel does."""

_NUMBER = lazy_pattern(r"(?P<days>[34567][0-9]{4})(?:[.,][0-9]{1,20})?")
"""From the year 1982 on, with or without a time of day."""


def days_stored_as(text: str) -> tuple[str, ...]:
    """The days that a spreadsheet may have stored as the number, the usual system first; empty if it is no likely one.

    >>> days_stored_as("45000"), days_stored_as("2025")
    (('2023-03-15', '2027-03-16'), ())
    """
    match = _NUMBER.fullmatch(text)
    return tuple(str(each + timedelta(days=int(match["days"]))) for each in _SYSTEMS) if match else ()


def help_for(days: tuple[str, ...]) -> str:
    """What to do about a number that may be one of these days."""
    usual, other = days
    return f"it may be {usual} as a spreadsheet stores it, or {other} if that counts from 1904; look in the source"
