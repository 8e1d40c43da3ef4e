"""A parse error: what is wrong with a text, before it has a rule and a file."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from ..diagnostics.finding import Advice
from ..text.lines import Lines, Position

UNCLOSED = "unclosed quote"
KEY_LINE = re.compile(r"\s*(- +)?[A-Za-z_][A-Za-z0-9_-]*:(\s|$)")
"""A line that begins with a key, and so is probably not part of a text in quotes."""


class ParseError(NamedTuple):
    """What is wrong, where, and how to fix it."""

    message: str
    at: Position
    help: str = ""


class Cut(NamedTuple):
    """Where a comment cuts off a text, the first word of the comment, and what to write instead."""

    at: Position
    word: str
    help: str
    advice: tuple[Advice, ...]
    is_whole: bool
    """Whether nothing of the text is left."""
    is_glued: bool
    """Whether no space follows the #, as one does in most comments."""


def position(mark: Any) -> Position:
    """The position of a libyaml mark: libyaml counts from 0, communique from 1."""
    return Position(mark.line + 1, mark.column + 1)


class LibyamlError:
    """An error of libyaml, and the text in which it occurred."""

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
        """The text before the position, on its line."""
        return self.line(self.at.line)[: self.at.column - 1]

    def text_before(self, at: Position | None = None) -> str:
        """The text before a position, from the line of the opening bracket; by default, before the error."""
        at = at or self.at
        lines = [self.line(number) for number in range(min(self.begins.line, at.line), at.line)]
        return "\n".join([*lines, self.line(at.line)[: at.column - 1]])

    def character(self, at: Position, offset: int = 0) -> str:
        index = at.column - 1 + offset
        return self.line(at.line)[index : index + 1] if index >= 0 else ""
