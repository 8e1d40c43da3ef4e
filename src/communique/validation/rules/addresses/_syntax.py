"""What is wrong with the form of a web address, by RFC 3986 and 3987 and by what browsers make of addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple
from urllib.parse import quote

from ....diagnostics.finding import Severity
from ....text.homoglyphs import foreign_letter

# Letters outside ASCII may stand in an address; these kinds may not: spaces, controls, what does not show.
_NO_LETTERS = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Cs")
_JOINERS = "\u200c\u200d"  # a part of Persian and Indic words
_NEVER = '\\"<>'
# Browsers send these as they are, so that copied addresses have them; in the standard they have no place.
_LENIENT = "[]|^`{}#"
_LENIENT_IN_PATH = "[]|#"
_USER = re.compile(r"([\w.~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*")
_MAX_PORT = 65_535
_PARTS = re.compile(r"https?://(?P<authority>[^/?#\\]*)(?P<path>[^?#]*)(?P<query>[^#]*)(?P<fragment>.*)", re.DOTALL)


class AddressError(NamedTuple):
    """What is wrong with an address, what to do about it, and how bad it is."""

    message: str
    help: str = "copy the address again from the page"
    severity: Severity = Severity.ERROR


def address_error(url: str) -> AddressError | None:
    """The first thing that is wrong with a web address that begins with http:// or https://; None if nothing is."""
    parts = _PARTS.match(url)
    if not parts:
        return AddressError("the address does not begin with https:// or http://")
    in_turn = (
        _strange_character(url),
        _authority(parts["authority"]),
        _broken_escape(url),
        _doubtful_host(parts["authority"]),
        _unescaped(parts["path"], parts["query"], parts["fragment"]),
    )
    return next((error for schema_errors in in_turn for error in schema_errors), None)


def _strange_character(url: str) -> Iterator[AddressError]:
    for character in url:
        if unicodedata.category(character) in _NO_LETTERS and character not in _JOINERS:
            name = unicodedata.name(character, "a character that has no name")
            yield AddressError(
                f"the address holds U+{ord(character):04X} {name}",
                f"delete it, or encode it as {quote(character, errors='replace')}",
            )
        elif character in _NEVER:
            yield AddressError(
                f"no address holds {character}", f"encode it as {quote(character)}, or use / if that is meant"
            )


def _authority(authority: str) -> Iterator[AddressError]:
    user, at, site = authority.rpartition("@")
    if "@" in user:
        yield AddressError("the address has two @ before its path", "encode an @ that is no separator as %40")
    if not _USER.fullmatch(user):
        yield AddressError(f"{user}@ is no user before a host")
    host, port = _host_and_port(site)
    yield from _host(host)
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) <= _MAX_PORT):
        yield AddressError(f"{port} is no port", f"ports are numbers up to {_MAX_PORT}; delete it if none is meant")
    if at:
        what = "a user and a password" if ":" in user else "a user"
        yield AddressError(f"the address names {what} before its host", f"delete {user}@", Severity.WARNING)


def _host_and_port(site: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\[[^\]]*\]|[^\[\]:]*)(?::([^:\]]*))?", site)
    return (match[1], match[2] or "") if match else (site, "")


def _host(host: str) -> Iterator[AddressError]:
    if not host:
        yield AddressError("the address has no host")
    elif "[" in host or "]" in host:
        if not (host.startswith("[") and host.endswith("]") and _is_ip(host[1:-1], IPv6Address)):
            yield AddressError(f"{host} is no IPv6 address in brackets")
    elif re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", host.removesuffix(".").rpartition(".")[2]):
        if not _is_ip(host, IPv4Address):
            yield AddressError(f"{host} is no IPv4 address, and no name of a host ends in a number")
    elif not _is_name(host):
        yield AddressError(f"{host} is no name of a host")


def _doubtful_host(authority: str) -> Iterator[AddressError]:
    """A name that is well formed and leads elsewhere, or nowhere but in one's own network."""
    host = _host_and_port(authority.rpartition("@")[2])[0].removesuffix(".")
    for label in host.split("."):
        if re.search("[A-Za-z]", label) and (letter := foreign_letter(label)) and _is_of_another_script(label):
            message = f"{label} in the address mixes letters of two scripts: {letter}"
            yield AddressError(message, severity=Severity.WARNING)
    if "." not in host and ":" not in host:
        message = f"{host} is no name of a site that everybody can reach: it has no dot"
        yield AddressError(message, severity=Severity.WARNING)


def _is_of_another_script(label: str) -> bool:
    """Turkish has a letter i without a dot, which is a Latin one."""
    names = [unicodedata.name(letter, "") for letter in label if not letter.isascii()]
    return any(name.startswith(("CYRILLIC", "GREEK", "ARMENIAN")) for name in names)


def _is_ip(text: str, kind: type[IPv4Address] | type[IPv6Address]) -> bool:
    try:
        kind(text)
    except AddressValueError:
        return False
    return "%" not in text


def _is_name(host: str) -> bool:
    """Whether it is a name in the domain name system, in letters of any script."""
    import idna

    try:
        name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return False
    labels = name.removesuffix(".").split(".")
    return len(name) <= 254 and all(re.fullmatch("[A-Za-z0-9_-]{1,63}", label) for label in labels)


def _broken_escape(url: str) -> Iterator[AddressError]:
    for match in re.finditer("%(?![0-9A-Fa-f]{2}).{0,2}", url):
        help = "encode the sign itself as %25, or copy the address again"
        yield AddressError(f"after % two hexadecimal digits are expected, found {match[0]}", help)


def _unescaped(path: str, query: str, fragment: str) -> Iterator[AddressError]:
    for part, lenient in ((path, _LENIENT_IN_PATH), (query, _LENIENT), (fragment[1:], _LENIENT)):
        for character in part:
            if character in _LENIENT:
                severity = Severity.WARNING if character in lenient else Severity.ERROR
                yield AddressError(
                    f"{character} has no place there in an address", f"encode it as {quote(character)}", severity
                )
