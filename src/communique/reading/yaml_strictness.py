"""What YAML 1.2 forbids and libyaml accepts. Other programs refuse such files, or read them differently."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..text.lines import Lines, Position
from .parse_error import KEY_LINE, UNCLOSED, ParseError, position

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#.*|[ \t]*)$", re.MULTILINE)
"""What stands where a block of text begins, up to the end of the line."""


class Strictness:
    """Checks the events of one file against its text."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        self._columns: list[int] = []  # of the block collections that are open
        self._flow: list[Position] = []  # where the flow collections that are open begin
        self._end = 0  # where the last event ended
        self._line = 0  # the last line inside brackets that was looked at

    def parse_error(self, event: Any) -> ParseError | None:
        """What is wrong with the event or with the text before it; None if nothing is."""
        found = self._glued_comment(event) or self._within(event)
        self._follow(event)
        return found

    def _follow(self, event: Any) -> None:
        self._end = max(self._end, event.end_mark.index)
        column: int = event.start_mark.column
        if isinstance(event, yaml.CollectionStartEvent):
            if self._flow or event.flow_style:
                self._flow.append(position(event.start_mark))
            else:
                self._columns.append(column)
        elif isinstance(event, yaml.CollectionEndEvent):
            if self._flow:
                self._flow.pop()
            else:
                self._columns.pop()

    def _within(self, event: Any) -> ParseError | None:
        if isinstance(event, yaml.DocumentStartEvent):
            return self._directive(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                return self._block_scalar(event)
            if self._flow and not event.style and (odd := self._odd_flow_scalar(event)):
                return odd
            return self._several_lines(event) or self._flow_line(event)
        return self._flow_line(event) if isinstance(event, yaml.CollectionStartEvent) else None

    def _directive(self, event: Any) -> ParseError | None:
        if not event.version and not event.tags:
            return None
        numbers = range(1, len(self._lines) + 1)
        line = next((number for number in numbers if self._lines[number].startswith("%")), 1)
        return ParseError("YAML directives are not allowed", Position(line, 1), "delete the line")

    def _glued_comment(self, event: Any) -> ParseError | None:
        """A # without a space before it: a comment for libyaml, an error by the YAML specification."""
        gap = self._text[self._end : event.start_mark.index]
        if "#" not in gap:
            return None
        for match in re.finditer(r"#[^\r\n]*", gap):
            index = self._end + match.start()
            if index and self._text[index - 1] not in " \t\r\n":
                return ParseError(
                    "missing space before '#'",
                    self._lines.position(index),
                    "put a space before #",
                )
        return None

    def _block_scalar(self, event: Any) -> ParseError | None:
        at = position(event.start_mark)
        first = at.line
        if not _BLOCK_HEADER.match(self._lines[first][at.column - 1 :]):
            help = "begin the text on the next line"
            return ParseError("unexpected text after | or >, which begins a block of text", at, help)
        widest = 0
        for number in range(first + 1, len(self._lines) + 1):
            line = self._lines[number]
            if line.strip(" "):
                if self._column() < _spaces(line) < widest:
                    message = "line is indented less than the blank lines above it"
                    return ParseError(message, Position(number, 1), "remove the spaces from the blank lines")
                return None
            widest = max(widest, len(line))
        return None

    def _odd_flow_scalar(self, event: Any) -> ParseError | None:
        at = position(event.start_mark)
        if event.value == "-":
            return ParseError("unquoted '-' inside brackets", at, 'put it in quotes: "-"')
        index = event.start_mark.index
        if index and self._text[index - 1] == "?":
            message = "unquoted value inside brackets cannot begin with '?'"
            return ParseError(message, self._lines.position(index - 1), "put it in quotes")
        return None

    def _several_lines(self, event: Any) -> ParseError | None:
        if event.start_mark.line == event.end_mark.line:
            return None
        begins = position(event.start_mark)
        parse_error = self._indentation(begins.line + 1, position(event.end_mark).line)
        if not parse_error or not KEY_LINE.match(self._lines[parse_error.at.line]):
            return parse_error
        if event.style:
            return ParseError(UNCLOSED, begins, "close the quote")
        if self._flow:
            bracket = self._lines[self._flow[-1].line][self._flow[-1].column - 1]
            return ParseError(f"unclosed {bracket!r}", self._flow[-1], "close it")
        return parse_error

    def _flow_line(self, event: Any) -> ParseError | None:
        """Inside brackets, a new line must be indented more than the collection that contains the brackets."""
        if not self._flow or event.start_mark.line + 1 == self._line:
            return None
        at = position(event.start_mark)
        self._line = at.line  # only the first thing in a line can be its first
        is_first = not self._lines[at.line][: at.column - 1].strip()
        return self._indentation(at.line, at.line) if is_first else None

    def _indentation(self, first: int, last: int) -> ParseError | None:
        for number in range(first, last + 1):
            line = self._lines[number]
            if line.strip() and _spaces(line) <= self._column():
                help = "indent it with spaces, more than the key it belongs to"
                return ParseError("continuation line is not indented", Position(number, 1), help)
        return None

    def _column(self) -> int:
        return self._columns[-1] if self._columns else -1


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
