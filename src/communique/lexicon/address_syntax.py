"""The syntax of web addresses, by RFC 3986 and RFC 3987, and by what browsers accept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple
from urllib.parse import quote

from ..diagnostics.finding import Severity
from ..lazy import lazy_pattern
from ..text.homoglyphs import foreign_letter

# Characters outside ASCII are allowed in an address, except these categories: spaces, controls, invisible ones.
_NO_LETTERS = ("Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Cs")
_JOINERS = "\u200c\u200d"  # used in Persian and Indic words
_NEVER = '\\"<>'
# Browsers do not encode these, so copied addresses contain them; the standard does not allow them.
_LENIENT = "[]|^`{}#"
_LENIENT_IN_PATH = "[]|#"
_USER = lazy_pattern(r"([\w.~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*")
_MAX_PORT = 65_535
# Nearly every address: in ASCII, with nothing to encode, and a host name of at most 246 characters that does not end in
# a number. The inner quantifiers are possessive, so that the time grows only with the length.
_TEXT = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/{more}-]++|%[0-9A-Fa-f]{{2}})*"
_PATH, _MORE = _TEXT.format(more=""), _TEXT.format(more="?")
_PLAIN = lazy_pattern(
    rf"https?://(?:[A-Za-z0-9_-]{{1,40}}+\.){{1,5}}[A-Za-z][A-Za-z0-9_-]{{0,40}}+\.?(?:/{_PATH})?(?:\?{_MORE})?(?:#{_MORE})?"
)
_PARTS = lazy_pattern(r"https?://(?P<authority>[^/?#\\]*)(?P<path>[^?#]*)(?P<query>[^#]*)(?P<fragment>.*)", re.DOTALL)


class AddressError(NamedTuple):
    """A syntax error of an address: the message, the help and the severity."""

    message: str
    help: str = "copy the address again from the page"
    severity: Severity = Severity.ERROR


def address_error(url: str) -> AddressError | None:
    """The first syntax error of a web address that begins with http:// or https://; None if there is none."""
    return None if is_plain(url) else next(errors(url), None)


def is_plain(url: str) -> bool:
    """Whether it is quickly seen that the address has no error."""
    return _PLAIN.fullmatch(url) is not None


def errors(url: str) -> Iterator[AddressError]:
    """Every syntax error of an address, the most important first."""
    parts = _PARTS.match(url)
    if not parts:
        yield AddressError("the address does not begin with https:// or http://")
        return
    yield from _strange_character(url)
    yield from _authority(parts["authority"])
    yield from _broken_escape(url)
    yield from _doubtful_host(parts["authority"])
    yield from _unescaped(parts["path"], parts["query"], parts["fragment"])


def _strange_character(url: str) -> Iterator[AddressError]:
    for character in url:
        if unicodedata.category(character) in _NO_LETTERS and character not in _JOINERS:
            name = unicodedata.name(character, "a character without a name")
            yield AddressError(
                f"the address contains U+{ord(character):04X} {name}",
                f"delete it, or encode it as {quote(character, errors='replace')}",
            )
        elif character in _NEVER:
            yield AddressError(
                f"{character} is not allowed in an address",
                f"encode it as {quote(character)}, or use / if that is meant",
            )


def _authority(authority: str) -> Iterator[AddressError]:
    user, at, site = authority.rpartition("@")
    if "@" in user:
        yield AddressError("the address has two @ before its path", "encode an @ that is not a separator as %40")
    if not _USER.fullmatch(user):
        yield AddressError(f"invalid user name {user!r} in the address")
    host, port = _host_and_port(site)
    yield from _host(host)
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) <= _MAX_PORT):
        yield AddressError(f"invalid port {port}", f"use a number up to {_MAX_PORT}, or delete the port")
    if at:
        what = "a user name and a password" if ":" in user else "a user name"
        yield AddressError(f"the address contains {what}", f"delete {user}@", Severity.WARNING)


def _host_and_port(site: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\[[^\]]*\]|[^\[\]:]*)(?::([^:\]]*))?", site)
    return (match[1], match[2] or "") if match else (site, "")


def _host(host: str) -> Iterator[AddressError]:
    if not host:
        yield AddressError("the address has no host")
    elif "[" in host or "]" in host:
        if not (host.startswith("[") and host.endswith("]") and _is_ip(host[1:-1], IPv6Address)):
            yield AddressError(f"{host} is not an IPv6 address in brackets")
    elif re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", host.removesuffix(".").rpartition(".")[2]):
        if not _is_ip(host, IPv4Address):
            yield AddressError(f"invalid IPv4 address {host}; a host name cannot end in a number")
    elif not _is_name(host):
        yield AddressError(f"invalid host name {host}")


def _doubtful_host(authority: str) -> Iterator[AddressError]:
    """A valid host name that may lead to another site, or is known only in a local network."""
    host = _host_and_port(authority.rpartition("@")[2])[0].removesuffix(".")
    for label in host.split("."):
        if re.search("[A-Za-z]", label) and (letter := foreign_letter(label)) and _is_of_another_script(label):
            message = f"{label} in the address mixes letters of two scripts: {letter}"
            yield AddressError(message, severity=Severity.WARNING)
    if "." not in host and ":" not in host:
        message = f"host name {host} has no dot; the names of public sites have one"
        yield AddressError(message, severity=Severity.WARNING)


def _is_of_another_script(label: str) -> bool:
    """Whether a letter is of another script; the Turkish dotless i is a Latin letter."""
    names = [unicodedata.name(letter, "") for letter in label if not letter.isascii()]
    return any(name.startswith(("CYRILLIC", "GREEK", "ARMENIAN")) for name in names)


def _is_ip(text: str, kind: type[IPv4Address] | type[IPv6Address]) -> bool:
    try:
        kind(text)
    except AddressValueError:
        return False
    return "%" not in text


def _is_name(host: str) -> bool:
    """Whether it is a valid host name, in letters of any script."""
    if (name := ascii_host(host)) is None:
        return False
    labels = name.removesuffix(".").split(".")
    return len(name) <= 254 and all(re.fullmatch("[A-Za-z0-9_-]{1,63}", label) for label in labels)


def ascii_host(host: str) -> str | None:
    """The host name as it is looked up, in ASCII; None if it cannot be."""
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return None


def _broken_escape(url: str) -> Iterator[AddressError]:
    for match in re.finditer("%(?![0-9A-Fa-f]{2}).{0,2}", url):
        help = "encode a literal % as %25, or copy the address again"
        yield AddressError(f"expected two hexadecimal digits after %, found {match[0]}", help)


def _unescaped(path: str, query: str, fragment: str) -> Iterator[AddressError]:
    for part, lenient in ((path, _LENIENT_IN_PATH), (query, _LENIENT), (fragment[1:], _LENIENT)):
        for character in part:
            if character in _LENIENT:
                severity = Severity.WARNING if character in lenient else Severity.ERROR
                yield AddressError(
                    f"{character} is not allowed in this part of an address",
                    f"encode it as {quote(character)}",
                    severity,
                )
