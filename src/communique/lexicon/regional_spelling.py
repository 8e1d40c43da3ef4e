"""English as it is spelt in Britain and in America."""

from __future__ import annotations

from functools import lru_cache

from ..lazy import lazy_pattern

# Each ending of the one spelling, and that of the other; in the words of this field they make no other word.
_RULES = (
    (lazy_pattern("([a-z]{2})our(?=$|s$|ed$|ing$|able$|ite$|s?_|ful$)"), r"\1or"),
    (lazy_pattern("([a-z]{2})i[sz](?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$)"), r"\1iz"),
    (lazy_pattern("([a-z]{2})yse(?=$|s$|d$|r$|rs$)"), r"\1yze"),
    (lazy_pattern("([a-z]{2})ense(?=$|s$|d$|e$)"), r"\1ence"),
    (lazy_pattern("([a-z]{2}[bt])re(?=$|s$)"), r"\1er"),
    (lazy_pattern("([a-z]{2})ogue(?=$|s$)"), r"\1og"),
    (lazy_pattern("([a-z]{2})amme(?=$|s$)"), r"\1am"),
    (lazy_pattern("([a-z]{2})ll(?=$|ed$|ing$|er$|ers$|ation$|ment$|s$)"), r"\1l"),
    (lazy_pattern("([a-z]{2})gement(?=$|s$)"), r"\1gment"),
)


@lru_cache(maxsize=4096)
def one_spelling(word: str) -> str:
    """The word, in lower case with underscores, in one of its spellings: that of the other country gives the same.

    >>> one_spelling("in_favour") == one_spelling("in_favor"), one_spelling("organiser") == one_spelling("organizer")
    (True, True)
    """
    return "_".join(map(_part, word.split("_")))


def _part(part: str) -> str:
    for pattern, other in _RULES:
        part = pattern.sub(other, part)
    return part
