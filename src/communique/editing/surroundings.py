"""The text around a node of a file: its lines, its comments, and how its neighbours are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from ..errors import CommuniqueError
from ..lazy import lazy_pattern
from ..reading import Document, is_json
from ..reading.spans import Spans
from ..reading.tokens import Token, tokens
from ..text.pointer import Pointer, json_pointer
from .value_text import Writing

CANNOT = "it is written in a way that cannot be changed without changing other parts; change this place by hand"
_COMMENT_BELOW = lazy_pattern(r"(?:\r?\n[ \t]*)*?\r?\n(?P<indent>[ ]*)#[^\r\n]*")


class EditError(CommuniqueError):
    """A file cannot be changed as wanted without losing something; the message says what, and where."""


class Surroundings:
    """The text of a file with its data, the span of every node, and what is between the nodes.

    The children of an object or a list are counted from 0 in the order of the file.
    """

    def __init__(self, path: str, text: str, data: Any) -> None:
        self.text, self._data, self._is_json = text, data, is_json(path, text)
        self._tokens = tokens(Document(path, text, data, complete=True))
        self._comments = list(self._tokens.commented)
        self.spans = Spans(Document(path, text), self._tokens)

    @property
    def writing(self) -> Writing:
        """How the file is written."""
        if self._is_json:
            return Writing(json=True)
        lists = (pointer for pointer in _lists(self._data, ()) if not self.spans.is_flow(pointer))
        if (first := next(lists, None)) is None:
            return Writing()
        return Writing(False, self.spans.column(self.spans[first].start) - self.spans.column(self.spans[first].key))

    def children(self, pointer: Pointer) -> list[Pointer]:
        """The pointers of the values in an object or a list."""
        holder = self.value(pointer)
        return [(*pointer, key) for key in (holder if isinstance(holder, dict) else range(len(holder)))]

    def value(self, pointer: Pointer) -> Any:
        """The value at the pointer."""
        found = self._data
        for step in pointer:
            found = found[step]
        return found

    def scalar(self, pointer: Pointer) -> Token | None:
        """The token of a single value that has no anchor and no tag; None if it is another value."""
        number = self._tokens.scalar_at(self.spans[pointer].start)
        found = self._tokens.all[number] if number is not None else None
        return found if found and found.bare and not isinstance(self.value(pointer), dict | list) else None

    def head(self, pointer: Pointer) -> int:
        """Where the key or the dash of a child of a block is."""
        span = self.spans[pointer]
        if isinstance(pointer[-1], str):
            return span.key
        start = self.spans[pointer[:-1]].start
        if pointer[-1] == 0:
            return start
        before = self.end((*pointer[:-1], pointer[-1] - 1))
        dashes = re.compile(rf"^ {{{self.spans.column(start)}}}-(?=[ \r\n])", re.MULTILINE)
        found = [match.end() - 1 for match in dashes.finditer(self.text, before, span.start + 1)]
        if not found:
            raise EditError(f"{self.where(pointer)}: {CANNOT}")
        return found[0]

    def end(self, pointer: Pointer) -> int:
        """Where the text of a node ends, without the line break at the end of a block scalar."""
        span = self.spans[pointer]
        written = self.text[span.start : span.end]
        return span.start + (len(written.rstrip()) or len(written))

    def own_end(self, pointer: Pointer) -> int:
        """Where the lines of a child of a block end, with comments below that are indented more than the child."""
        column, end = self.spans.column(self.head(pointer)), self.spans.line_end(self.end(pointer))
        while (match := _COMMENT_BELOW.match(self.text, end)) and len(match["indent"]) > column:
            end = match.end()
        return end

    def is_spaced(self, pointer: Pointer) -> bool:
        """Whether blank lines separate a child of a block from the next, or from the one before if it is the last."""
        children = self.children(pointer[:-1])
        place = children.index(pointer)
        pair = children[place : place + 2] if place + 1 < len(children) else children[place - 1 : place + 1]
        return len(pair) > 1 and self._has_blank_line(self.end(pair[0]), self.head(pair[1]))

    def refuse_comment(self, start: int, end: int, pointer: Pointer) -> None:
        """Raise EditError if there is a comment in the stretch, because it would be lost."""
        place = bisect_left(self._comments, start)
        if place < len(self._comments) and self._comments[place] < end:
            shown = self._tokens.commented[self._comments[place]]
            raise EditError(f"{self.where(pointer)}: a comment would be lost ({shown}); change this place by hand")

    def refuse_comment_above(self, head: int, pointer: Pointer) -> None:
        """Raise EditError if the line above is a comment, because it would then be above something else."""
        line = head - self.spans.column(head)
        above = self.text.rfind("\n", 0, max(line - 1, 0)) + 1
        at = self.text.find("#", above, line)
        if self.is_first(head) and at in self._tokens.commented and self.spans.column(at) <= self.spans.column(head):
            shown = self._tokens.commented[at]
            raise EditError(
                f"{self.where(pointer)}: a comment would be above something else ({shown}); change this place by hand"
            )

    def margin(self, at: int) -> str:
        """The spaces at the beginning of the line in which this place is."""
        line = self.text[at - self.spans.column(at) : self.spans.line_end(at)]
        return line[: len(line) - len(line.lstrip(" "))]

    def is_first(self, at: int) -> bool:
        """Whether nothing but spaces is before this place in its line."""
        return not self.text[at - self.spans.column(at) : at].strip()

    def where(self, pointer: Pointer) -> str:
        """The line and the pointer, for a message."""
        try:
            at = self.spans[pointer].key
        except KeyError:
            return json_pointer(pointer)
        line = self.text.count("\n", 0, at) + 1
        return f"line {line}, {json_pointer(pointer)}"

    def _has_blank_line(self, start: int, end: int) -> bool:
        return any(not each.strip() for each in self.text[start:end].split("\n")[1:-1])


def _lists(data: Any, pointer: Pointer) -> Iterator[Pointer]:
    """The lists that are values of keys, as far as they are not empty."""
    if isinstance(data, list) and data and pointer and isinstance(pointer[-1], str):
        yield pointer
    for key, each in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _lists(each, (*pointer, key))
