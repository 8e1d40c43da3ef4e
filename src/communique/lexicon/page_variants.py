"""Other addresses of one page, such as a copy in an archive, and what an address itself says of a page."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ..lazy import lazy_pattern
from .web_addresses import host, page, without_surroundings, without_tracking

_SCHEMES = ("http://", "https://")
_ARCHIVED = lazy_pattern(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/[0-9]{4,14}(?:[a-z]{2}_)?/"
    r"(?P<scheme>https?):/{1,2}(?P<rest>.+)",
    re.IGNORECASE,
)
_AMP_CACHE = lazy_pattern(
    r"https?://(?:(?:www\.)?google\.[a-z.]{2,6}/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[acv])/(?P<secure>s/)?(?P<rest>.+)",
    re.IGNORECASE,
)
_FOR_PHONES = lazy_pattern(r"^(?:m|mobile|amp|touch)\.(?=[^.]+\.[^.]+)")
_AMP_PATH = lazy_pattern(r"/amp(?=/|$)|\.amp(?=$|\.html?$)", re.IGNORECASE)
_AMP_QUERY = lazy_pattern(r"(?<=[?&])(?:amp(?:=1|=true)?|outputType=amp)(?=&|#|$)&?", re.IGNORECASE)
_PUBLIC = lazy_pattern(
    r"(?:^|\.)(?:gov|mil|(?:gov|govt|gob|gouv|mil)\.[a-z]{2}|go\.(?:jp|kr|id|th|ke|tz|ug|cr)|europa\.eu|un\.org)$"
)
_YEAR, _MONTH, _DAY = r"/(?P<year>20[0-9]{2})", r"(?P<month>[0-9]{2})", r"(?P<day>[0-9]{2})"
_NAMED_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}([-/]?){_MONTH}([-/]?){_DAY}(?=/)",
        rf"{_YEAR}/(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})(?=/)",
        rf"{_YEAR}/{_NAMED_MONTH}/(?P<day>[0-9]{{1,2}})(?=/)",
        rf"/t(?P<year>20[0-9]{{2}}){_MONTH}{_DAY}(?=_)",
    )
)
_DAY_AT_END = lazy_pattern(r"-(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})/?$")
_ENDS_WITH_DAY = frozenset({"reuters.com"})
"""Sites that write the day of publication at the end of each address."""

_MONTH_ONLY = lazy_pattern(rf"{_YEAR}[-/]{_MONTH}/(?=[^/]*[a-z][^/]*/?$)", re.IGNORECASE)
_OF_FILES = lazy_pattern(
    r"/(?:wp-content|uploads?|files?|assets|media|images?|documents?|downloads?|pdfs?)/", re.IGNORECASE
)
"""In folders with such names, the month is that in which a file was put there."""


class Unwrapped(NamedTuple):
    """The address of a page, and that of its copy in a web archive if that was given; else empty."""

    url: str
    archived_url: str = ""


def unwrapped(url: str) -> Unwrapped:
    """The page itself behind a copy in an archive or in a cache for phones, without tracking parameters.

    >>> unwrapped("https://web.archive.org/web/20250726140600/https://example.org/news?utm_source=x").url
    'https://example.org/news'
    """
    if not (given := url.strip()).lower().startswith(_SCHEMES):
        return Unwrapped(given)
    clean = without_tracking(without_surroundings(given))
    if found := _ARCHIVED.fullmatch(clean):
        return Unwrapped(without_tracking(f"{found['scheme'].lower()}://{found['rest']}"), clean)
    if found := _AMP_CACHE.fullmatch(clean):
        return Unwrapped(without_tracking(f"http{'s' if found['secure'] else ''}://{found['rest']}"))
    return Unwrapped(clean)


def site(url: str) -> str:
    """The host of a page, without what leads to its version for phones.

    >>> site("https://m.example.org/news")
    'example.org'
    """
    return _FOR_PHONES.sub("", host(url))


def any_page(url: str) -> str:
    """A key that is the same for all addresses of one page, its copies in archives and its versions for phones.

    >>> any_page("https://m.example.org/news/amp/") == any_page("http://www.example.org/news")
    True
    """
    found = page(_AMP_QUERY.sub("", unwrapped(url).url))
    address, mark, rest = found.partition("?")
    name, _, path = address.partition("/")
    return f"{_FOR_PHONES.sub('', name)}{_AMP_PATH.sub('', f'/{path}').rstrip('/')}{mark}{rest}"


def day_in(url: str) -> str:
    """The day that a part of the path is, in ISO form; empty if there is none, or more than one.

    A day that is only the beginning or the end of a part may be that of the event, and is not taken.

    >>> day_in("https://example.org/2025/07/26/plan"), day_in("https://example.org/2025-07-26-plan")
    ('2025-07-26', '')
    """
    path = url.partition("?")[0].partition("#")[0]
    found = {day for pattern in _DAYS for match in pattern.finditer(path) if (day := _day(match))}
    if not found and site(url) in _ENDS_WITH_DAY and (match := _DAY_AT_END.search(path)):
        found.add(_day(match))
    return found.pop() if len(found) == 1 else ""


def month_in(url: str) -> str:
    """The month in whose folder the page is, as year and month; empty if there is none, or a day.

    >>> month_in("https://example.org/2025/07/plan"), month_in("https://example.org/uploads/2025/07/plan.pdf")
    ('2025-07', '')
    """
    path = url.partition("?")[0].partition("#")[0]
    if day_in(url) or _OF_FILES.search(path) or not (found := _MONTH_ONLY.search(path)):
        return ""
    return _day(found)[:7]


def is_of_public_body(url: str) -> bool:
    """Whether only public bodies get a host like this: of a government, of the United Nations or of the EU."""
    return _PUBLIC.search(host(url)) is not None


def _day(match: re.Match[str]) -> str:
    found = match.groupdict()
    month = _MONTHS.index(found["name"].lower()) + 1 if "name" in found else int(found["month"])
    try:
        return date(int(found["year"]), month, int(found.get("day", 1))).isoformat()
    except ValueError:
        return ""
