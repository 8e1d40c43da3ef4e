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
_DAYS = tuple(
    lazy_pattern(pattern)
    for pattern in (
        r"/(?P<year>20[0-9]{2})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})(?=/)",
        r"/(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?=/)",
        r"/(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})/(?P<day>[0-9]{2})(?=/)",
        r"/(?P<year>20[0-9]{2})(?P<month>[0-9]{2})/(?P<day>[0-9]{2})(?=/)",
        r"/(?P<year>20[0-9]{2})/(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=/)",
        r"/(?P<year>20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=/)",
        r"/t(?P<year>20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=_)",
    )
)
_ENGLISH = lazy_pattern(r"^en(?:g|glish)?$|^en-(?:us|gb)$", re.IGNORECASE)


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
    return found.pop() if len(found) == 1 else ""


def is_of_public_body(url: str) -> bool:
    """Whether only public bodies get a host like this: of a government, of the United Nations or of the EU."""
    return _PUBLIC.search(host(url)) is not None


def is_in_english(url: str) -> bool:
    """Whether the host or the first part of the path says that the page is in English."""
    labels, path = host(url).split("."), url.partition("://")[2].partition("/")[2]
    parts = [labels[0] if len(labels) > 2 else "", path.partition("/")[0] if "/" in path else ""]
    return any(_ENGLISH.search(part) for part in parts)


def _day(match: re.Match[str]) -> str:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""
