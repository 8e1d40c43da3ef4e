"""A mistake in a text, before it has a rule and a file."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from ..diagnostics.finding import Advice
from ..text.lines import Lines, Position

UNCLOSED = "a quote is opened here and never closed"
KEY_LINE = re.compile(r"\s*(- +)?[A-Za-z_][A-Za-z0-9_-]*:(\s|$)")
"""A line that begins with a key, and so is hardly a part of a text in quotes."""


class ParseError(NamedTuple):
    """What is wrong, where, and how to mend it."""

    message: str
    at: Position
    help: str = ""


class Cut(NamedTuple):
    """Where a comment cuts a text, its first word, and what to write instead."""

    at: Position
    word: str
    help: str
    advice: tuple[Advice, ...]
    is_whole: bool
    """Whether nothing of the text is left."""
    is_glued: bool
    """Whether the # is not set off as a comment by a space behind it."""


def position(mark: Any) -> Position:
    """A place as libyaml counts it, from 0, as we count it, from 1."""
    return Position(mark.line + 1, mark.column + 1)


class LibyamlError:
    """What libyaml said, and the text that it said it of."""

    def __init__(
        self, lines: Lines, error: yaml.MarkedYAMLError, at: Position, last_quoted: Any, cut: Cut | None
    ) -> None:
        self._lines = lines
        self.at = at
        self.problem = error.problem or ""
        self.context = error.context or ""
        self.begins = position(error.context_mark) if error.context_mark else at
        self.last_quoted = last_quoted
        self.cut = cut

    def line(self, number: int) -> str:
        return self._lines[number]

    def before(self) -> str:
        """What stands before the place in its line."""
        return self.line(self.at.line)[: self.at.column - 1]

    def text_before(self, at: Position | None = None) -> str:
        """What stands before a place, from the line where the brackets open; by default, before the mistake."""
        at = at or self.at
        lines = [self.line(number) for number in range(min(self.begins.line, at.line), at.line)]
        return "\n".join([*lines, self.line(at.line)[: at.column - 1]])

    def character(self, at: Position, offset: int = 0) -> str:
        index = at.column - 1 + offset
        return self.line(at.line)[index : index + 1] if index >= 0 else ""
