"""Other addresses of one page, such as a copy in an archive, and what an address itself says of a page."""

from __future__ import annotations

import re
from datetime import date
from string import ascii_letters, digits, printable
from typing import NamedTuple
from urllib.parse import quote, unquote

from ..lazy import lazy_pattern
from .address_syntax import ascii_host
from .web_addresses import host, page, without_surroundings, without_tracking

_SCHEMES = ("http://", "https://")
_ARCHIVED = lazy_pattern(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo))/(?:[0-9]{4,14}|[0-9]{4}\.[0-9.]{5,8}(?:-[0-9]{6})?)(?:[a-z]{2}_)?/"
    r"(?P<scheme>https?):/{1,2}(?P<rest>.+)",
    re.IGNORECASE,
)
_AMP_CACHE = lazy_pattern(
    r"https?://(?:(?:www\.)?google\.[a-z.]{2,6}/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[acv])/(?P<secure>s/)?(?P<rest>.+)",
    re.IGNORECASE,
)
_REDIRECTION = lazy_pattern(
    r"https://(?:(?:www\.)?google\.[a-z.]{2,6}/url|l\.facebook\.com/l\.php|"
    r"[a-z0-9]+\.safelinks\.protection\.outlook\.com/)\?(?:[^#]*&)?(?:q|u|url)=(?P<target>https?%3A[^&#]+|https?:[^&#]+)",
    re.IGNORECASE,
)
_DOI = lazy_pattern(r"(?:doi:\s*|https?://(?:dx\.|www\.)?doi\.org/(?:doi:)?)(?P<id>10\.[0-9]{4,9}/\S+)", re.IGNORECASE)
_ARXIV = lazy_pattern(r"arxiv:\s*(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?)", re.IGNORECASE)
_PAPER = lazy_pattern(r"(?:abs|pdf|html)/(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?(?:\.pdf)?")
_MARKED_TEXT = lazy_pattern(r"#?:~:text=.*$")
_ESCAPE = lazy_pattern(r"%(?P<code>[0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(ascii_letters + digits + "-._~")
_FOR_PHONES = lazy_pattern(
    r"^(?:m|mobile|amp|touch)\.(?=[^.]+\.[^.]+)|(?<=[a-z])\.m(?=\.(?:wiki[a-z]+|mediawiki)\.org$)"
)
# Sites of which it is known that the same path without the prefix opens the page.
_WITH_COPIES_FOR_PHONES = frozenset(
    {
        "abc.net.au",
        "aljazeera.com",
        "bbc.co.uk",
        "bbc.com",
        "cnn.com",
        "dw.com",
        "faz.net",
        "france24.com",
        "ft.com",
        "nytimes.com",
        "reuters.com",
        "scmp.com",
        "spiegel.de",
        "tagesspiegel.de",
        "theguardian.com",
        "washingtonpost.com",
        "youtube.com",
    }
)
_COMMENTS = lazy_pattern(r"#(?:comments?(?:-[0-9]+)?|respond|disqus_thread)$", re.IGNORECASE)
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
    """The page itself behind a copy in an archive, a cache for phones or a redirection, without tracking parameters.

    Of sites that are known for it, also the page behind its version for phones; and of any, without its comments.

    >>> unwrapped("https://web.archive.org/web/20250726140600/https://example.org/news?utm_source=x").url
    'https://example.org/news'
    >>> unwrapped("doi:10.1000/182").url
    'https://doi.org/10.1000/182'
    """
    given = _with_scheme(url.strip())
    if not given.startswith(_SCHEMES):
        return Unwrapped(given)
    clean = _MARKED_TEXT.sub("", without_tracking(without_surroundings(given)))
    if found := _ARCHIVED.fullmatch(clean):
        return Unwrapped(_plain(f"{found['scheme'].lower()}://{found['rest']}"), clean)
    if found := _AMP_CACHE.fullmatch(clean):
        return Unwrapped(_plain(f"http{'s' if found['secure'] else ''}://{found['rest']}"))
    if (found := _REDIRECTION.match(clean)) and (target := unquote(found["target"])).startswith(_SCHEMES):
        return Unwrapped(_MARKED_TEXT.sub("", _plain(target)))
    return Unwrapped(_plain(clean))


def _plain(url: str) -> str:
    """The address without tracking parameters, the comments of the page, and what leads to its version for phones.

    >>> _plain("https://m.bbc.co.uk/news/world-1#comments"), _plain("https://en.m.wikipedia.org/wiki/AI")
    ('https://www.bbc.co.uk/news/world-1', 'https://en.wikipedia.org/wiki/AI')
    """
    clean = _COMMENTS.sub("", without_tracking(url))
    scheme, _, rest = clean.partition("://")
    name = rest.partition("/")[0]
    wanted = _FOR_PHONES.sub("", name)
    if wanted == name:
        return clean
    if wanted in _WITH_COPIES_FOR_PHONES:
        wanted = f"www.{wanted}"
    elif ".m." not in name:
        return clean
    return f"{scheme}://{wanted}{rest.removeprefix(name)}"


def _with_scheme(text: str) -> str:
    """The address of what is known by the identifier, if it is one; the scheme of an address in lower case."""
    if found := _DOI.fullmatch(text):
        return f"https://doi.org/{found['id']}"
    if found := _ARXIV.fullmatch(text):
        return f"https://arxiv.org/abs/{found['id']}"
    scheme, colon, rest = text.partition("://")
    return f"{scheme.lower()}{colon}{rest}"


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
    found = _one_spelling(page(_AMP_QUERY.sub("", unwrapped(url).url)))
    address, mark, rest = found.partition("?")
    name, _, path = address.partition("/")
    name = _FOR_PHONES.sub("", _in_ascii(name).rstrip("."))
    if name == "doi.org":
        path = path.lower()
    if name == "arxiv.org" and (paper := _PAPER.fullmatch(path)):
        path = f"abs/{paper['id']}"
    return f"{name}{_AMP_PATH.sub('', f'/{path}').rstrip('/')}{mark}{rest}"


def _one_spelling(text: str) -> str:
    """The text with every character percent-encoded that has to be, and no other."""
    return _ESCAPE.sub(_escape, quote(text, safe=printable))


def _escape(match: re.Match[str]) -> str:
    letter = chr(int(match["code"], 16))
    return letter if letter in _UNRESERVED else match[0].upper()


def _in_ascii(host: str) -> str:
    """The host as it is looked up, if it is in letters of another script and can be."""
    name = unquote(host)
    return (ascii_host(name) or name) if not name.isascii() else host


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


def published_in(url: str) -> tuple[str, str]:
    """The day or the month in an address, and a note that says that it is from there; both empty if there is none.

    >>> published_in("https://example.org/2025/07/26/plan")
    ('2025-07-26', 'The day is the one in the address.')
    """
    if day := day_in(url):
        return day, "The day is the one in the address."
    month = month_in(url)
    return month, "The month is the one in the address." if month else ""


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
