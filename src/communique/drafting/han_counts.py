"""Numbers of things that a sentence in Chinese gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..codelists import Comparator
from ..lazy import lazy_pattern
from .article import Words
from .counts import Count

_HAN_UNITS = {
    "国家": "country", "企业": "company", "公司": "company", "机器人": "robot", "大模型": "model", "模型": "model",
    "产品": "product", "用户": "user", "人": "person", "代表": "delegate", "机构": "organisation",
    "组织": "organisation",
    "展品": "exhibit", "专家": "expert", "嘉宾": "guest", "论坛": "forum", "项目": "project", "城市": "city",
}  # fmt: skip
_HAN_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
"""The signs of scale behind a number in digits, and by what they multiply it."""
_HAN = lazy_pattern(
    r"(?P<before>超过|超|逾|多于|至少|不少于|约|近|大约)?(?<![数几上第成0-9,.])(?P<number>[0-9][0-9,.]{0,20}|[零一二两三四五六七八九十百千]+)(?P<scale>[万亿])?"
    r"(?P<after>多|余)?(?P<classifier>[家个项款名位台种件场])?(?=(?P<noun>[\u4e00-\u9fff]{1,8}))"
)
_HAN_BEFORE = {"至少": Comparator.AT_LEAST, "不少于": Comparator.AT_LEAST} | dict.fromkeys(
    ("约", "近", "大约"), Comparator.ABOUT
)


_BEHIND = lazy_pattern(
    r"(?P<noun>国家|企业|公司|机器人|大模型|模型|产品|用户|代表|机构|展品|专家|嘉宾|项目)(?:数量|总数|规模|人数)?(?:已|共|达|为|有){0,2}"
    r"(?P<before>超过|突破|超|逾|至少|约|近|大约)?(?<![0-9,.])(?P<number>[0-9][0-9,.]{0,20})(?P<scale>[万亿])?"
    r"(?P<after>多|余)?[家个项款名位人台](?=[，。；、（]|$)"
)


def counts_in_chinese(sentence: Words) -> Iterator[Count]:
    """The numbers of things for which a record has an English unit; no ordinals, and nothing like "several hundred"."""
    if sentence.text.isascii():
        return
    behind = list(_behind(sentence))
    for match in _HAN.finditer(sentence.text):
        place = sentence.start + match.start("number")
        if any(each.words.start <= place < each.words.end for each in behind):
            continue
        is_counted = match["classifier"] is not None
        fitting = (
            each for each in _HAN_UNITS if (each in match["noun"] if is_counted else match["noun"].startswith(each))
        )
        noun = next(fitting, None)
        value = _number_in_han(match["number"], match["scale"])
        if noun is None or value is None:
            continue
        end = match.start("noun") + match["noun"].index(noun) + len(noun)
        comparator = compared_in_han(match["before"] or ("超" if match["after"] else ""))
        unit = _HAN_UNITS[noun]
        yield Count(value, comparator, unit, unit, sentence.part(match.start(), end))
    yield from behind


def _behind(sentence: Words) -> Iterator[Count]:
    """The numbers behind what is counted, as in 企业超过800家."""
    for match in _BEHIND.finditer(sentence.text):
        value = _number_in_han(match["number"], match["scale"])
        if value is not None:
            unit = _HAN_UNITS[match["noun"]]
            words = match["before"] or ("超" if match["after"] else "")
            yield Count(value, compared_in_han(words), unit, unit, sentence.part(*match.span()))


def compared_in_han(before: str) -> Comparator:
    """The code for the words in Chinese before a number; empty words are no comparison."""
    return _HAN_BEFORE.get(before, Comparator.MORE_THAN) if before else Comparator.UNQUALIFIED


def _number_in_han(text: str, scale: str | None) -> int | None:
    times = MYRIADS[scale] if scale else 1
    if text[0].isascii():
        exact = Decimal(text.replace(",", "").rstrip(".")) * times if text.count(".") <= 1 else None
        return int(exact) if exact is not None and exact == exact.to_integral_value() else None
    total, digit = 0, 0
    for sign in text:
        if sign in _HAN_SCALES:
            total += (digit or 1) * _HAN_SCALES[sign]
            digit = 0
        else:
            digit = _HAN_DIGITS[sign]
    found = (total + digit) * times
    return found if found > 1 else None
