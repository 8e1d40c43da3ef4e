"""Where the nodes of a file are, for edits that move, add or remove parts of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from ..text.pointer import Pointer
from .document import Document
from .tokens import Token, Tokens


class Span(NamedTuple):
    """The stretch of a node, up to its last scalar or bracket; ``key`` is where its key begins, if it has one."""

    key: int
    start: int
    end: int


class Spans:
    """The text of a file, and the span of every node, in code points."""

    def __init__(self, document: Document, tokens: Tokens) -> None:
        self.text = document.text
        self._tokens: Sequence[Token] = [each for each in tokens.all if each.kind != "---"]
        self._found: dict[Pointer, Span] = {}
        if self._tokens:
            self._node(0, (), self._tokens[0].start)

    def __getitem__(self, pointer: Pointer) -> Span:
        return self._found[pointer]

    @cached_property
    def line_break(self) -> str:
        """The line break of the file."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def quote(self) -> str:
        """The quote of every key and text in JSON; nothing in YAML."""
        return next(('"' for each in self._tokens if each.is_key and each.style == '"'), "")

    def of(self, pointer: Pointer) -> str:
        """The text of the node."""
        span = self[pointer]
        return self.text[span.start : span.end]

    def is_flow(self, pointer: Pointer) -> bool:
        """Whether the mapping or list is written with brackets."""
        return self.text[self[pointer].start] in "[{"

    def after_colon(self, pointer: Pointer) -> int:
        """Where the key and its colon end."""
        return self.text.index(":", self[pointer].key) + 1

    def column(self, at: int) -> int:
        """The number of code points before this one in its line."""
        return at - self.text.rfind("\n", 0, at) - 1

    def line_end(self, at: int) -> int:
        """Where the line ends, without its line break."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end - (self.text[end - 1] == "\r")

    def before_line(self, at: int) -> int:
        """Where the line before this one ends, without its line break."""
        end = self.text.rfind("\n", 0, at)
        return end - (self.text[end - 1] == "\r")

    def _node(self, number: int, pointer: Pointer, key: int) -> int:
        """Note the node whose first token has this number, and all in it; returns the number of the next token."""
        first = self._tokens[number]
        if first.kind not in ("{", "["):
            self._found[pointer] = Span(key, first.start, first.end)
            return number + 1
        number, last, index = number + 1, first.start, 0
        while self._tokens[number].kind not in ("}", "]"):
            step: str | int = index
            begin = self._tokens[number].start
            if first.kind == "{":
                step, number = self._tokens[number].value, number + 1
            number = self._node(number, (*pointer, step), begin)
            last, index = self._found[*pointer, step].end, index + 1
        closing = self._tokens[number]
        is_flow = self.text[first.start] in "[{" and self.text[closing.start : closing.start + 1] in ("]", "}")
        self._found[pointer] = Span(key, first.start, closing.start + 1 if is_flow else last)
        return number + 1
