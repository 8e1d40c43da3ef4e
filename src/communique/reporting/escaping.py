"""The one boundary through which text from a record passes on its way to a terminal or a log."""

from __future__ import annotations

import unicodedata

# Control, format, surrogate and private characters, line and paragraph separators: they move the cursor, hide text,
# turn its direction, or end a line where none should end.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def escape(text: str) -> str:
    """The text on one line, with every character that does not print written as its code point.

    >>> escape("red: \\x1b[31m")
    'red: \\\\u{1B}[31m'
    """
    return "".join(
        f"\\u{{{ord(character):X}}}" if unicodedata.category(character) in _UNSAFE else character for character in text
    )
