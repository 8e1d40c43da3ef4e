"""The mark on what a program proposed and no person has looked at yet: the comment ``# confirm`` at the end of a line.

It is in the first line of an item, and is deleted by whoever has looked at the item. It survives edits of other lines,
and every YAML program ignores it.
"""

from __future__ import annotations

from ..lazy import lazy_pattern
from ..text.lines import Lines

MARK = "# confirm"
"""What follows two spaces at the end of a line that somebody has to look at."""

_MARKED = lazy_pattern(r"(?:^|[^\S\n])#[^\S\n]*confirm[^\S\n]*$")


def marked(line: str) -> str:
    """The line with the mark at its end.

    >>> marked("- role: announced")
    '- role: announced  # confirm'
    """
    return f"{line}  {MARK}"


def is_marked(line: str) -> bool:
    """Whether the line ends with the mark."""
    return _MARKED.search(line) is not None


def unmarked(line: str) -> str:
    """The line without the mark at its end.

    >>> unmarked("- role: announced  # confirm")
    '- role: announced'
    """
    return _MARKED.sub("", line).rstrip()


def unconfirmed(text: str) -> list[int]:
    """The numbers of the lines with the mark, counted from 1. It is not looked for inside quotes.

    >>> unconfirmed("title: {en: A}  # confirm\\nstatus: draft # to confirm\\nroles:  #confirm\\n")
    [1, 3]
    """
    lines = Lines(text if "confirm" in text else "")
    return [number for number in range(1, len(lines) + 1) if is_marked(lines[number])]
