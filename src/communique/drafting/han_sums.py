"""Sums of money that a sentence in Chinese gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..codelists import MoneyFlow
from ..lazy import lazy_pattern
from ..lexicon.units import currency_names
from .article import Words
from .han_numbers import COMPARED, NUMBER, RANGE, compared, numbers
from .sums import Sum

_IS_HAN = lazy_pattern("[\u4e00-\u9fff]{2,}")
_USUAL = {
    "元人民币": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY",
    "韩元": "KRW", "元": "CNY",
}  # fmt: skip
_FLOWS = {
    MoneyFlow.PLEDGED: lazy_pattern("将[^，。]{0,20}(?:提供|投入|投资|出资|捐赠)|承诺|并提供"),
    MoneyFlow.FINE: lazy_pattern("罚款|处罚"),
}


def sums_in_chinese(sentence: Words) -> Iterator[Sum]:
    """The sums of money in a sentence in Chinese; of yuan, where no other country's are called so."""
    if sentence.text.isascii():
        return
    for match in _money().finditer(sentence.text):
        if read := numbers(match):
            flow = next((flow for flow, words in _FLOWS.items() if words.search(sentence.text)), None)
            words, code = sentence.part(*match.span()), _names()[match["name"]]
            yield Sum(read[0], compared(match), code, flow, words, read[1])


@cache
def _names() -> dict[str, str]:
    """The names of currencies in Chinese, with the usual short ones, the long ones first."""
    full = {name: code for name, code in currency_names("zh").items() if _IS_HAN.fullmatch(name)}
    return dict(sorted({**full, **_USUAL}.items(), key=lambda pair: -len(pair[0])))


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"{COMPARED}(?:{RANGE})?{NUMBER}(?P<name>{'|'.join(_names())})")
