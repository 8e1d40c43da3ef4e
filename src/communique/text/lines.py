"""The lines of a text, as libyaml and editors count them: CR LF, CR and LF each end a line."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ..lazy import lazy_pattern

_BREAK = lazy_pattern(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A position in a text. Both numbers count from 1; columns are code points."""

    line: int
    column: int


START = Position(1, 1)


class Lines:
    """A text by lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """The line with this number, counted from 1, without its line break; empty if there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """The index of the first code point of a line."""
        return self._starts[number - 1]

    def position(self, index: int) -> Position:
        """The position of a code point."""
        line = bisect_right(self._starts, index)
        return Position(line, index - self._starts[line - 1] + 1)
