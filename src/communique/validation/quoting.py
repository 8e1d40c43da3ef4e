"""How a value of a record is shown in a message, and how it is written in YAML."""

from __future__ import annotations

import json

from ..lazy import lazy_pattern
from ..reading.scalars import is_read_as_text
from ..text.json_text import on_one_line
from ..text.shortening import shorten

# Words in any script, with punctuation that needs no quotes in YAML.
_BARE = lazy_pattern(r"[^\W\d_]([\w ./()+;%-]*[\w.()%])?")


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
    return on_one_line(text)


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
    return _BARE.fullmatch(text) is not None and is_read_as_text(text)
