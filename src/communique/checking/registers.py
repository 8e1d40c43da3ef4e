"""Countries and languages by the registers: whether a code is one, and which code a name has."""

from __future__ import annotations

# ISO 3166 keeps UK and EL back for these two, who use them in the place of their codes.
_RESERVED = {"UK": "GB", "EL": "GR"}


def is_country(code: str) -> bool:
    """Whether ISO 3166-1 has the code."""
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None


def country_by_name(text: str) -> str:
    """The code of the country that the text names by its name, by three letters, or in another case."""
    import pycountry

    word = text.strip()
    if word.upper() in _RESERVED:
        return _RESERVED[word.upper()]
    try:
        return str(pycountry.countries.lookup(word).alpha_2)
    except LookupError:
        return ""


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
