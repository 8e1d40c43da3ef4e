"""How a value of a record is echoed in a message: short, on one line, as one might write it."""

from __future__ import annotations

import json
import re

LONGEST = 60
# What ends or bends a bare text inside braces.
_SPECIAL = re.compile(r"""[,\[\]{}#"']|^[&*!|>%@`?-]""")


def shorten(text: str) -> str:
    """The text, cut off where it gets long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def quote(value: object) -> str:
    """A value in quotes."""
    return repr(shorten(value if isinstance(value, str) else inline(value)))


def inline(value: object) -> str:
    """A value as one may write it in YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if not isinstance(value, str):
        return shorten(json.dumps(value))
    needs_quotes = value[:1].isdigit() or ": " in value or _SPECIAL.search(value)
    return shorten(json.dumps(value, ensure_ascii=False) if needs_quotes else value)


def describe(value: object) -> str:
    """What kind of value it is, and which."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {inline(value)}"
    if isinstance(value, str):
        return f"the text {quote(value)}"
    return "a list" if isinstance(value, list) else "an object with keys"
