"""Countries by their common names and codes."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .folding import fold
from .words import spellings

# Common names that ISO 3166 does not have. The names Korea and Congo are left out, because two countries have each.
_COMMON_NAMES = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "BN": ("Brunei",),
    "CD": ("DRC", "DR Congo", "Congo-Kinshasa", "Democratic Republic of the Congo"),
    "CG": ("Congo-Brazzaville", "Republic of the Congo"),
    "CI": ("Ivory Coast",),
    "CN": ("PRC", "Mainland China"),
    "CV": ("Cape Verde",),
    "DE": ("Federal Republic of Germany",),
    "FM": ("Micronesia",),
    "GB": ("UK", "Great Britain", "Britain"),
    "KP": ("DPRK",),
    "KR": ("ROK", "Republic of Korea"),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "NL": ("Holland", "The Netherlands"),
    "PS": ("Palestine",),
    "RU": ("Russia",),
    "SA": ("KSA",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("America", "The United States"),
    "VA": ("Vatican", "Holy See"),
}
# Names that two countries share; ISO 3166 has the first name for only one of the two.
_SHARED: dict[tuple[str, ...], tuple[str, str]] = {("congo",): ("CD", "CG"), ("korea",): ("KP", "KR")}
_UNIONS = {
    "African Union": "AU",
    "Association of Southeast Asian Nations": "ASEAN",
    "European Union": "EU",
    "United Nations": "UN",
}
# A shorter ASCII name is a word in too many languages.
_SHORTEST_NAME = 4
_FIELDS = ("alpha_2", "alpha_3", "name", "common_name", "official_name")


@cache
def countries() -> Mapping[tuple[str, ...], frozenset[str]]:
    """The ISO 3166-1 codes of countries, by the words of their names and codes."""
    import pycountry

    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for country in pycountry.countries:
        names = [getattr(country, field, None) for field in _FIELDS]
        for name in filter(None, (*names, *_COMMON_NAMES.get(country.alpha_2, ()))):
            for words in spellings(name):
                found[words].add(country.alpha_2)
    return {words: frozenset(codes) for words, codes in found.items()}


def country_in_any_language(name: str) -> str | None:
    """The code of the only country with exactly this name in any language; None if there is not exactly one.

    The name of a subdivision, such as England, does not count, even if it is used for the country in some languages.
    """
    wanted = _folded(name)
    if wanted.isascii() and len(wanted) < _SHORTEST_NAME:
        return None
    codes = _translated().get(wanted, set()) - _parts().get(wanted, set())
    return min(codes) if len(codes) == 1 else None


def country_of_part(name: str) -> str | None:
    """The code of the only country with a subdivision of this name in ISO 3166-2; None if there is not exactly one."""
    codes = _parts().get(_folded(name), set())
    return min(codes) if len(codes) == 1 else None


@cache
def _translated() -> Mapping[str, set[str]]:
    """The codes of countries, by their names in all languages of the CLDR."""
    from babel.localedata import locale_identifiers

    found: dict[str, set[str]] = defaultdict(set)
    for language in locale_identifiers():
        if "_" not in language:
            for code, name in _territories(language).items():
                if len(code) == len("XX") and code.isalpha():
                    found[_folded(name)].add(code)
    return found


def _territories(language: str) -> dict[str, str]:
    """The names of territories. A `Locale` of Babel would keep all that it knows of each language: 150 MB."""
    from babel.localedata import resolve_locale_filename

    with Path(resolve_locale_filename(language)).open("rb") as file:
        territories: dict[str, str] = pickle.load(file).get("territories", {})
    return territories


@cache
def _parts() -> Mapping[str, set[str]]:
    import pycountry

    found: dict[str, set[str]] = defaultdict(set)
    for part in pycountry.subdivisions:
        found[_folded(part.name)].add(part.country_code)
    return found


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def codes_of(name: str) -> tuple[str, ...]:
    """The ISO 3166-1 codes of every country that the whole text may name; empty if there is none.

    >>> codes_of("U.S."), codes_of("Korea"), codes_of("England")
    (('US',), ('KP', 'KR'), ())
    """
    found: set[str] = set()
    for words in spellings(name):
        found.update(_SHARED[words] if words in _SHARED else countries().get(words, ()))
    return tuple(sorted(found))


def name_of(code: str) -> str:
    """The English name of the country with this ISO 3166-1 code."""
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    return str(country.name) if country else code


def short_form(name: str) -> str | None:
    """The abbreviation of a union of countries with this name; None if it is not known."""
    return _UNIONS.get(name)
