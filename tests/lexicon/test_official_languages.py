"""Official languages: what is listed here is what the library has."""

from __future__ import annotations

import pytest
from babel.languages import get_official_languages

from communique.lexicon.official_languages import _COMMON, official_languages


@pytest.mark.parametrize("country", _COMMON)
def test_frequent_countries_are_as_in_the_library(country: str) -> None:
    assert official_languages(country) == get_official_languages(country, de_facto=True)


def test_scripts_are_left_out() -> None:
    assert official_languages("HK") == ("zh", "en")
