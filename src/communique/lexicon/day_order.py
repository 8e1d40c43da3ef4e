"""Whether the day or the month comes first in dates of numbers only, such as 03/04/2025."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..lazy import lazy_pattern
from .date_forms import spelled

_NUMBERS = lazy_pattern(r"(?P<one>[0-9]{1,2})(?P<sign>[-/])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")

_DOTTED = lazy_pattern(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_SHORT_YEAR = lazy_pattern(r"(?P<day>[0-9]{1,2}\.[0-9]{1,2}\.)(?P<year>[0-9]{2})")


class DayOrder(StrEnum):
    """The order of day, month and year."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"


def days_in(text: str) -> Mapping[DayOrder, str]:
    """For each order in which the text is a date, that date as EDTF; none if it is no date of this kind.

    >>> days_in("26/07/2025")
    {<DayOrder.DAY_FIRST: 'DMY'>: '2025-07-26'}
    """
    if not (match := _NUMBERS.fullmatch(text.strip())):
        return {}
    one, other, year = match["one"], match["other"], match["year"]
    written = {DayOrder.DAY_FIRST: f"{year}-{other}-{one}", DayOrder.MONTH_FIRST: f"{year}-{one}-{other}"}
    return {order: found for order, each in written.items() if (found := spelled(each))}


def common_order(texts: Iterable[str]) -> DayOrder | None:
    """The only order in which all these texts are dates; None if both or none will do.

    >>> common_order(["03/04/2025", "26/07/2025"]).name
    'DAY_FIRST'
    """
    possible = {*DayOrder}
    for each in texts:
        if days := days_in(each):
            possible &= {*days}
    return possible.pop() if len(possible) == 1 else None


def is_dotted(text: str) -> bool:
    """Whether the text is a day with dots between the day, the month and a whole year."""
    return _DOTTED.fullmatch(text.strip()) is not None


def with_century(text: str) -> str:
    """A day with dots whose year has two digits, with the year of this century; empty if the text is none.

    >>> with_century("26.06.25"), with_century("26.06.2025")
    ('26.06.2025', '')
    """
    match = _SHORT_YEAR.fullmatch(text.strip())
    return f"{match['day']}20{match['year']}" if match else ""
