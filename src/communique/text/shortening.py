"""Shortens texts of records for messages."""

from __future__ import annotations

LONGEST_SHOWN = 60
"""The maximum number of code points of a value in a message."""

LONGEST_ADVICE = 100
"""A longer text is not repeated in the help, which may be cut off."""


def shorten(text: str, longest: int = LONGEST_SHOWN) -> str:
    """The text, cut off if it is long.

    >>> shorten("international", 8)
    'interna…'
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"
