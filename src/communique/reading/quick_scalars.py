"""Scalars of clean YAML: plain ones, quoted ones, and texts over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..errors import CommuniqueError
from . import limits
from .scalars import LAST_SIGN, LONGEST_CONSTANT, Plain, UnsafeNumberError, reading_as_key, resolve, yaml_1_1_reading

KEY = "[A-Za-z_][A-Za-z0-9_-]*+"
"""A key as nearly all are. In brackets, the others are left to the careful reader."""
LINE_KEY = rf"{KEY}(?=:)|[^\W\d][\w ()./?&%+-]*[\w)?.%]|'[^'\t\n]+'|\"[^\"\\\t\n]+\""
"""A key outside brackets: also one of several words or in quotes, such as the columns of a table."""
PLAIN = (
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#\t\n]*+"
    r"(?:(?::(?=\S)|(?<=\w)#)[^:#\t\n]*+)*"
)
"""An unquoted value on one line, outside brackets. If a comment follows, the spaces before it are included."""
COMMENT = re.compile(r"#+(?:[ *=~_.:!/-].*)?")
"""A comment that is certainly none of the text before it, and has a space there."""

_DOUBLE = re.compile(r'"([^"\\]*+(?:\\["\\/nrtxuU][^"\\]*+)*)"')
_SINGLE = re.compile(r"'([^']*+(?:''[^']*+)*)'(?!')")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_SURROGATES = range(0xD800, 0xE000)
_SHORT, _REMEMBERED = 100, 10_000
"""Characters of the values that are remembered, and how many are."""


class NotCleanError(CommuniqueError):
    """Something that only the careful reader can judge."""


def plain(text: str) -> Plain:
    """The value of an unquoted text that YAML 1.1 and YAML 1.2 programs read alike."""
    if len(text) > LONGEST_CONSTANT and text > LAST_SIGN:
        return text
    return _short(text) if len(text) <= _SHORT else _meaning(text)


@lru_cache(_REMEMBERED)
def _short(text: str) -> Plain:
    """The same values come again and again; long ones would fill the memory."""
    return _meaning(text)


def _meaning(text: str) -> Plain:
    try:
        value = resolve(text)
    except UnsafeNumberError:
        raise NotCleanError from None
    if yaml_1_1_reading(text) is not None:
        raise NotCleanError
    return value


@lru_cache(_REMEMBERED)
def plain_key(text: str) -> str:
    """The text as which all programs read a key, which may be in quotes without any signs that are escaped."""
    if text[0] in "'\"":
        if len(text) - 2 > limits.MAX_KEY:
            raise NotCleanError
        return text[1:-1]
    if reading_as_key(text) is not None or len(text) > limits.MAX_KEY:
        raise NotCleanError
    return text


def quoted(text: str) -> tuple[str, int] | None:
    """The value of the quoted text that is at the beginning, and where it ends; None if it does not end."""
    is_single = text[0] == "'"
    match = (_SINGLE if is_single else _DOUBLE).match(text)
    if not match:
        return None
    value = match[1]
    if is_single:
        return value.replace("''", "'"), match.end()
    return _ESCAPE.sub(_unescaped, value) if "\\" in value else value, match.end()


def _unescaped(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number is None:
        if match[4] not in _ESCAPED:
            raise NotCleanError
        return _ESCAPED[match[4]]
    code = int(number, 16)
    if code in _SURROGATES or code > 0x10FFFF:
        raise NotCleanError
    return chr(code)


def folded(lines: Iterable[str]) -> str:
    """Lines joined as YAML does: a line break is a space, and so many line breaks as there are empty lines."""
    text, breaks = "", 0
    for number, line in enumerate(lines):
        if not line and number:
            breaks += 1
            continue
        text += ("\n" * breaks or " ") + line if number else line
        breaks = 0
    return text
