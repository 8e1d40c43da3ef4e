"""The one boundary through which text from a record passes on its way to a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

# Control, format, surrogate, private and unassigned characters, line and paragraph separators: they move the cursor,
# hide text, turn its direction, or end a line where none should end.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# How CI systems are told what to do: ##[error] and ##vso[...] anywhere in a line, ::error:: at its beginning.
_COMMAND = re.compile(r"#(?=#\[|#vso\[)|^(\s*):(?=:)")
LONGEST = 500


def escape(text: str, longest: int | None = LONGEST) -> str:
    """The text on one line, with every character that does not print written as its code point, and cut if it is long.

    >>> escape("red: \\x1b[31m")
    'red: \\\\u{1B}[31m'
    """
    if longest is not None and len(text) > longest:
        text = text[: longest - 1] + "…"
    shown = "".join(_code(letter) if unicodedata.category(letter) in _UNSAFE else letter for letter in text)
    return _COMMAND.sub(lambda match: f"{match[1] or ''}{_code(match[0][-1])}", shown)


def _code(character: str) -> str:
    return f"\\u{{{ord(character):X}}}"
