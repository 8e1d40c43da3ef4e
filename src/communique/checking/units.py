"""What people write for a unit of money, and for numbers that are not given in full."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

# By what is written for it; nothing where several countries have a currency that is called so.
_CURRENCIES = {
    **dict.fromkeys(("us$", "us dollar", "us dollars", "u.s. dollar", "u.s. dollars"), "USD"),
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("rmb", "cn¥", "yuan", "renminbi", "chinese yuan"), "CNY"),
    **dict.fromkeys(("pound sterling", "pounds sterling", "british pounds", "ukp"), "GBP"),
    **dict.fromkeys(("yen", "japanese yen"), "JPY"),
    **dict.fromkeys(("indian rupee", "indian rupees", "₹"), "INR"),
    **dict.fromkeys(("south korean won", "₩"), "KRW"),
    **dict.fromkeys(("swiss franc", "swiss francs"), "CHF"),
    **dict.fromkeys(("c$", "canadian dollar", "canadian dollars"), "CAD"),
    **dict.fromkeys(("a$", "australian dollar", "australian dollars"), "AUD"),
    **dict.fromkeys(("nis", "new shekel", "₪"), "ILS"),
    **dict.fromkeys(("ntd", "nt$"), "TWD"),
    **dict.fromkeys(("美元",), "USD"),
    **dict.fromkeys(("欧元",), "EUR"),
    **dict.fromkeys(("人民币", "人民币元"), "CNY"),
    **dict.fromkeys(("円", "日元"), "JPY"),
    **dict.fromkeys(("원",), "KRW"),
    **dict.fromkeys(
        ("元", "$", "dollar", "dollars", "£", "¥", "peso", "pesos", "rupee", "rupees", "won", "rouble"), ""
    ),
    **dict.fromkeys(
        ("rouble", "roubles", "ruble", "rubles", "franc", "francs", "krone", "krona", "kroner", "kronor"), ""
    ),
    **dict.fromkeys(("riyal", "riyals", "dirham", "dirhams", "dinar", "dinars", "lira", "shilling", "shillings"), ""),
}
# Chinese, Japanese and Korean have no space there, and count in ten thousands.
_MYRIADS = re.compile("([万亿])(元)|([万億兆])(円)|([만억조])(원)")
_TIMES = {"万": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
# Written small they are no word: of "cup" and "pen", which are codes as well, that cannot be said.
_NO_WORDS = re.compile("usd|eur|gbp|cny|jpy|inr|krw|chf|cad|aud|sek|nok|dkk|sgd|hkd|twd|brl|zar")
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "milliard": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
# These may be metres, bytes or a name, unless there is money behind or before them.
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_ALL = {**_SCALES, **{f"{name}s": times for name, times in _SCALES.items()}, **_SHORT_SCALES}
_BEFORE = re.compile(rf"({'|'.join(sorted(_ALL, key=len, reverse=True))})\.?\s(?:of\s)?(.+)", re.IGNORECASE)
_BEHIND = re.compile(rf"(.+?)\s?({'|'.join(sorted(_ALL, key=len, reverse=True))})\.?", re.IGNORECASE)


def is_currency(unit: str) -> bool:
    """Whether it is an ISO 4217 code, of today or of the past."""
    return re.fullmatch("[A-Z]{3}", unit) is not None and unit in (_codes() | _former_codes())


def currency(unit: str) -> str | None:
    """The ISO 4217 code of what is written in another way for a currency: nothing if it may be one of several; None
    if it is no currency.

    >>> currency("US$"), currency("dollars"), currency("country")
    ('USD', '', None)
    """
    small = unit.lower()
    return small.upper() if _NO_WORDS.fullmatch(small) else _CURRENCIES.get(small)


def scaled(unit: str) -> tuple[int, str] | None:
    """By how much the number is to be multiplied to stand in full, and the unit that is left; None if by nothing.

    >>> scaled("bn US$"), scaled("million people"), scaled("m")
    ((1000000000, 'USD'), (1000000, 'people'), None)
    """
    if _MYRIADS.fullmatch(unit):
        return _TIMES[unit[0]], {"元": "CNY", "円": "JPY", "원": "KRW"}[unit[1]]
    if match := _BEFORE.fullmatch(unit):
        scale, rest = match[1].lower(), match[2]
    elif match := _BEHIND.fullmatch(unit):
        scale, rest = match[2].lower(), match[1]
        if not _is_money(rest):
            return None
    else:
        return None
    if scale in _SHORT_SCALES and not _is_money(rest):
        return None
    return _ALL[scale], currency(rest) or rest


def in_full(number: int | float, times: int) -> str:
    """The number multiplied exactly, as one writes it.

    >>> in_full(1.35, 10**9)
    '1350000000'
    """
    return f"{(Decimal(str(number)) * times).normalize():f}"


def _is_money(unit: str) -> bool:
    return is_currency(unit) or currency(unit) is not None


@cache
def _codes() -> frozenset[str]:
    import pycountry

    return frozenset(each.alpha_3 for each in pycountry.currencies)


@cache
def _former_codes() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())
