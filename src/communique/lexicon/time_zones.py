"""Time zones by their names in the IANA time zone database."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .spelling import nearest

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@lru_cache(maxsize=256)
def time_zone(name: str) -> ZoneInfo | None:
    """The time zone with this name; None if there is none. The case of the letters matters, on every system."""
    from zoneinfo import ZoneInfo

    # A file system may find a file whose name has other capital letters.
    return ZoneInfo(name) if name in _names() else None


def time_zone_by_name(text: str) -> str:
    """The name of the time zone that was probably meant: by its city, or misspelt; empty if there is none.

    >>> time_zone_by_name("New York"), time_zone_by_name("asia/shanghai"), time_zone_by_name("GMT+5")
    ('America/New_York', 'Asia/Shanghai', '')
    """
    # Etc/GMT+5 is five hours behind: its sign is the opposite of what everybody expects.
    places = [name for name in _names() if "/" in name and not name.startswith("Etc/")]
    city = _folded(text.rpartition("/")[2])
    of_city = [name for name in places if _folded(name.rpartition("/")[2]) == city]
    return of_city[0] if len(of_city) == 1 else nearest(text, places) or ""


def _folded(name: str) -> str:
    return name.strip().replace(" ", "_").casefold()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())
