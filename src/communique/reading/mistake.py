"""A mistake in a text, before it has a rule and a file."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .lines import Position

UNCLOSED = "a quote is opened here and never closed"
KEY_LINE = re.compile(r"\s*(- +)?[A-Za-z_][A-Za-z0-9_-]*:(\s|$)")
"""A line that begins with a key, and so is hardly a part of a text in quotes."""


class Mistake(NamedTuple):
    """What is wrong, where, and how to mend it."""

    message: str
    at: Position
    help: str = ""


def position(mark: Any) -> Position:
    """A place as libyaml counts it, from 0, as we count it, from 1."""
    return Position(mark.line + 1, mark.column + 1)
