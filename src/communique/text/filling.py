"""Wraps text of the program itself. Text of records may be of any script: that is wrapped with their cards."""

from __future__ import annotations

import textwrap


def fill(text: str, width: int, first: str = "", rest: str = "") -> str:
    """The text in lines of at most ``width`` letters, which begin with ``first`` and, from the second on, ``rest``.

    >>> fill("one two three", 9, "- ", "  ").splitlines()
    ['- one two', '  three']
    """
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
