"""How a value of a record is echoed in a message, and how it is written in YAML."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from ..reading.scalars import UnsafeNumberError, resolve, yaml_1_1_reading

LONGEST = 60
LONGEST_ADVICE = 100
"""A longer text is not repeated in a help, where it would be cut off; the help says where quotes belong instead."""
# Words in letters of any script with the usual signs between them, none of which bends a bare text anywhere.
_BARE = re.compile(r"[^\W\d_]([\w ./()+;%-]*[\w.()%])?")


def shorten(text: str) -> str:
    """The text, cut off where it gets long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def quote(value: object) -> str:
    """A value in quotes."""
    return repr(shorten(value if isinstance(value, str) else inline(value)))


def inline(value: object) -> str:
    """A value as one may write it in YAML, cut off where it gets long."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return shorten(scalar(value) if isinstance(value, str) else json.dumps(value))


def scalar(text: str) -> str:
    """A text as it is written in YAML, whole: bare if every reader takes that for the text, else in quotes."""
    return text if _is_bare(text) else in_quotes(text)


def in_quotes(text: str) -> str:
    """A text in quotes, whole: in single ones if it holds double ones.

    >>> in_quotes('the "plan"')
    '\\'the "plan"\\''
    """
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def describe(value: object) -> str:
    """What kind of value it is, and which."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {inline(value)}"
    if isinstance(value, str):
        return f"the text {quote(value)}"
    return "a list" if isinstance(value, list) else "an object with keys"


def _is_bare(text: str) -> bool:
    with suppress(UnsafeNumberError):
        return bool(_BARE.fullmatch(text)) and resolve(text) == text and yaml_1_1_reading(text) is None
    return False
