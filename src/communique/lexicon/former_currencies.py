"""Currencies that are no longer used, and until when they were: from the Unicode CLDR, which Babel has."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache


def last_day(code: str) -> date | None:
    """The last day on which a former currency was used anywhere; None for one in ISO 4217 today, and if it is unknown.

    >>> last_day("TRL"), last_day("EUR")
    (datetime.date(2005, 12, 31), None)
    """
    import pycountry

    return None if pycountry.currencies.get(alpha_3=code) else _last_days().get(code)


@cache
def _last_days() -> dict[str, date]:
    from babel.core import get_global

    ends: dict[str, list[tuple[int, int, int] | None]] = defaultdict(list)
    for used in get_global("territory_currencies").values():
        for code, _, end, _ in used:
            ends[code].append(end)
    return {code: max(date(*end) for end in found if end) for code, found in ends.items() if all(found)}
