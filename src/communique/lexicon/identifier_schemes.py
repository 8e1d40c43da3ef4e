"""Identifiers of public registers: the standard form of each scheme, common prefixes, and check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from ..codelists import IdentifierScheme

_ROR_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # without i, l, o, u


class Scheme(NamedTuple):
    """How the identifiers of a register are written.

    ``form`` matches the standard form, which records use; ``before`` matches a common prefix, such as a web address,
    and ``behind`` what may follow it there. ``tidy`` makes the standard form of the rest. ``is_right`` checks the check
    digits. In a ``strict`` scheme every identifier has the standard form; in others there are exceptions.
    """

    form: str
    before: str
    example: str
    tidy: Callable[[str], str] = str
    is_right: Callable[[str], bool] | None = None
    strict: bool = True
    behind: str = "[?#]"


class Reading(NamedTuple):
    """A value as it was read: the identifier in the standard form (empty if it has none), and whether it is certain."""

    identifier: str
    is_sure: bool = True


@lru_cache(maxsize=256)
def read(scheme: IdentifierScheme, value: str) -> Reading | None:
    """The identifier in the value; None if the scheme has no standard form."""
    if not (rules := SCHEMES.get(scheme)):
        return None
    rest, is_address = _without_prefix(rules, value.strip())
    alone = re.split(rules.behind, rest)[0] if is_address else rest
    identifier = rules.tidy(unquote(alone).rstrip("/") if is_address else alone)
    return Reading(identifier if re.fullmatch(rules.form, identifier) else "", alone == rest)


def key(scheme: IdentifierScheme, value: str) -> str:
    """A key by which identifiers of one scheme are compared, in whatever form they are written."""
    reading = read(scheme, value)
    identifier = (reading.identifier if reading else "") or value
    if scheme is IdentifierScheme.ISBN and len(identifier) == 10 and _fits_isbn(identifier):
        return _as_13_digits(identifier)
    return re.sub("^http:", "https:", identifier.casefold())


def is_right(scheme: IdentifierScheme, identifier: str) -> bool:
    """Whether the check digits of an identifier in the standard form are right; true if the scheme has none."""
    check = SCHEMES[scheme].is_right
    return not check or check(identifier)


def _without_prefix(rules: Scheme, value: str) -> tuple[str, bool]:
    is_address = False
    while match := re.match(rules.before, value, re.IGNORECASE):
        is_address = "/" in match[0]
        value = value[match.end() :]
    return value, is_address


def _capitals(text: str) -> str:
    return text.upper()


def _as_citation(text: str) -> str:
    """Volume, FR, page: of "90 Fed. Reg. 8741", and of the address .../citation/90-FR-8741."""
    return re.sub(r"[\s-]*\b(fed\.?\s*reg\.?|f\.?r\.?)[\s-]*(?=[0-9])", " FR ", text, flags=re.IGNORECASE)


def _bare(text: str) -> str:
    return re.sub(r"[\s\u2010-\u2015-]", "", text).upper()


def _in_fours(text: str) -> str:
    digits = _bare(text)
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _fits_mod_11_2(orcid: str) -> bool:
    """ISO 7064, MOD 11-2, of ORCID (and ISNI)."""
    digits, total = orcid.replace("-", ""), 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


def _fits_mod_97(lei: str) -> bool:
    """ISO 7064, MOD 97-10, of a Legal Entity Identifier."""
    return int("".join(str(int(letter, 36)) for letter in lei)) % 97 == 1


def _fits_ror(ror: str) -> bool:
    number = 0
    for letter in ror[:-2]:
        number = number * 32 + _ROR_DIGITS.index(letter)
    return 98 - number * 100 % 97 == int(ror[-2:])


def _fits_isbn(isbn: str) -> bool:
    if len(isbn) == 13:
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(isbn)) % 10 == 0
    return sum("0123456789X".index(digit) * (10 - place) for place, digit in enumerate(isbn)) % 11 == 0


def _as_13_digits(isbn: str) -> str:
    return next(each for each in (f"978{isbn[:9]}{digit}" for digit in range(10)) if _fits_isbn(each))


SCHEMES: Mapping[IdentifierScheme, Scheme] = {
    IdentifierScheme.WIKIDATA: Scheme(
        "Q[1-9][0-9]*",
        r"(https?://)?(www\.|m\.)?wikidata\.org/(wiki|entity)/(Special:EntityPage/)?|(wd|wikidata):\s*",
        "Q148",
        _capitals,
    ),
    IdentifierScheme.ROR: Scheme(
        "0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}",
        r"(https?://)?(www\.)?ror\.org/|ror(:\s*|\s+)",
        "02nr0ka47",
        str.lower,
        _fits_ror,
    ),
    IdentifierScheme.LEI: Scheme(
        "[0-9A-Z]{18}[0-9]{2}",
        r"(https?://)?search\.gleif\.org/#/record/|lei(:\s*|\s+)",
        "5493001KJTIIGC8Y1R12",
        _bare,
        _fits_mod_97,
    ),
    IdentifierScheme.ORCID: Scheme(
        "([0-9]{4}-){3}[0-9]{3}[0-9X]",
        r"(https?://)?(www\.)?orcid\.org/|orcid( id)?(:\s*|\s+)",
        "0000-0002-1825-0097",
        _in_fours,
        _fits_mod_11_2,
    ),
    IdentifierScheme.DOI: Scheme(
        r"10\.[0-9]{4,9}(\.[0-9]+)*/\S+",
        r"(https?://)?(dx\.|www\.)?doi\.org/|info:doi/|(urn:)?doi(:\s*|\s+)",
        "10.1000/182",
    ),
    IdentifierScheme.ISBN: Scheme(
        "97[89][0-9]{10}|[0-9]{9}[0-9X]",
        r"(urn:)?isbn(-?1[03])?(:\s*|\s+)",
        "9780306406157",
        _bare,
        _fits_isbn,
    ),
    IdentifierScheme.CELEX: Scheme(
        r"[0-9CE][0-9]{4}[A-Z]{1,2}[0-9A-Z()/_-]*",
        r"https?://eur-lex\.europa\.eu/\S*[?&]uri=celex(:|%3a)|celex(:|%3a|\s)\s*",
        "32024R1689",
        _capitals,
        strict=False,
        behind="[?#&]",
    ),
    IdentifierScheme.ELI: Scheme(
        r"https?://[^\s/]+/(\S+/)?eli/\S+", r"eli:\s*", "http://data.europa.eu/eli/reg/2024/1689/oj", strict=False
    ),
    IdentifierScheme.UN_SYMBOL: Scheme(
        r"[A-Z][A-Za-z]*(/[^\s/]+)+( \(.+\))?",
        r"(https?://)?(www\.)?(undocs\.org|docs\.un\.org)/([a-z]{2}/)?|un doc(ument|s|\.)?:?\s+",
        "A/RES/78/265",
        strict=False,
    ),
    IdentifierScheme.FEDERAL_REGISTER: Scheme(
        "[1-9][0-9]{0,2} FR [1-9][0-9]{0,5}",
        r"(https?://)?(www\.)?federalregister\.gov/citation/",
        "90 FR 8741",
        _as_citation,
    ),
    IdentifierScheme.RIN: Scheme(
        "[0-9]{4}-[A-Z]{2}[0-9]{2}",
        r"(https?://)?(www\.)?federalregister\.gov/regulations/|rin(:\s*|\s+)",
        "0694-AJ90",
        _capitals,
        behind="[/?#]",
    ),
    IdentifierScheme.DOCKET: Scheme(
        "[A-Z0-9]+([-_:][A-Z0-9]+)+",
        r"(https?://)?(www\.)?regulations\.gov/docket/|docket( (number|no\.?|id))?(:\s*|\s+)",
        "NTIA-2023-0005",
        _capitals,
        strict=False,
        behind="[/?#]",
    ),
}
"""The schemes that have a standard form; a document number has none."""
