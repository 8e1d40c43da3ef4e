"""Where a text may be cut: between words, and never within a word or a number.

Words as in UAX 29, with what an excerpt needs besides: a number keeps its sign, its separators, its currency and its
percent sign, and a word its negation. Scripts without spaces between words may be cut anywhere but within a number.
"""

from __future__ import annotations

import unicodedata

from ..lazy import lazy_pattern

_CONTEXT = 24
_LONGEST = 200
_JOINING = "\u200c\u200d\u2060"
_SOFT_HYPHEN = "\u00ad"

# Han, kana and Bopomofo with their signs; Thai, Lao, Tibetan, Burmese and Khmer.
_UNSPACED = lazy_pattern(
    "[\u2e80-\u2fdf\u3001-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]"
)
_MONEY = "$¢£¤¥֏؋৲৳૱฿៛\u20a0-\u20cf﷼﹩＄￠￡￥￦"
_SHARE = "%‰‱％٪"
_SIGN = "-\u2010-\u2015\u2212+±~≈<>≤≥"
_BETWEEN = r".,:/'’·٫٬^\u2010-\u2015\u2212-"
_HAN_NUMBER = "〇零一二三四五六七八九十百千万亿两兆億萬"
_HAN_SCALE = "十百千万亿兆億萬"
_SUFFIX = r"(?:s|t|d|m|ll|re|ve)(?!\w)"

# What stands before and after a place that is within a number, or within a word that has signs.
_WITHIN = (
    (r"\d$", rf"[{_BETWEEN}]\d"),
    (rf"\d[{_BETWEEN}]$", r"\d"),
    (r"(?<!\d)\d{1,3}(?: \d{3})*$", r" \d{3}(?!\d)"),
    (r"(?<!\d)\d{1,3}(?: \d{3})* $", r"\d{3}(?!\d)"),
    (rf"(?:^|[\s(\[\"“])[{_SIGN}]$", rf"[{_MONEY}.]?\d"),
    (rf"[{_MONEY}]$", rf"[{_SIGN}]?[ .]?\d"),
    (rf"[{_MONEY}][{_SIGN} ]$", r"\.?\d"),
    (r"[A-Z]$", rf"[{_MONEY}] ?\d"),
    (r"\d$", rf" ?(?:[{_SHARE}]|[{_MONEY}](?! ?\d)|[{_HAN_SCALE}])"),
    (r"\d $", rf"[{_SHARE}]|[{_MONEY}](?! ?\d)|[{_HAN_SCALE}]"),
    (rf"[{_HAN_NUMBER}]$", rf"[点點]?[{_HAN_NUMBER}]"),
    (rf"[{_HAN_NUMBER}][点點]$", rf"[{_HAN_NUMBER}]"),
    (r"百分之$", rf"[{_HAN_NUMBER}\d]"),
    (r"[nN]$", r"['’][tT](?!\w)"),
    (r"\w['’]$", rf"(?i:{_SUFFIX})"),
    (r"(?i:\bnon)$", r"[-\u2010\u2011]\w"),
    (r"(?i:\bnon[-\u2010\u2011])$", r"\w"),
    (r"(?:^|[^\w.])(?:\w\.)*\w$", r"\.\w(?!\w)"),
    (r"(?:^|[^\w.])(?:\w\.)+$", r"\w(?!\w)"),
)
_PAIRS = [(lazy_pattern(before), lazy_pattern(after)) for before, after in _WITHIN]


def is_cut(text: str, place: int) -> bool:
    """Whether a word or a number of the text would be cut between the characters before and after the place.

    Soft hyphens are as if they were not there.

    >>> [is_cut("35 million", place) for place in (0, 1, 2)]
    [False, True, False]
    """
    before = text[max(0, place - _CONTEXT) : place].replace(_SOFT_HYPHEN, "")
    after = text[place : place + _CONTEXT].replace(_SOFT_HYPHEN, "")
    if not before or not after:
        return False
    if _are_one(before[-1], after[0]):
        return True
    return any(one.search(before) and other.match(after) for one, other in _PAIRS)


def whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch with the rest of the words and numbers that it cuts; None if they are too long to be words."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and is_cut(text, start):
        start -= 1
    while end < last and is_cut(text, end):
        end += 1
    return None if is_cut(text, start) or is_cut(text, end) else (start, end)


def _are_one(first: str, second: str) -> bool:
    """Whether two neighbouring characters are of one letter, word or number."""
    kinds = unicodedata.category(first), unicodedata.category(second)
    if kinds[1].startswith("M"):
        return True
    if kinds[1] == "No":  # the exponent of a number; after a letter, the number of a note
        return kinds[0] in ("Nd", "No")
    return _in_word(first, kinds[0]) and _in_word(second, kinds[1])


def _in_word(character: str, category: str) -> bool:
    """Whether the character is a part of words that have spaces between them, or of a number."""
    if category == "Nd" or character in _JOINING:
        return True
    return category[0] in "LMN" and not _UNSPACED.match(character)
