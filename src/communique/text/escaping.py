"""Escapes text from a record before it is written to a terminal or a log."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from ..lazy import lazy_pattern

# Control, format, surrogate, private and unassigned characters, line and paragraph separators: they move the cursor,
# hide text, change its direction, or end a line.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Commands of CI systems: ##[error], ##vso[...] and ##teamcity[...] anywhere in a line, ::error:: at its beginning.
# A match ends with the character to escape.
_COMMAND = lazy_pattern(r"#(?=#\w*\[)|^\s*:(?=:)")
LONGEST = 500


def escape(text: str, longest: int = LONGEST) -> str:
    """The text on one line, with unprintable characters as code points, and shortened if it is too long.

    ``longest`` is the maximum length of the result.

    >>> escape("red: \\x1b[31m")
    'red: \\\\u{1B}[31m'
    """
    shown = letters(text[: longest + 1])
    whole = "".join(shown)
    if len(whole) <= longest:
        return whole
    ends = accumulate(map(len, shown))
    return "".join(letter for letter, end in zip(shown, ends, strict=True) if end < longest) + "…"


def letters(text: str) -> list[str]:
    """Each character of the text, escaped if necessary."""
    commands = {match.end() - 1 for match in _COMMAND.finditer(text)}
    return [
        _code(letter) if at in commands or unicodedata.category(letter) in _UNSAFE else letter
        for at, letter in enumerate(text)
    ]


def guard(line: str) -> str:
    """A line of escaped text, with commands escaped that exist only since the text was wrapped."""
    return _COMMAND.sub(lambda match: match[0][:-1] + _code(match[0][-1]), line)


def break_commands(text: str, number_sign: str) -> str:
    """A text with each number sign before another one replaced by an escape of the text's format."""
    return re.sub("#(?=#)", lambda _: number_sign, text)


def _code(character: str) -> str:
    return f"\\u{{{ord(character):X}}}"
