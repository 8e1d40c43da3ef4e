"""Invisible and misleading characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from ..lazy import lazy_pattern

MAX_MARKS = 30
"""Combining marks in a row; the limit of Unicode for streams (UAX 15). Normalising more takes very long."""
STAND_IN = "\ufffd"
REMOVABLE = "\u00ad\u200b\u2060\ufeff"
"""The unsafe characters without meaning, which can be deleted without loss."""

_LAST_LATIN = 0x24F
_LATIN = "\x00-\u02af\u0300-\u052f\u1e00-\u1fff"  # Greek and Cyrillic, too
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Allowed sequences are matched first, and skipped.
_ALLOWED = (
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f"  # the flags of England, Scotland, Wales
    "|[0-9#*]\ufe0f\u20e3"  # a digit in a key
    f"|[^\\w\\s\x00-\x7f{_SELECTORS}][{_SELECTORS}]|[\u00a9\u00ae\u1000-\u109f\u2460-\u24ff\u3000-\u9fff\uaa60-\uaa7f]"
    f"[{_SELECTORS}]|[\U00020000-\U0003ffff][{_SELECTORS}]"  # the form of a sign, or of a Han character
    "|[\u1800-\u18af][\u180b-\u180f]"  # the form of a Mongolian letter
    "|[\u1100-\u115f\ua960-\ua97c]\u1160|\u115f[\u1160-\u11a7]"  # an old Korean syllable that lacks a part
    "|[\u0591-\u05c7]\u034f(?=[\u0591-\u05c7])"  # the order of marks on a Hebrew letter
)
# Line and paragraph separators break lines for some programs only; controls, tags and bidirectional overrides hide
# or reorder text (CVE-2021-42574).
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff"
# The rest is Unicode's Default_Ignorable_Code_Point: with one of these, two texts look the same and are not.
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-"
    "\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Joiners are a part of Persian, Indic scripts and emoji, and have no place between Latin letters.
_JOINERS = "\u200c\u200d"
_NOT_ALLOWED = f"[{_CONTROLS}{_IGNORABLE}]|(?<=[{_LATIN}])[{_JOINERS}](?=[{_LATIN}]|$)"
_PERHAPS_UNSAFE = lazy_pattern(f"[{_CONTROLS}{_IGNORABLE}{_JOINERS}]")
_DIRECTIONS = "\u061c\u200e\u200f"
# Marks come after the Latin letters; Han, kana and Hangul have none in a row.
_PERHAPS_MARKS = lazy_pattern(rf"[^\x00-\u02ff\u3040-\u3098\u309b-\u9fff\uac00-\ud7a3]{{{MAX_MARKS + 1},}}")


@cache
def _either() -> re.Pattern[str]:
    """Compiled when it is needed: hardly a text has such characters."""
    return re.compile(f"(?P<allowed>{_ALLOWED})|{_NOT_ALLOWED}")


def is_latin(text: str) -> bool:
    """Whether all letters of the text are Latin, with or without marks; so are those of a text without letters."""
    return all(ord(each) <= _LAST_LATIN for each in text if each.isalpha())


def has_no_latin(text: str) -> bool:
    """Whether the text has letters, and none of them is Latin."""
    letters = [each for each in text if each.isalpha()]
    return bool(letters) and all(ord(each) > _LAST_LATIN for each in letters)


def may_be_unsafe(text: str) -> bool:
    """Whether the text has a character that should not be in a record, or only beside certain others."""
    return not (text.isascii() and text.isprintable()) and _PERHAPS_UNSAFE.search(text) is not None


def unsafe(text: str) -> re.Match[str] | None:
    """The first character in the text that should not be in a record."""
    return next(_unsafe(text), None)


def all_unsafe(text: str) -> list[re.Match[str]]:
    """Every character in the text that should not be in a record."""
    return list(_unsafe(text))


def without_unsafe(text: str) -> str:
    """The text with each unsafe character replaced by a visible one, so that positions do not change."""
    parts, done = [], 0
    for match in _unsafe(text):
        parts += [text[done : match.start()], STAND_IN]
        done = match.end()
    return "".join([*parts, text[done:]])


def crowded_marks(text: str) -> int | None:
    """The index of more than `MAX_MARKS` combining marks in a row; None if there are none.

    Check this before an untrusted text is normalised, which takes quadratic time in the number of marks.
    """
    if text.isascii():
        return None
    for match in _PERHAPS_MARKS.finditer(text):
        index = match.start()
        for is_mark, run in groupby(match[0], _is_mark):
            length = len(list(run))
            if is_mark and length > MAX_MARKS:
                return index
            index += length
    return None


def name(character: str) -> str:
    """The name of a character that cannot be shown.

    >>> name("\\u202e")
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    words = unicodedata.name(character, "") or ("control character" if ord(character) < 0xA0 else "")
    return f"U+{ord(character):04X} {words}".strip()


def _unsafe(text: str) -> Iterator[re.Match[str]]:
    if not may_be_unsafe(text):
        return
    needs_directions: bool | None = None
    for match in _either().finditer(text):
        if match["allowed"]:
            continue
        if match[0] in _DIRECTIONS:  # beside Hebrew and Arabic letters these marks keep signs in order
            if needs_directions is None:
                needs_directions = any(map(_is_right_to_left, text))
            if needs_directions:
                continue
        yield match


def _is_right_to_left(character: str) -> bool:
    return character not in _DIRECTIONS and unicodedata.bidirectional(character) in ("R", "AL")


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
