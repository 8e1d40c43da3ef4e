"""Time zones by their names in the IANA time zone database."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .spelling import nearest

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_UTC = "UTC"

# Seats of governments and of organisations that the database knows by another city, with the same clock.
_OTHER_CITIES = {
    "abu_dhabi": "Asia/Dubai",
    "ankara": "Europe/Istanbul",
    "beijing": "Asia/Shanghai",
    "brasilia": "America/Sao_Paulo",
    "canberra": "Australia/Sydney",
    "geneva": "Europe/Zurich",
    "hanoi": "Asia/Ho_Chi_Minh",
    "islamabad": "Asia/Karachi",
    "new_delhi": "Asia/Kolkata",
    "ottawa": "America/Toronto",
    "pretoria": "Africa/Johannesburg",
    "the_hague": "Europe/Amsterdam",
    "washington": "America/New_York",
}


@lru_cache(maxsize=256)
def time_zone(name: str) -> ZoneInfo | None:
    """The time zone of a place, or UTC, with this name; None if there is none. The case of the letters matters.

    The database also has abbreviations such as EST, which know no summer time, names of countries, and Etc/GMT+5,
    which is five hours *behind*: they are not accepted.
    """
    from zoneinfo import ZoneInfo

    # A file system may find a file whose name has other capital letters.
    return ZoneInfo(name) if name == _UTC or name in _places() else None


def time_zone_by_name(text: str) -> str:
    """The name of the time zone that was probably meant: by a city, or misspelt; empty if there is none.

    >>> time_zone_by_name("New York"), time_zone_by_name("Beijing"), time_zone_by_name("GMT+5")
    ('America/New_York', 'Asia/Shanghai', '')
    """
    city = _city(text)
    of_city = [name for name in _places() if _city(name) == city]
    if len(of_city) == 1:
        return of_city[0]
    return _OTHER_CITIES.get(city) or nearest(text, _places(), are_ids=True) or ""


def _city(name: str) -> str:
    """The last part of the name, in lower-case letters.

    >>> _city("America/New_York") == _city("new york")
    True
    """
    return name.rpartition("/")[2].strip().replace(" ", "_").casefold()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
