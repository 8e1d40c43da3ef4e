"""Countries and languages by the registers: whether a code is one, and which code a name has."""

from __future__ import annotations

from .countries import codes_of

# ISO 3166 keeps EL back for Greece, which uses it in the place of its code.
_RESERVED = {"EL": "GR"}


def is_country(code: str) -> bool:
    """Whether ISO 3166-1 has the code."""
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None


def countries_by_name(text: str) -> tuple[str, ...]:
    """The codes of the countries that the text can mean: by a usual name, by three letters, or in another case."""
    reserved = _RESERVED.get(text.strip().upper())
    return (reserved,) if reserved else codes_of(text)


def is_language(tag: str) -> bool:
    """Whether every part of the tag is registered for BCP 47."""
    from langcodes import Language

    try:
        return Language.get(tag, normalize=False).is_valid()
    except ValueError:
        return False


def language_by_name(text: str) -> str:
    """The tag of the language with this English name; nothing if there is none."""
    import pycountry

    found = pycountry.languages.get(name=text.strip().title())
    return str(getattr(found, "alpha_2", found.alpha_3)) if found else ""
