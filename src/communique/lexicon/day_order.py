"""Whether the day or the month comes first in dates of numbers only, such as 03/04/2025."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..lazy import lazy_pattern
from .date_forms import spelled

_NUMBERS = lazy_pattern(r"(?P<one>[0-9]{1,2})(?P<sign>[-/])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")


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
