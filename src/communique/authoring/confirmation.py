"""The mark on what a program proposed and no person has looked at yet: the comment ``# confirm`` at the end of a line.

It is in the first line of an item, and is deleted by whoever has looked at the item. It survives edits of other lines,
and every YAML program ignores it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..lazy import lazy_pattern
from ..text.edits import Edit, apply_to_file
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


def on_lines(content: bytes, numbers: Iterable[int], change: Callable[[str], str]) -> bytes:
    """The content of a file with `marked` or `unmarked` done to the lines with these numbers, counted from 1."""
    lines = Lines(content.decode("utf-8-sig"))
    starts = ((lines.start(number), lines[number]) for number in numbers)
    return apply_to_file(content, [Edit(start, start + len(line), change(line)) for start, line in starts])
