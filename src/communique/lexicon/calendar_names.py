"""Names of weekdays and months in many languages, from the Unicode CLDR, and common names that it does not have.

Names that are also other common words ("mar", Romanian "luni") are left out, unless their position makes them clear.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import day_name, month_abbr, month_name
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from ..lazy import lazy_pattern

Kind = Literal["days", "months"]
LETTERS = lazy_pattern(r"[^\W\d_]+")

_LANGUAGES = "fr de es pt it nl ru uk pl cs sv da nb fi hu tr id ms ar ar_LB hi"
_PLAIN_ENGLISH = frozenset(name.lower() for name in (*day_name, *month_name, "on", "the", "of", "am", "pm"))
_COMMON_NAMES = (
    ("sonnabend", 5),
    ("jum'at", 4),
    ("hari minggu", 6),
    ("pazar günü", 6),
    ("الثلثاء", 1),
    *(("в " + name, day) for name, day in (("среду", 2), ("пятницу", 4), ("субботу", 5))),
    *(("w " + name, day) for name, day in (("środę", 2), ("sobotę", 5), ("niedzielę", 6))),
)
# Indonesian for week, Turkish for market.
_AMBIGUOUS = frozenset({"minggu", "pazar"})
# Portuguese may leave out "-feira", and then Monday is "second"; a day of the month after it makes it clear.
_SHORT = ("segunda", "terça", "quarta", "quinta", "sexta")
_IN_PLACE = lazy_pattern(
    rf"^(?P<pt>{'|'.join(_SHORT)})(?=, ?[0-9]| ?\([0-9])|^(?:minggu|pazar)(?=$|, ?[0-9]| ?\([0-9])|(?<=[0-9] )pazar$"
)
# Chinese, Japanese and Korean: no spaces; one character in brackets after a date. "一周三次" is three times a week.
_EAST_ASIAN = lazy_pattern(
    r"(?:星期|礼拜|禮拜|(?<![一两兩二三四五六七八九十每半几幾])[周週])([一二三四五六日天])(?![程般十])"
    r"|([月火水木金土日])曜日?|(?<=[日0-9])\s?\(([月火水木金土日])\)"
    r"|(?<!\w)([월화수목금토일])요일(?!\w)|(?<=[일0-9.])\s?\(([월화수목금토일])\)"
)
_LETTERS = ("一二三四五六日", "月火水木金土日", "월화수목금토일")
_FOLDED = str.maketrans(
    {
        "\u0307": None,  # the dot of a capital I with a dot
        "ı": "i",
        "\u0640": None,  # Arabic letter extensions, and direction marks
        "\u200e": None,
        "\u200f": None,
        **dict.fromkeys("أإآ", "ا"),
        **dict.fromkeys("’ʼ‘", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def fold(text: str) -> str:
    """The text with lower-case letters, ASCII digits, brackets and dashes, and one spelling of letters with several.

    >>> fold("（SALI） ٢٦–الإثنين")
    '(sali) 26-الاثنين'
    """
    small = unicodedata.normalize("NFKC", text).lower().translate(_FOLDED)
    return "".join(str(unicodedata.decimal(each, each)) for each in small)


def weekdays(folded: str) -> set[int]:
    """The weekdays that the folded text names; Monday is 0."""
    return {day for _, day in _named(folded)}


def without_weekdays(folded: str) -> str:
    """The folded text with a space for every weekday that it names."""
    for match, _ in sorted(_named(folded), key=lambda found: -found[0].start()):
        folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    return folded


def with_english_months(folded: str) -> str:
    """The folded text with the English names of months.

    >>> with_english_months("12 de janeiro")
    '12 de january'
    """
    known, pattern = _names("months", _needs_only_english(folded))
    return pattern.sub(lambda match: month_name[known[match[0]]].lower(), folded)


def _named(folded: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in () if folded.isascii() else _EAST_ASIAN.finditer(folded):
        letter = next(filter(None, match.groups())).replace("天", "日")
        yield match, next(letters.index(letter) for letters in _LETTERS if letter in letters)
    for match in _IN_PLACE.finditer(folded):
        yield match, _SHORT.index(match["pt"]) if match["pt"] else 6
    known, pattern = _names("days", _needs_only_english(folded))
    for match in pattern.finditer(folded):
        yield match, known[match[0]]


def _needs_only_english(folded: str) -> bool:
    """Whether the text holds no other language's name: it is plain English, or no word of it begins such a name."""
    words = frozenset(LETTERS.findall(folded))
    return words <= _PLAIN_ENGLISH or first_words().isdisjoint(map(stem, words))


@cache
def first_words() -> frozenset[str]:
    """The stem of the first word of each name in another language. A test compares the list with the names."""
    words = Path(__file__).with_name("calendar_words.txt").read_text(encoding="utf-8").split()
    return frozenset(map(stem, words))


def stem(word: str) -> str:
    """The beginning of a folded word: a newer edition of the names may have more cases of a noun."""
    return word[:5]


@cache
def _names(kind: Kind, only_english: bool) -> tuple[dict[str, int], re.Pattern[str]]:
    """Each folded name with its number, and a pattern for all of them.

    Most texts are English, and loading the names of all languages is slow, so they are loaded only if needed.
    """
    meanings = defaultdict(set)
    for name, number in [*_english(kind), *([] if only_english else other_names(kind))]:
        meanings[fold(name)].add(number)
    known = {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1 and name not in _AMBIGUOUS}
    longest_first = sorted(known, key=len, reverse=True)
    return known, re.compile(rf"(?<!\w)(?<!santo )(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _english(kind: Kind) -> Iterator[tuple[str, int]]:
    if kind == "days":
        yield from ((name, number) for number, name in enumerate(day_name))
    else:
        yield from ((names[number], number) for names in (month_name, month_abbr) for number in range(1, 13))
        yield "sept", 9


def other_names(kind: Kind) -> Iterator[tuple[str, int]]:
    """Each name in another language than English, with its number."""
    from babel import Locale

    for code in _LANGUAGES.split():
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            wide = getattr(locale, kind)[context]["wide"]
            yield from ((name, number) for number, name in wide.items())
    yield from _COMMON_NAMES if kind == "days" else ()
