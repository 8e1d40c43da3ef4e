"""Why an address that somebody gives cannot be that of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import NamedTuple

from ..diagnostics.finding import Severity
from ..drafting.page import is_address
from ..lazy import lazy_pattern
from ..lexicon.address_syntax import errors
from ..lexicon.web_addresses import host
from ..text.shortening import shorten

_WHOLE = "give the whole address, such as https://example.org/news/1"
_PUBLIC = "give the address at which everybody can read the page"
_CLEAN = "open the page, and copy its address without that"
_LOCAL = lazy_pattern(r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)$")
_CONTROL = lazy_pattern(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_SECRET = lazy_pattern(
    r"[?&;](?P<name>pass(?:word|wd|code)?|pwd|(?:client_?)?secret|(?:access|auth|id|refresh)_?token|api_?key|"
    r"(?:php|j)?sess(?:ion)?_?id)=",
    re.IGNORECASE,
)
_BEGIN = 100


class Refusal(NamedTuple):
    """Why an address cannot be taken, and what to do about it."""

    message: str
    help: str


def refusal(url: str) -> Refusal | None:
    """Why the address cannot be that of a public page; None if it can. A password in it is never repeated.

    >>> refusal("https://example.org/news/1")
    >>> refusal("http://10.0.0.1/news").message
    '10.0.0.1 is in a private network'
    """
    return next(_refusals(url), None)


def _refusals(url: str) -> Iterator[Refusal]:
    """Every reason, the most important first."""
    scheme, _, rest = url.partition("://")
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    if "@" in authority:
        yield Refusal(f"the address at {shorten(authority.rpartition('@')[2])} has the name of a user", _CLEAN)
    if secret := _SECRET.search(url):
        yield Refusal(f"the address at {shorten(host(url))} has a {secret['name']}", _CLEAN)
    if not any(each.isspace() for each in url) and is_address(url[:_BEGIN]) and not is_address(url):
        yield Refusal(f"the address {shorten(url)!r} is too long: {len(url):,} characters", _CLEAN)
    if any(each.isspace() for each in url) or not is_address(url) or not {".", ":"} & {*authority}:
        yield Refusal(f"{shorten(url)!r} is no web address", _WHOLE)
    if _is_private(host(url).rstrip(".")):
        yield Refusal(f"{host(url)} is in a private network", _PUBLIC)
    if found := _CONTROL.search(url):
        yield Refusal(f"the address {shorten(url)!r} has a control character: {found[0]}", _CLEAN)
    severe = (each for each in errors(url) if each.severity is Severity.ERROR)
    for error in (*errors(f"{scheme}://{authority}/"), *severe):
        yield Refusal(f"{shorten(url)!r}: {error.message}", error.help)


def _is_private(name: str) -> bool:
    """Whether the host is known only in a network of somebody's own."""
    try:
        return not ip_address(name.strip("[]")).is_global
    except ValueError:
        return _LOCAL.search(name) is not None
