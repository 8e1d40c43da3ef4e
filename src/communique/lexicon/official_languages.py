"""The official languages of countries, by the data of Unicode (CLDR)."""

from __future__ import annotations

from functools import cache

_COMMON = {
    "AE": "ar", "AU": "en", "BR": "pt", "CN": "zh", "DE": "de", "ES": "es", "FR": "fr", "GB": "en", "IN": "hi en",
    "IT": "it", "JP": "ja", "KR": "ko", "RU": "ru", "SA": "ar", "US": "en",
}  # fmt: skip
"""Of frequent countries, so that most records are checked without loading a library. A test compares the two."""


@cache
def official_languages(country: str) -> tuple[str, ...]:
    """The languages, without their scripts, that are official in the whole country by law or in fact; empty if unknown.

    >>> official_languages("CN"), official_languages("CH"), official_languages("EU")
    (('zh',), ('de', 'gsw', 'fr', 'it'), ())
    """
    if country in _COMMON:
        return tuple(_COMMON[country].split())
    from babel.languages import get_official_languages

    found = get_official_languages(country, de_facto=True)
    return tuple(dict.fromkeys(tag.partition("_")[0] for tag in found))
