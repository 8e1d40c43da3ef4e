"""Sums of money that a sentence gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..codelists import Comparator, MoneyFlow
from ..lazy import lazy_pattern
from ..lexicon.units import ambiguous_names, currency, currency_names, is_currency
from .article import Words
from .numerals import COMPARED, DIGITS, comparator, number

_SIGNS = r"(?:EUR|USD|GBP|CNY|JPY|INR|KRW) |US\$|A\$|C\$|HK\$|S\$|NT\$|NZ\$|R\$|CN¥|[$€£¥₹₩]"
_NAMES = (
    r"U\.?S\.? dollars|US dollars|Canadian dollars|Australian dollars|dollars|euros?|yuan|renminbi|yen|pounds sterling|"
    r"Swiss francs|[A-Z]{3}"
)
_FLOWS = {
    MoneyFlow.FINE: r"fin(?:e|es|ed)\b|penalt(?:y|ies)",
    MoneyFlow.PLEDGED: r"pledge[sd]?\b|promis(?:e[sd]?|ing)\b|commits? |committed|will (?:invest|spend|provide|"
    r"contribute|give|put|allocate)|(?:will|would|to) be (?:invested|spent|paid|provided)|would give|to invest|"
    r"plans? to (?:spend|invest)|announce[sd]?\b",
    MoneyFlow.DISBURSED: r"(?:has|have|had) (?:invested|spent|paid)|(?<!be )\b(?:paid|spent|disbursed|invested)\b",
    MoneyFlow.TARGET: r"aims? to (?:raise|mobilise|mobilize)|mobilis(?:e|ing)|mobiliz(?:e|ing)|to raise\b",
    MoneyFlow.BUDGET: r"\bbudget\b|\bearmark(?:s|ed)\b|\bworth\b",
}
_OWN = lazy_pattern(r",? (?:that|which|already) [^,;.“]{3,60}")
_BEHIND = 1_000
_SENTENCES_KEPT = 16


class Sum(NamedTuple):
    """A sum of money, and the words that say it.

    The currency is empty if several have the sign or the name; there is no flow if the sentence does not say how far
    the money has got.
    """

    value: int | float
    comparator: Comparator
    currency: str
    flow: MoneyFlow | None
    words: Words
    upper: int | float | None = None
    """The upper end of a range."""


def sums(sentence: Words) -> Iterator[Sum]:
    """The sums of money in a sentence.

    >>> [(each.value, each.currency) for each in sums(Words(0, 25, "It pledged EUR 2 million."))]
    [(2000000, 'EUR')]
    """
    for match in _money().finditer(sentence.text):
        value, sign = number(match["sum"] or match["named"]), (match["sign"] or match["name"]).strip()
        code = sign if is_currency(sign) else _full_names().get(sign.lower(), currency(sign))
        if value is not None and code is not None and (match["comparator"] or "").lower() != "between":
            words = sentence.part(*match.span())
            yield Sum(value, comparator(match["comparator"]), code, _flow(sentence.text, *match.span()), words)


@cache
def _full_names() -> dict[str, str]:
    return {name.lower(): code for name, code in currency_names("en").items()}


@cache
def _any_name() -> str:
    """All names of currencies in English, the long ones first, as a part of a pattern."""
    full = sorted((name for name in _full_names() if " " in name), key=len, reverse=True)
    plain = [each for each in ambiguous_names() if len(each) > len("won")]
    return rf"(?i:{'|'.join(map(re.escape, full))})|{_NAMES}|{'|'.join(plain)}"


@cache
def _money() -> re.Pattern[str]:
    return re.compile(
        rf"{COMPARED}(?:(?<![\w])(?P<sign>{_SIGNS}) ?"
        rf"(?P<sum>{DIGITS}|[0-9]{{1,4}}(?:\.[0-9]{{1,6}})?[MBKT]\b)(?![\w%]|[.,][0-9])"
        rf"|(?<![\w.,$€£¥₹₩])(?P<named>{DIGITS}) (?P<name>{_any_name()})\b)"
    )


def _flow(text: str, place: int, end: int) -> MoneyFlow | None:
    """How far the money has got, by what is said of the sum itself, or else by the nearest words in the sentence.

    The first is so in "3 million of the 10 million that it had pledged".
    """
    own = _OWN.match(text, end)
    return (_nearest_flow(own[0], 0) if own else None) or _nearest_flow(text, place)


def _nearest_flow(text: str, place: int) -> MoneyFlow | None:
    """How far the money at a place has got, by the nearest word before it that says so, or else after it."""
    near = (
        (place - end if end <= place else _BEHIND + start - place, flow) for start, end, flow in _words_of_flow(text)
    )
    return min(near, default=(0, None))[1]


@lru_cache(maxsize=_SENTENCES_KEPT)
def _words_of_flow(text: str) -> tuple[tuple[int, int, MoneyFlow], ...]:
    """The words of a sentence that say how far money has got, which all of its sums ask for."""
    return tuple((*match.span(), flow) for flow, words in _FLOWS.items() for match in re.finditer(words, text))
