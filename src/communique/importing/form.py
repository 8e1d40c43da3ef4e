"""What somebody says of the form of a file of others, where the file itself leaves it open."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_BY_MANY = ("windows-1252", "gb18030", "windows-1251", "shift_jis")
_SHOWN = 20


class Form(NamedTuple):
    """The sheet of a workbook, the encoding of a text, and the row with the names of the columns; all may be open."""

    sheet: str = ""
    encoding: str = ""
    header: int = 0


OPEN = Form()
"""Nothing is said."""


def is_encoding(name: str) -> bool:
    """Whether texts can be in an encoding of this name.

    >>> is_encoding("windows-1252"), is_encoding("GB18030"), is_encoding("base64"), is_encoding("ansi")
    (True, True, False, False)
    """
    try:
        codec = codecs.lookup(name)
        return codec.name != "idna" and isinstance("a".encode(name), bytes) and codec.decode(b"")[0] == ""
    except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
        return False


def possible_encodings(content: bytes, at: int) -> dict[str, str]:
    """The usual encodings in which the bytes are a text, and the words that each of them reads at a place."""
    found: dict[str, str] = {}
    for name in _BY_MANY:
        try:
            begin = len(content[:at].decode(name, "replace"))
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        line = text[max(0, begin - _SHOWN) : begin + _SHOWN]
        before, after = text[max(0, begin - _SHOWN) : begin].split(), line[min(begin, _SHOWN) :].split()
        found[name] = (before[-1] if before and not text[begin - 1].isspace() else "") + (after[0] if after else "")
    return found
