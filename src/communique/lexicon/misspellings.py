"""Misspelt words for which only one correction is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from .. import schemas
from ..models import RECORD_KINDS
from ..text.homoglyphs import latinise

_SHORTEST = 4  # too many shorter words differ in one letter
_NO_TEXT = ("pattern", "$id", "$schema", "$ref")


def must_mean(found: str, word: str) -> bool:
    """Whether the word found is certainly a misspelling of the other word.

    Either they differ only in case, spaces, hyphens, underscores and letters that look alike, or by one typing error
    that does not make another word: not_started is probably not a misspelt not_stated.

    >>> must_mean("in force", "in_force"), must_mean("anouncement", "announcement")
    (True, True)
    >>> must_mean("not_started", "not_stated"), must_mean("orders", "offers")
    (False, False)
    """
    one, other = _plain(found), _plain(word)
    if one == other:
        return True
    return len(other) >= _SHORTEST and _is_one_slip(one, other) and not _makes_a_word(one, other)


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", latinise(word).strip().lower())


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, added or replaced, or two adjacent letters are swapped."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, wanted = one[start:], other[start:]
    return (
        rest[1:] == wanted[1:]
        or rest == wanted[1:]
        or rest[1:] == wanted
        or (rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:])
    )


def _makes_a_word(found: str, word: str) -> bool:
    """Whether a part that was written is an English word of its own, as far as the schema knows words."""
    parts = set(found.split("_")) - set(word.split("_"))
    return found in _names() or any(stem in _words() for part in parts for stem in _stems(part))


def _stems(word: str) -> Iterator[str]:
    """The word and what it may be a form of.

    >>> "start" in set(_stems("started"))
    True
    """
    yield word
    for ending in ("s", "es", "d", "ed", "ing", "er", "ly", "al"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= len("act"):
            yield from (stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem)


@cache
def _names() -> frozenset[str]:
    """Every field and code of any version."""
    found: set[str] = set()
    for version in schemas.versions():
        for kind in RECORD_KINDS:
            found.update(_plain(text) for text in _texts(schemas.load(version, kind)) if " " not in text)
    return frozenset(found)


@cache
def _words() -> frozenset[str]:
    """Every word that the schemas use, in names and in what they say about them."""
    found: set[str] = set()
    for version in schemas.versions():
        for kind in RECORD_KINDS:
            for text in _texts(schemas.load(version, kind)):
                found.update(re.findall("[a-z]{3,}", text.lower()))
    return frozenset(found)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in _NO_TEXT:
                yield key
                yield from _texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
