"""The one boundary through which text from a record passes on its way to a terminal or a log."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

# Control, format, surrogate, private and unassigned characters, line and paragraph separators: they move the cursor,
# hide text, turn its direction, or end a line where none should end.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# How CI systems are told what to do: ##[error], ##vso[...] and ##teamcity[...] anywhere in a line, ::error:: at its
# beginning. A match ends with the character to break it at.
_COMMAND = re.compile(r"#(?=#\w*\[)|^\s*:(?=:)")
LONGEST = 500


def escape(text: str, longest: int = LONGEST) -> str:
    """The text on one line, with every character that does not print written as its code point, and cut if it is long.

    ``longest`` counts what is shown, so that a text cannot grow by what it hides.

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
    """How each character of the text is shown."""
    commands = {match.end() - 1 for match in _COMMAND.finditer(text)}
    return [
        _code(letter) if at in commands or unicodedata.category(letter) in _UNSAFE else letter
        for at, letter in enumerate(text)
    ]


def guard(line: str) -> str:
    """A line of escaped text with what became a command only when the line was folded broken as `escape` would."""
    return _COMMAND.sub(lambda match: match[0][:-1] + _code(match[0][-1]), line)


def break_commands(text: str, number_sign: str) -> str:
    """A text in a format with escapes of its own, with each number sign before another written as such an escape."""
    return re.sub("#(?=#)", lambda _: number_sign, text)


def _code(character: str) -> str:
    return f"\\u{{{ord(character):X}}}"
