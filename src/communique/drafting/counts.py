"""Numbers of things and sums of money that a sentence gives, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..codelists import Comparator, MoneyFlow
from ..lazy import lazy_pattern
from ..lexicon.numbers import numbers
from ..lexicon.unit_names import is_usual, usual
from ..lexicon.units import currency, is_currency
from ..text.inflection import singular
from .article import Words
from .tokens import word_set

_COMPARATORS = {
    Comparator.MORE_THAN: "more than|over|above|exceeding|upwards of|in excess of",
    Comparator.AT_LEAST: "at least|no fewer than|no less than|not less than|a minimum of",
    Comparator.LESS_THAN: "less than|fewer than|under|below",
    Comparator.AT_MOST: "at most|up to|no more than|not more than|as many as|as much as|a maximum of",
    Comparator.ABOUT: "about|around|approximately|roughly|some|nearly|almost|close to|circa",
    Comparator.EXACTLY: "exactly|precisely",
}
_NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = "thousand|million|billion|trillion|bn|lakh|crore"
_DIGITS = rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?: ?(?:{_SCALES})\b)?"
_SIGNS = r"US\$|A\$|C\$|HK\$|S\$|NT\$|NZ\$|R\$|CN¥|[$€£¥₹₩]"
_NAMES = (
    r"U\.?S\.? dollars|US dollars|Canadian dollars|Australian dollars|dollars|euros?|yuan|renminbi|yen|pounds sterling|"
    r"Swiss francs|[A-Z]{3}"
)
_WORD = r"[^\W\d_][\w’'-]*"
_STOPS = word_set(
    "a an the of in on at by for from with without to into and or but as that which who whose while when where than is "
    "are was were be been being has have had will would can could may might must shall should do does did not it its "
    "they them their us this these those there including include included such across around over under since until "
    "per within after before during said participated attended signed joined took voted agreed pledged gathered met "
    "ago old later earlier more"
)
_NO_COUNTS = word_set(
    "am pm january february march april may june july august september october november december billion "
    "million trillion thousand percent thirds quarters fifths tenths halves times"
)
_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "criteria": "criterion"}
_TIMES = word_set("second minute hour day week month year decade")
_NUMBERED = lazy_pattern(
    r"(?i)(?:\b(?:article|articles|section|chapter|annex|order|no\.?|number|resolution|page|paragraph|part|law|act|"
    r"regulation|directive|decree|version|room|level|stage|phase|group|top|g|gpt|eo|step|line|item|vol\.?|category|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)|[#§/.:-]) ?$"
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
_HAN_UNITS = {
    "国家": "country", "企业": "company", "公司": "company", "机器人": "robot", "大模型": "model", "模型": "model",
    "产品": "product", "人": "person", "代表": "delegate", "机构": "organisation", "组织": "organisation",
    "展品": "exhibit", "专家": "expert", "嘉宾": "guest", "论坛": "forum", "项目": "project", "城市": "city",
}  # fmt: skip
_HAN_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}
_HAN = lazy_pattern(
    r"(?P<before>超过|超|逾|多于|至少|不少于|约|近|大约)?(?P<number>[0-9][0-9,.]*|[零一二两三四五六七八九十百千]+)(?P<scale>[万亿])?"
    r"(?P<after>多|余)?(?P<classifier>[家个项款名位台种件场])?(?=(?P<noun>[\u4e00-\u9fff]{1,8}))"
)
_HAN_BEFORE = {"至少": Comparator.AT_LEAST, "不少于": Comparator.AT_LEAST} | dict.fromkeys(
    ("约", "近", "大约"), Comparator.ABOUT
)
_MOST_NOUNS = 5


class Count(NamedTuple):
    """A number of things, or a sum of money if ``currency`` is given, and the words that say it."""

    value: int | float
    comparator: Comparator
    unit: str
    subject: str
    words: Words
    upper: int | float | None = None
    of: int | float | None = None
    currency: str = ""
    flow: MoneyFlow | None = None


def counts(sentence: Words) -> Iterator[Count]:
    """The numbers of things in a sentence; no years, days, times and numbers of articles.

    >>> [(each.value, each.unit) for each in counts(Words(0, 29, "It has 800 exhibiting firms."))]
    [(800, 'company')]
    """
    for match in _count().finditer(sentence.text):
        if _NUMBERED.search(sentence.text[max(0, match.start("number") - 20) : match.start("number")]):
            continue
        value, noun = _number(match["number"]), _noun_phrase(match["noun"])
        words = sentence.part(match.start(), match.start("noun") + len(noun))
        if value is not None and noun and (unit := _unit(noun)):
            upper, of = (_number(match[name]) if match[name] else None for name in ("upper", "of"))
            if (
                not _is_vague(match)
                and not _is_half_range(match)
                and (upper is None or upper > value)
                and (of is None or of >= value)
            ):
                comparator = Comparator.BETWEEN if upper is not None else _comparator(match["comparator"])
                yield Count(value, comparator, unit, noun, words, upper, of)
    yield from _shares(sentence)
    yield from _in_chinese(sentence)


def _shares(sentence: Words) -> Iterator[Count]:
    """The shares in percent of which the sentence says what they are a part of."""
    for match in _share().finditer(sentence.text):
        value, whole = _number(match["number"]), _words_of_name(match["whole"])
        if value is not None and whole:
            words = sentence.part(match.start(), match.start("whole") + len(whole))
            yield Count(value, _comparator(match["comparator"]), "percent", whole, words)


@cache
def _share() -> re.Pattern[str]:
    comparators = "|".join(_COMPARATORS.values())
    return re.compile(
        rf"(?:\b(?P<comparator>(?i:{comparators})) )?(?<![\w.,^-])(?P<number>[0-9]+(?:\.[0-9]+)?)"
        r"(?: ?%| percent| per cent)"
        rf" of (?:the |its |their |all )?(?P<whole>{_WORD}(?: {_WORD}){{0,{_MOST_NOUNS - 1}}})"
    )


def _is_half_range(match: re.Match[str]) -> bool:
    """Whether it is one end of a range whose other end is not there, or two numbers of different things."""
    says_between = (match["comparator"] or "").lower() == "between"
    return says_between != (match["upper"] is not None and " and " in match[0])


def _is_vague(match: re.Match[str]) -> bool:
    """Whether it is a year, or the word "two" alone, which mostly counts nothing that a record has."""
    if match["comparator"] is None and match["number"].lower() == "two":
        return True
    return match["comparator"] is None and re.fullmatch("(?:19|20)[0-9]{2}", match["number"]) is not None


def sums(sentence: Words) -> Iterator[Count]:
    """The sums of money in a sentence. The currency is empty if several have the sign or the name; no flow if the
    sentence does not say how far the money has got."""
    for match in _money().finditer(sentence.text):
        value = _number(match["sum"] or match["named"])
        sign = match["sign"] or match["name"]
        code = sign if is_currency(sign) else currency(sign)
        if value is not None and code is not None:
            comparator, words = _comparator(match["comparator"]), sentence.part(*match.span())
            yield Count(value, comparator, "", "", words, None, None, code, _flow(sentence.text, match.start()))


@cache
def _count() -> re.Pattern[str]:
    words = "|".join(_NUMBER_WORDS)
    number = rf"{_DIGITS}|(?i:{words})\b(?! (?:{_SCALES})\b)|(?i:{words}) (?:{_SCALES})\b"
    comparators = "|".join(_COMPARATORS.values())
    return re.compile(
        rf"(?:\b(?P<comparator>(?i:between|{comparators})) )?(?<![\w.,^$€£¥₹₩])(?P<number>{number})"
        rf"(?:(?:-|–| to | and )(?P<upper>{_DIGITS})| (?:out )?of (?:the |its )?(?P<of>{_DIGITS}))?"
        rf"(?= (?:of (?:the|its|their|these|those) )?(?P<noun>{_WORD}(?: {_WORD}){{0,{_MOST_NOUNS - 1}}}))"
    )


@cache
def _money() -> re.Pattern[str]:
    comparators = "|".join(_COMPARATORS.values())
    return re.compile(
        rf"(?:\b(?P<comparator>(?i:{comparators})) )?(?:(?<![\w])(?P<sign>{_SIGNS}) ?(?P<sum>{_DIGITS})"
        rf"|(?<![\w.,$€£¥₹₩])(?P<named>{_DIGITS}) (?P<name>{_NAMES})\b)"
    )


def _number(text: str) -> int | float | None:
    """The number that the text can only mean; 1,000 is a thousand, as the texts are in English."""
    small = text.lower()
    first, _, scale = small.partition(" ")
    if first in _NUMBER_WORDS:
        readings = numbers(f"{_NUMBER_WORDS[first]} {scale}".strip())
    else:
        readings = numbers(re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", small))
    if not readings:
        return None
    exact = Decimal(readings[0][1])
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _comparator(words: str | None) -> Comparator:
    if not words:
        return Comparator.UNQUALIFIED
    return next(code for code, names in _COMPARATORS.items() if words.lower() in names.split("|"))


def _noun_phrase(text: str) -> str:
    """The words up to the last plural before one that is no part of a name of things."""
    found = _words_of_name(text).split(" ")
    while len(found) > 1 and not _is_plural(found[-1]):
        found.pop()
    return " ".join(found)


def _words_of_name(text: str) -> str:
    """The words up to one that is no part of a name of things."""
    found: list[str] = []
    for word in text.split(" "):
        if word.lower() in _STOPS or (found and word.endswith(("’s", "'s"))) or word.endswith(("ly",)):
            break
        found.append(word)
    return " ".join(found)


def _is_plural(word: str) -> bool:
    return (
        word.lower() in ("people", "percent", *_IRREGULAR)
        or (word.endswith("s") and not word.endswith("ss"))
        or word.isupper()
    )


def _unit(noun: str) -> str:
    """The unit of what is counted: its last word in the usual spelling; empty if it is nothing that is counted."""
    word = noun.rpartition(" ")[2]
    if (
        word.lower() in _NO_COUNTS
        or currency(word) is not None
        or not _is_plural(word)
        or re.fullmatch("[A-Z]{3}", word)
    ):
        return ""
    if is_usual(word):
        return word
    if (two := " ".join(noun.split(" ")[-2:])) != word and usual(two):
        return usual(two)
    unit = usual(word) or _IRREGULAR.get(word.lower()) or singular(word).lower()
    return "" if unit in _TIMES or len(unit) < 3 else unit


def _flow(text: str, place: int) -> MoneyFlow | None:
    """How far the money has got, by the nearest word before it that says so, or else after it."""
    near: list[tuple[int, MoneyFlow]] = []
    for flow, pattern in _FLOWS.items():
        for match in re.finditer(pattern, text):
            distance = place - match.end() if match.end() <= place else 1000 + match.start() - place
            near.append((distance, flow))
    return min(near)[1] if near else None


def _in_chinese(sentence: Words) -> Iterator[Count]:
    if sentence.text.isascii():
        return
    for match in _HAN.finditer(sentence.text):
        is_counted = match["classifier"] is not None
        fitting = (
            each for each in _HAN_UNITS if (each in match["noun"] if is_counted else match["noun"].startswith(each))
        )
        noun = next(fitting, None)
        value = _number_in_han(match["number"], match["scale"])
        if noun is None or value is None:
            continue
        end = match.start("noun") + match["noun"].index(noun) + len(noun)
        comparator = Comparator.MORE_THAN if match["before"] or match["after"] else Comparator.UNQUALIFIED
        comparator = _HAN_BEFORE.get(match["before"] or "", comparator)
        unit = _HAN_UNITS[noun]
        yield Count(value, comparator, unit, unit, sentence.part(match.start(), end))


def _number_in_han(text: str, scale: str | None) -> int | None:
    times = _HAN_MYRIADS[scale] if scale else 1
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
