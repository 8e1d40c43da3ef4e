"""Countries and languages in the registers: whether a code is registered, and the code of a name."""

from __future__ import annotations

from ..text.inflection import singular
from .common_codes import COUNTRIES, LANGUAGES

# ISO 3166 reserves EL for Greece, which uses it instead of its code GR.
_RESERVED = {"EL": "GR"}


def is_country(code: str) -> bool:
    """Whether ISO 3166-1 has the code."""
    if code in COUNTRIES:
        return True
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None


def countries_by_name(text: str) -> tuple[str, ...]:
    """The codes of the countries that the text can mean: a common name, a three-letter code, or another case."""
    from .countries import codes_of

    reserved = _RESERVED.get(text.strip().upper())
    return (reserved,) if reserved else codes_of(text)


def currencies_called(text: str) -> tuple[str, ...]:
    """The codes of the currencies with this word in their English name, in the singular or plural.

    >>> currencies_called("won")
    ('KPW', 'KRW')
    """
    import pycountry

    wanted = singular(text.strip().lower())
    return tuple(
        sorted(each.alpha_3 for each in pycountry.currencies if wanted in map(singular, each.name.lower().split()))
    )


def is_language(tag: str) -> bool:
    """Whether every part of the tag is registered for BCP 47."""
    if tag in LANGUAGES:
        return True
    from langcodes import Language

    try:
        return Language.get(tag, normalize=False).is_valid()
    except ValueError:
        return False


def language_by_name(text: str) -> str:
    """The tag of the language with this English name; empty if there is none."""
    import pycountry

    found = pycountry.languages.get(name=text.strip().title())
    return str(getattr(found, "alpha_2", found.alpha_3)) if found else ""
