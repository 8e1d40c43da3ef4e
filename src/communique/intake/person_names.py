"""The names of persons, which programs for references sort by the family name."""

from __future__ import annotations

from ..lazy import lazy_pattern

_WORD = r"(?:[^\W\d_]|['’.-])+"
_NO_FAMILY = r"(?i:.*\b(?:of|for|on|the)\b)"
_NO_GIVEN = r"(?i:.*\b(?:and|of)\b|(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|jr|sr|ii|iii|phd|md)\.?$)"
_FAMILY, _GIVEN = rf"(?P<family>{_WORD}(?: {_WORD}){{0,3}})", rf"(?P<given>{_WORD}(?: {_WORD}){{0,2}})"
_PERSON = lazy_pattern(rf"(?!{_NO_FAMILY}[^,]*,){_FAMILY}, (?!{_NO_GIVEN}){_GIVEN}")


def in_order(name: str) -> str:
    """The name of a person with the family name last, as sources write it; another name as it is.

    >>> in_order("Doe, Jane"), in_order("van der Berg, J. P."), in_order("Ann Smith")
    ('Jane Doe', 'J. P. van der Berg', 'Ann Smith')
    >>> in_order("Ministry of Industry, Trade and Labour"), in_order("Example, Inc.")
    ('Ministry of Industry, Trade and Labour', 'Example, Inc.')
    """
    match = _PERSON.fullmatch(name)
    return f"{match['given']} {match['family']}" if match else name
