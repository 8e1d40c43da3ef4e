"""What is generally known of well-known sites: who publishes them, and of which type and in which language they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..lazy import lazy_pattern
from .address_language import names_other_than
from .page_variants import is_of_public_body, site

_UNSURE = "?"
_MOST_PARTS = 2
_SUFFIX = lazy_pattern(r"^(?:gov|govt|gob|gouv|go|mil)\.[a-z]{2}$")
"""Hosts below these belong to somebody else each."""

_OF_USERS = frozenset({"answers", "community", "discourse", "discuss", "discussions", "forum", "forums"})


class WellKnown(NamedTuple):
    """What is known of a page by its site; empty if it is not. A type that ``is_sure`` is that of every page."""

    publisher: str = ""
    type: str = ""
    is_sure: bool = False
    language: str = ""


def well_known(url: str) -> WellKnown:
    """What is known of the page with this address.

    >>> well_known("https://www.ft.com/content/1")
    WellKnown(publisher='Financial Times', type='news', is_sure=True, language='en')
    >>> well_known("https://be.china-embassy.gov.cn/1").type
    'official'
    """
    lines, here = _lines(), site(url).rstrip(".")
    for host in _hosts(here):
        for key in (*_with_path(host, url), host):
            if found := lines.get(key):
                return _of_page(found, url, is_inherited=host != here)
    return WellKnown(type="official", is_sure=True) if is_of_public_body(url) else WellKnown()


def _of_page(found: WellKnown, url: str, *, is_inherited: bool) -> WellKnown:
    """What holds of a page of the site; of a newspaper, a subdomain may be another one, and users write in forums."""
    if is_inherited and site(url).partition(".")[0] in _OF_USERS:
        return WellKnown()
    if is_inherited and found.type == "news":
        found = found._replace(publisher="")
    return found._replace(language="") if is_inherited or names_other_than(found.language, url) else found


def _hosts(host: str) -> Iterator[str]:
    """The host, and those that it is a subdomain of."""
    yield host
    while (host := host.partition(".")[2]) and not _SUFFIX.search(host):
        yield host


def _with_path(host: str, url: str) -> list[str]:
    """The host with the first parts of the path, the longest first."""
    parts = url.partition("://")[2].partition("?")[0].partition("#")[0].lower().split("/")[1 : _MOST_PARTS + 1]
    return [f"{host}/{'/'.join(parts[:number])}" for number in range(len(parts), 0, -1) if parts[number - 1]]


@cache
def _lines() -> Mapping[str, WellKnown]:
    text = Path(__file__).with_name("well_known_sites.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, publisher, type, language = (each.strip() for each in line.split("|"))
            is_sure = bool(type) and not type.endswith(_UNSURE)
            found[key] = WellKnown(publisher, type.removesuffix(_UNSURE), is_sure, language)
    return found
