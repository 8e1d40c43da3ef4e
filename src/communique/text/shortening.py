"""How much of a text from a record is repeated in a message."""

from __future__ import annotations

LONGEST_SHOWN = 60
"""Code points of a value that a message shows."""

LONGEST_ADVICE = 100
"""A longer text is not repeated in the help, which may be cut off; the help says in words what to do with it."""


def shorten(text: str, longest: int = LONGEST_SHOWN) -> str:
    """The text, cut off if it is long.

    >>> shorten("international", 8)
    'interna…'
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"
