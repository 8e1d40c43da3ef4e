"""The codes that need no register are those that the registers have."""

from __future__ import annotations

import pycountry
from babel.numbers import list_currencies
from langcodes import Language

from communique.lexicon.common_codes import COUNTRIES, CURRENCIES, LANGUAGES, SUBDIVISIONS
from communique.lexicon.registered_codes import is_country, is_language
from communique.lexicon.units import is_currency


def test_every_country_is_in_the_register() -> None:
    registered = {each.alpha_2 for each in pycountry.countries}
    assert len(COUNTRIES) > 200 and registered >= COUNTRIES
    assert all(map(is_country, registered))


def test_every_subdivision_is_in_the_register() -> None:
    assert len(SUBDIVISIONS) > 100 and {each.code for each in pycountry.subdivisions} >= SUBDIVISIONS


def test_every_currency_is_in_the_register() -> None:
    current, ever = {each.alpha_3 for each in pycountry.currencies}, {*list_currencies()}
    assert len(CURRENCIES) > 150 and current | ever >= CURRENCIES
    assert all(map(is_currency, current | ever))


def test_every_language_is_in_the_register() -> None:
    assert len(LANGUAGES) > 150
    assert [tag for tag in LANGUAGES if not Language.get(tag, normalize=False).is_valid()] == []


def test_what_is_not_common_is_looked_up() -> None:
    assert is_language("de-AT") and is_currency("DEM") and is_country("XK") is False
    assert not is_language("xx") and not is_currency("XYZ") and not is_country("ZZ")
