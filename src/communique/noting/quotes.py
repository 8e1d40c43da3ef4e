"""Quotes around text, as people type them: what stands in them is text, whatever signs it has."""

from __future__ import annotations

from ..lazy import lazy_pattern

PAIRS = r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」'
"""A text in quotes, with its quotes: straight ones, or the curly, German, French or Chinese ones."""

QUOTED = lazy_pattern(PAIRS)
OPENING = '"“„«「'
"""The signs that begin a text in quotes."""


def is_quoted(written: str) -> bool:
    """Whether all of the text is in one pair of quotes, with something in it.

    >>> is_quoted('"Monday"'), is_quoted("“Monday”, he said"), is_quoted('""')
    (True, False, False)
    """
    return len(written) > 2 and QUOTED.fullmatch(written) is not None


def unquoted(written: str) -> str:
    """The text without the quotes around it, if there are any."""
    return written[1:-1] if is_quoted(written) else written
