"""The numbers and sums of the sentences as items of a record, and those of the whole text that no item has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ..codelists import Modality
from ..lazy import lazy_pattern
from .article import Article, Words
from .belonging import Own, about
from .counts import Count, counts
from .firmness import Doubt, doubt_of
from .han_counts import counts_in_chinese
from .han_sums import sums_in_chinese
from .mentions import Mentions
from .numerals import SPELT
from .proposal import Proposal, Proposals
from .sums import sums
from .tokens import MONTHS

_NUMBER = lazy_pattern(
    r"(?P<digits>[0-9][0-9.,:/^]*[0-9]|[0-9])|(?<![\w-])(?:"
    rf"{SPELT}|(?i:hundreds?|thousands?|millions?|billions?|dozens?)|[a-z-]+(?:st|nd|rd|th) of (?:{MONTHS}))(?![\w-])"
    r"|(?<!第)(?:[二两三四五六七八九十百千][零一二三四五六七八九十百千万亿]*|一[零一二三四五六七八九十百千万亿]+)"
    r"(?=[年月日天个家国项款名位人次届场种件台部元]|分之)"
)
_BEFORE = lazy_pattern(r"(?:[^\s,;:.，。；：、\d]+[ ]){0,3}[$€£¥₹₩~≈+#§(-]?$|[^\W0-9]{0,6}$")
_AFTER = lazy_pattern(r"%?(?:[ -][^\W\d_][\w’'-]*){1,4}|%?[\u4e00-\u9fff]{1,8}|%")
_LABEL = lazy_pattern(r"\W{0,3}(?:(?:Article|Section|Chapter|Annex|Sec\.|Art\.|§) ?[0-9]{1,3}\b|[0-9]{1,3}[.)] )")
"""The number of an article or a point, at the beginning of a line: it counts nothing."""

_MOST = 300
"""Numbers that are listed because nothing was taken from them."""


def quantities(article: Article, mentions: Mentions, own: Own, proposals: Proposals) -> Iterator[Proposal]:
    """The numbers of things, as far as the sentences state them."""
    for sentence in article.sentences:
        for each in (*counts(sentence), *counts_in_chinese(sentence)):
            doubted = _doubt(sentence, each.words, proposals)
            if doubted and not doubted.leaves_number:
                proposals.not_taken.append(f"{each.words.text}: “{doubted.words}”: not stated as a fact")
                continue
            fields = {"subject": each.subject, **_number(each), "unit": each.unit}
            fields |= _about(sentence, mentions, own, each.words)
            fields |= {"modality": str(Modality.PLANNED)} if doubted and doubted.is_planned else {}
            yield Proposal("quantities", fields, (sentence,))


def money(article: Article, mentions: Mentions, own: Own, proposals: Proposals) -> Iterator[Proposal]:
    """The sums of money of which the sentences say how far they have got."""
    for sentence in article.sentences:
        for each in (*sums(sentence), *sums_in_chinese(sentence)):
            doubted = _doubt(sentence, each.words, proposals)
            if doubted and not doubted.is_planned:
                proposals.not_taken.append(f"{each.words.text}: “{doubted.words}”: not stated as done")
            elif each.currency and each.flow:
                fields = {"flow": str(each.flow), "amount": each.value}
                fields |= {"upper": each.upper} if each.upper is not None else {}
                fields |= {"comparator": str(each.comparator), "currency": each.currency}
                yield Proposal("money", fields | _about(sentence, mentions, own, each.words), (sentence,))
            else:
                why = "how far the money has got is not said" if each.currency else "which currency it is"
                proposals.not_taken.append(f"{each.words.text}: {why}")


def _doubt(sentence: Words, words: Words, proposals: Proposals) -> Doubt | None:
    """What makes a number doubtful, which was read with that."""
    proposals.seen.append(words)
    return doubt_of(sentence, words)


def _about(sentence: Words, mentions: Mentions, own: Own, words: Words) -> dict[str, str]:
    of = about(sentence, mentions, own, words)
    return {"about": of} if of else {}


def _number(count: Count) -> dict[str, Any]:
    given = {"value": count.value, "upper": count.upper, "of": count.of, "comparator": str(count.comparator)}
    return {field: value for field, value in given.items() if value is not None}


def unread(article: Article, seen: Iterable[Words]) -> list[str]:
    """The numbers, in digits and in words, that are in no stretch that was seen, with the words around them."""
    taken = bytearray(len(article.content))
    for each in seen:
        taken[each.start : each.end] = b"\1" * (each.end - each.start)
    found = (text for line in article.lines for text in _left(line, taken))
    return list(islice(dict.fromkeys(found), _MOST))


def _left(line: Words, taken: bytearray) -> Iterator[str]:
    """The stretches around the numbers of a line that are left; what would be in two of them is in one."""
    start = end = -1
    label = _LABEL.match(line.text)
    for match in _NUMBER.finditer(line.text):
        if label and match.start() < label.end():
            continue
        if all(taken[line.start + match.start() : line.start + match.end()]):
            continue
        before = _BEFORE.search(line.text, max(0, match.start() - 60), match.start())
        after = _AFTER.match(line.text, match.end())
        first, last = before.start() if before else match.start(), after.end() if after else match.end()
        if first > end:
            if start >= 0:
                yield line.text[start:end]
            start = first
        end = max(end, last)
    if start >= 0:
        yield line.text[start:end]
