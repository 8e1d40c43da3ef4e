"""How a value of a record is shown in a message, and how it is written in YAML."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from ..reading.scalars import UnsafeNumberError, resolve, yaml_1_1_reading

LONGEST = 60
LONGEST_ADVICE = 100
"""A longer text is not repeated in the help, which may be cut off; the help says where quotes belong instead."""
# Words in any script, with punctuation that needs no quotes in YAML.
_BARE = re.compile(r"[^\W\d_]([\w ./()+;%-]*[\w.()%])?")


def shorten(text: str) -> str:
    """The text, cut off if it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def quote(value: object) -> str:
    """A value in quotes."""
    return repr(shorten(value if isinstance(value, str) else inline(value)))


def inline(value: object) -> str:
    """A value as it may be written in YAML, cut off if it is long."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return shorten(scalar(value) if isinstance(value, str) else json.dumps(value))


def scalar(text: str) -> str:
    """A text as it is written in YAML, not cut off: unquoted if every program reads it as text, else in quotes."""
    return text if _is_bare(text) else in_quotes(text)


def in_quotes(text: str) -> str:
    """A text in quotes, not cut off: in single quotes if it contains double ones.

    >>> in_quotes('the "plan"')
    '\\'the "plan"\\''
    """
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def describe(value: object) -> str:
    """The type of the value, and the value."""
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
