"""Numbers of things that a sentence in Chinese gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy_pattern
from .article import Words
from .counts import Count
from .han_numbers import COMPARED, NUMBER, RANGE, compared, numbers

_UNITS = {
    "国家和地区": "country or region", "国家": "country", "企业": "company", "公司": "company", "机器人": "robot",
    "大模型": "model", "模型": "model", "产品": "product", "用户": "user", "人": "person", "代表": "delegate",
    "机构": "organisation", "组织": "organisation", "展品": "exhibit", "专家": "expert", "嘉宾": "guest",
    "论坛": "forum", "项目": "project", "城市": "city",
}  # fmt: skip
_RANGED = rf"(?:{RANGE})?{NUMBER}"
_COUNT = lazy_pattern(
    rf"{COMPARED}{_RANGED}(?P<classifier>[家个项款名位台种件场])?(?=(?P<noun>[\u4e00-\u9fff]{{1,8}}))"
)
_COUNTRIES = lazy_pattern(
    rf"{COMPARED}{_RANGED}(?P<noun>国)(?P<regions>和地区)?"
    r"(?!家|际|内|外|务|民|企|防|籍|产|集团|峰会|首脑|联盟|联军|演义|机制|集|两制|都|有)"
)
_PERCENTS = (
    lazy_pattern(rf"{COMPARED}百分之{_RANGED}"),
    lazy_pattern(rf"{COMPARED}{_RANGED}[%％]"),
)
_BEHIND = lazy_pattern(
    r"(?P<noun>国家|企业|公司|机器人|大模型|模型|产品|用户|代表|机构|展品|专家|嘉宾|项目)(?:数量|总数|规模|人数)?(?:已|共|达|为|有){0,2}"
    rf"{COMPARED}{_RANGED}[家个项款名位人台](?=[，。；、（]|$)"
)
_FEWEST = 2
_FEWEST_COUNTRIES = 3


def counts_in_chinese(sentence: Words) -> Iterator[Count]:
    """The numbers of things for which a record has an English unit; no ordinals, and nothing like "several hundred".

    两国 is no count: it means the two countries that were named.
    """
    if sentence.text.isascii():
        return
    found: list[Count] = []
    for each in (*_behind(sentence), *_countries(sentence), *_percents(sentence), *_counted(sentence)):
        if not any(each.words.start < other.words.end and other.words.start < each.words.end for other in found):
            found.append(each)
    yield from sorted(found, key=lambda each: each.words.start)


def _counted(sentence: Words) -> Iterator[Count]:
    for match in _COUNT.finditer(sentence.text):
        is_counted = match["classifier"] is not None
        fitting = (each for each in _UNITS if (each in match["noun"] if is_counted else match["noun"].startswith(each)))
        if noun := next(fitting, None):
            end = match.start("noun") + match["noun"].index(noun) + len(noun)
            yield from _count(match, _UNITS[noun], sentence.part(match.start(), end))


def _countries(sentence: Words) -> Iterator[Count]:
    """The countries that are counted without a classifier, as in 11国; no names of groups, such as 七国集团."""
    for match in _COUNTRIES.finditer(sentence.text):
        unit = "country or region" if match["regions"] else "country"
        found = _count(match, unit, sentence.part(*match.span()))
        yield from (each for each in found if each.value >= _FEWEST_COUNTRIES)


def _percents(sentence: Words) -> Iterator[Count]:
    for pattern in _PERCENTS:
        for match in pattern.finditer(sentence.text):
            yield from _count(match, "percent", sentence.part(*match.span()), fewest=0)


def _behind(sentence: Words) -> Iterator[Count]:
    """The numbers behind what is counted, as in 企业超过800家."""
    for match in _BEHIND.finditer(sentence.text):
        yield from _count(match, _UNITS[match["noun"]], sentence.part(*match.span()))


def _count(match: re.Match[str], unit: str, words: Words, fewest: int = _FEWEST) -> Iterator[Count]:
    read = numbers(match)
    if read is not None and read[0] >= fewest and (unit == "percent" or isinstance(read[0], int)):
        yield Count(read[0], compared(match), unit, unit, words, read[1])
