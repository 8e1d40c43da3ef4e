"""Common notations of currencies, and of numbers that are not written in full."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ..lazy import lazy_pattern
from .common_codes import CURRENCIES

_WRITTEN = {
    "USD": "us$, usd$, us dollar, us dollars, u.s. dollar, u.s. dollars, 美元",
    "EUR": "€, euro, euros, 欧元",
    "CNY": "rmb, cn¥, yuan, renminbi, chinese yuan, 人民币, 人民币元",
    "GBP": "pound sterling, pounds sterling, british pounds, ukp",
    "JPY": "yen, japanese yen, 円, 日元",
    "INR": "indian rupee, indian rupees, ₹",
    "KRW": "south korean won, ₩, 원",
    "CHF": "swiss franc, swiss francs",
    "CAD": "c$, ca$, cad$, canadian dollar, canadian dollars",
    "AUD": "a$, au$, aud$, australian dollar, australian dollars",
    "ILS": "nis, new shekel, ₪",
    "TWD": "ntd, nt$",
    "HKD": "hk$, hkd$, hong kong dollar, hong kong dollars",
    "SGD": "s$, sg$, sgd$, singapore dollar, singapore dollars",
    "NZD": "nz$, nzd$, new zealand dollar, new zealand dollars",
    "BRL": "r$, brazilian real, brazilian reais",
    # Names that several currencies have. Real and rand are words, and one pound is mostly a weight.
    "": "$, dollar, dollars, £, pounds, ¥, 元, peso, pesos, rs, rs., rupee, rupees, won, rouble, roubles, ruble, "
    "rubles, franc, francs, kr, kr., krone, krona, kroner, kronor, riyal, riyals, dirham, dirhams, dinar, dinars, "
    "lira, shilling, shillings",
}
_CURRENCIES = {name: code for code, names in _WRITTEN.items() for name in names.split(", ")}
# Codes that are no English word in lower case; "cup" and "pen" are codes too.
_LOWER_CASE_CODES = lazy_pattern("usd|eur|gbp|cny|jpy|inr|krw|chf|cad|aud|sek|nok|dkk|sgd|hkd|twd|brl|zar")
_WORDS = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "milliard": 10**9,
    "trillion": 10**12,
}
# These may be metres, bytes or a name, unless a currency comes before or after them.
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_CERTAIN = frozenset({"mn", "mln", "mio", "bn", "tn"})
_SCALES = {**_WORDS, **{f"{name}s": times for name, times in _WORDS.items()}, **_SHORT}
_ANY_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_BEFORE = lazy_pattern(rf"(?P<scale>{_ANY_SCALE})\.?\s(?:of\s)?(?P<rest>.+)", re.IGNORECASE)
_AFTER = lazy_pattern(rf"(?P<rest>.+?)\s?(?P<scale>{_ANY_SCALE})\.?", re.IGNORECASE)
_SCALED_NUMBER = lazy_pattern(rf"(?P<number>-?[0-9][0-9.,]*)[\s-]?(?P<scale>{_ANY_SCALE})\.?", re.IGNORECASE)
# Chinese, Japanese and Korean have no space there, and count in units of ten thousand.
_MYRIADS = lazy_pattern("[万亿]元|[万億兆]円|[만억조]원")
MYRIADS = {"万": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
"""The signs of scale behind a number in digits, and by what they multiply it."""
_OF_MYRIADS = {"元": "CNY", "円": "JPY", "원": "KRW"}


def is_currency(unit: str) -> bool:
    """Whether it is an ISO 4217 code, current or historical."""
    if unit in CURRENCIES:
        return True
    return re.fullmatch("[A-Z]{3}", unit) is not None and (unit in _codes() or unit in _former_codes())


def currency(unit: str) -> str | None:
    """The ISO 4217 code of a currency in another notation: empty if several currencies have it, None if it is not a
    currency.

    >>> currency("US$"), currency("dollars"), currency("country")
    ('USD', '', None)
    """
    small = unit.lower()
    if re.fullmatch("[A-Z]{3}s", unit, re.IGNORECASE) and is_currency(unit[:3]):
        return unit[:3]
    return small.upper() if _LOWER_CASE_CODES.fullmatch(small) else _CURRENCIES.get(small)


def scaled(unit: str) -> tuple[int, str] | None:
    """The factor by which to multiply the number, and the unit without the scale word; None if there is no scale word.

    >>> scaled("bn US$"), scaled("million people"), scaled("m")
    ((1000000000, 'USD'), (1000000, 'people'), None)
    """
    if _MYRIADS.fullmatch(unit):
        return MYRIADS[unit[0]], _OF_MYRIADS[unit[1]]
    before = _BEFORE.fullmatch(unit)
    match = before or _AFTER.fullmatch(unit)
    if not match:
        return None
    scale, rest = match["scale"].lower(), match["rest"]
    needs_money = scale in _SHORT or not before
    if needs_money and not is_currency(rest) and currency(rest) is None:
        return None
    return _SCALES[scale], currency(rest) or rest


def split_scale(text: str) -> tuple[str, str, int] | None:
    """The number, the scale word after it as it is written, and its factor; None if there is none.

    >>> split_scale("1.5bn"), split_scale("20 people")
    (('1.5', 'bn', 1000000000), None)
    """
    match = _SCALED_NUMBER.fullmatch(text)
    return (match["number"], match["scale"], _SCALES[match["scale"].lower()]) if match else None


def only_scale(unit: str) -> int | None:
    """The factor of a unit that is only a scale word; None if it is not one.

    >>> only_scale("million"), only_scale("crores"), only_scale("m")
    (1000000, 10000000, None)
    """
    word = unit.lower().removesuffix(".")
    return _SCALES[word] if word in _SCALES and (word in _CERTAIN or word not in _SHORT) else None


def per(unit: str) -> str:
    """The unit with "per" instead of the slash after a currency; empty if there is no such slash.

    >>> per("USD/year"), per("km/h")
    ('USD per year', '')
    """
    match = re.fullmatch(r"(?P<money>[^/]+?)\s?/\s?(?P<time>[a-z][a-z ]*)", unit)
    code = match and (match["money"] if is_currency(match["money"]) else currency(match["money"]))
    return f"{code} per {match['time']}" if match and code else ""


def in_full(number: int | float | str, times: int) -> str:
    """The number multiplied exactly, written without an exponent.

    >>> in_full(1.35, 10**9)
    '1350000000'
    """
    return f"{(Decimal(str(number)) * times).normalize():f}"


@cache
def currency_names(language: str) -> dict[str, str]:
    """The codes of the currencies of today by their full names in a language, as the CLDR writes them.

    >>> currency_names("en")["Norwegian kroner"], currency_names("zh")["瑞士法郎"]
    ('NOK', 'CHF')
    """
    from babel.numbers import get_currency_name

    names: dict[str, set[str]] = {}
    for code in _codes():
        for count in (None, 1, 2):
            names.setdefault(get_currency_name(code, count, locale=language), set()).add(code)
    return {name: codes.pop() for name, codes in names.items() if len(codes) == 1 and name not in _codes()}


@cache
def ambiguous_names() -> tuple[str, ...]:
    """The words that several currencies are called: dinars, kroner."""
    return tuple(name for name, code in _CURRENCIES.items() if not code and name.isalpha() and name.isascii())


@cache
def _codes() -> frozenset[str]:
    import pycountry

    return frozenset(each.alpha_3 for each in pycountry.currencies)


@cache
def _former_codes() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())
