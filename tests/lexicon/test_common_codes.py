"""The codes for which no register is loaded are registered."""

from __future__ import annotations

import pycountry
from langcodes import Language

from communique.lexicon.common_codes import COUNTRIES, CURRENCIES, LANGUAGES, SUBDIVISIONS


def test_countries() -> None:
    assert COUNTRIES and [each for each in COUNTRIES if not pycountry.countries.get(alpha_2=each)] == []


def test_subdivisions() -> None:
    assert SUBDIVISIONS and [each for each in SUBDIVISIONS if not pycountry.subdivisions.get(code=each)] == []


def test_languages() -> None:
    assert LANGUAGES and [each for each in LANGUAGES if not Language.get(each, normalize=False).is_valid()] == []


def test_currencies() -> None:
    assert CURRENCIES and [each for each in CURRENCIES if not pycountry.currencies.get(alpha_3=each)] == []
