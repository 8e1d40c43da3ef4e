"""Numbers of things that a sentence gives, in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..codelists import Comparator
from ..lazy import lazy_pattern
from ..lexicon.unit_names import is_usual, usual
from ..lexicon.units import currency
from ..text.inflection import singular
from .article import Words
from .numerals import COMPARED, DIGITS, SPELT, comparator, number
from .tokens import word_set

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
    "reais rupees rand won dirhams riyals kronor kroner krone krona zloty francs pesos lira baht ringgit shillings "
    "naira roubles rubles pounds dinars shekels rupiah dong tenge hryvnia "
    "million trillion thousand hundred dozen percent abstentions votes thirds quarters fifths tenths halves times"
)
_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "criteria": "criterion"}
_MULTIPLES = word_set("hundred dozen score")
_TIMES = word_set("second minute hour day week month year decade")
_NUMBERED = lazy_pattern(
    r"(?i)(?:\b(?:article|articles|section|chapter|annex|order|no\.?|number|resolution|page|paragraph|part|law|act|"
    r"regulation|directive|decree|version|room|level|stage|phase|group|top|g|gpt|eo|step|line|item|vol\.?|category|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)) ?$|[#§] ?$|[/.:-]$"
)
_MOST_NOUNS = 5


class Count(NamedTuple):
    """A number of things in a unit, with the words for what is counted, and all words that say it."""

    value: int | float
    comparator: Comparator
    unit: str
    subject: str
    words: Words
    upper: int | float | None = None
    of: int | float | None = None


def counts(sentence: Words) -> Iterator[Count]:
    """The numbers of things in a sentence; no years, days, times and numbers of articles.

    >>> [(each.value, each.unit) for each in counts(Words(0, 29, "It has 800 exhibiting firms."))]
    [(800, 'company')]
    """
    for match in _count().finditer(sentence.text):
        if _NUMBERED.search(sentence.text[max(0, match.start("number") - 20) : match.start("number")]):
            continue
        value, noun = number(match["number"]), _noun_phrase(match["noun"])
        words = sentence.part(match.start(), match.start("noun") + len(noun))
        if value is None or not noun or _is_vague(match) or _is_half_range(match):
            continue
        upper, of = (number(match[name]) if match[name] else None for name in ("upper", "of"))
        is_possible = (upper is None or upper > value) and (of is None or of >= value)
        if is_possible and (unit := _unit(noun)):
            code = Comparator.BETWEEN if upper is not None else comparator(match["comparator"])
            yield Count(value, code, unit, noun, words, upper, of)
    yield from _shares(sentence)


def _shares(sentence: Words) -> Iterator[Count]:
    """The shares in percent of which the sentence says what they are a part of."""
    for match in _share().finditer(sentence.text):
        value, whole = number(match["number"]), _words_of_name(match["whole"])
        if value is not None and whole:
            words = sentence.part(match.start(), match.start("whole") + len(whole))
            yield Count(value, comparator(match["comparator"]), "percent", whole, words)


@cache
def _share() -> re.Pattern[str]:
    return re.compile(
        rf"{COMPARED}(?<![\w.,^-])(?P<number>[0-9]{{1,4}}(?:\.[0-9]{{1,6}})?)(?: ?%| percent| per cent)"
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


@cache
def _count() -> re.Pattern[str]:
    return re.compile(
        rf"{COMPARED}(?<![\w.,^$€£¥₹₩])(?P<number>{DIGITS}|{SPELT})"
        rf"(?:(?:-|–| to | and )(?P<upper>{DIGITS})| (?:out )?of (?:the |its )?(?P<of>{DIGITS}))?"
        rf"(?= (?:of (?:the|its|their|these|those) )?(?P<noun>{_WORD}(?: {_WORD}){{0,{_MOST_NOUNS - 1}}}))"
    )


def _noun_phrase(text: str) -> str:
    """The words up to the last plural before one that is no part of a name of things."""
    found = _words_of_name(text).split(" ")
    if found[0].lower() in _MULTIPLES:
        return ""
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
