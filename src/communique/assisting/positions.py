"""Positions as editors count them: lines from 0, and in a line units of UTF-16, unless something else was agreed."""

from __future__ import annotations

from typing import NamedTuple

from ..text.lines import Lines, Position

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""By what an editor counts: the encoding, and the bytes of a unit."""
_MARK = "\ufeff"


class Place(NamedTuple):
    """A position in an editor: line and units, counted from 0."""

    line: int
    character: int


class Positions:
    """A text, in which positions of an editor are code points, and the other way round."""

    def __init__(self, text: str, counted: str = "utf-16") -> None:
        self._text, self._lines = text, Lines(text)
        self._encoding, self._size = _UNITS[counted]

    def index(self, at: Place) -> int:
        """The code point at a position; one that is beyond the end of its line or of the text is at that end."""
        if at.line >= len(self._lines):
            return len(self._text)
        start, line = self._lines.start(at.line + 1), self._lines[at.line + 1]
        units = 0
        for number, letter in enumerate(line):
            if units >= at.character:
                return start + number
            units += self._units(letter)
        return start + len(line)

    def place(self, index: int) -> Place:
        """The position of a code point."""
        line, column = self._lines.position(min(index, len(self._text)))
        start = self._lines.start(line)
        return Place(line - 1, self._units(self._text[start : start + column - 1]))

    def index_of(self, position: Position) -> int:
        """The code point at the position of a finding, which does not count a byte order mark."""
        if position.line > len(self._lines):
            return len(self._text)
        mark = len(_MARK) if position.line == 1 and self._text.startswith(_MARK) else 0
        return min(self._lines.start(position.line) + position.column - 1 + mark, len(self._text))

    def line_end(self, index: int) -> int:
        """Where the line of a code point ends, without its line break."""
        line = self._lines.position(index).line
        return self._lines.start(line) + len(self._lines[line])

    def _units(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogatepass")) // self._size
