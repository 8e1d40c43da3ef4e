"""Reads clean YAML quickly: line by line, the data only, no positions, and no findings.

It reads the part of YAML in which nearly all records are written: in each line one item or key, with its value behind
it, in the lines below it, or in brackets. Whatever else there is, it leaves to the careful reader.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from . import limits
from .quick_brackets import in_brackets
from .quick_scalars import COMMENT, LINE_KEY, PLAIN, NotCleanError, folded, plain, plain_key, quoted
from .scalars import LAST_SIGN, LONGEST_CONSTANT

_START = re.compile(r"(?:(?:#.*)?\n)*---\n")
_LINE = re.compile(rf"( *+)(- )?(?:({LINE_KEY}):(?: ++|(?=\n)))?(?:({PLAIN})\n|(.*+)\n)")
_PLAIN = re.compile(PLAIN)
_EMPTY = ("", "", "", "", "")
_BLOCK_ENDS = {"|": "\n", "|-": "", ">": "\n", ">-": ""}
"""By the header of a block of text: what the text ends with."""
_QUOTES = ("'", '"')
_READERS = {**dict.fromkeys(_QUOTES, quoted), **dict.fromkeys("[{", in_brackets)}
_MOST_OPEN = limits.MAX_DEPTH // 2
"""Collections in each other outside brackets; as many may be inside."""


def read_yaml_quickly(text: str) -> dict[str, Any] | None:
    """The data of a text that passed the checks of `TextCheck`; None if the careful reader has to read it.

    The line breaks of the text are LF, and it ends with one.
    """
    try:
        return _Reader(text).read()
    except NotCleanError:
        return None


class _Reader:
    """Builds the data from the lines, which one pattern takes apart: spaces, dash, key, plain value, any other rest."""

    def __init__(self, text: str) -> None:
        start = _START.match(text)
        self._text = text[start.end() :] if start else text
        self._lines: list[tuple[str, str, str, str, str]] = [*_LINE.findall(self._text), _EMPTY]
        self._outer: list[tuple[int, Any]] = []
        """The collections that are open around the innermost one, each with the column in which it begins."""
        self._taken = 0
        """The lines before this one are part of the data already."""

    def read(self) -> dict[str, Any]:
        """The mapping that is the only document of the text."""
        root: dict[str, Any] = {}
        self._fill(root)
        if not root or (self._may_be_too_large() and _nodes(root) > limits.MAX_NODES):
            raise NotCleanError
        return root

    def _fill(self, node: Any) -> None:
        """Put the value of each line in its place; ``node`` is the innermost collection that is open."""
        column, open_key = 0, None
        for number, (indent, dash, key, value, other) in enumerate(self._lines):
            if number < self._taken:
                continue
            if not key:
                column, node, open_key = self._without_key(number, column, node, open_key)
                continue
            if dash:
                column, node = self._item(len(indent), column, node, open_key)
                open_key = None
            elif open_key is not None or len(indent) != column or type(node) is list:
                column, node = self._collection(len(indent), False, column, node, open_key)
                open_key = None
            if value:  # mostly a text; `plain` would say the same
                found = value if len(value) > LONGEST_CONSTANT and value > LAST_SIGN else plain(value)
            elif not other or (other[0] == "#" and COMMENT.fullmatch(other)):
                open_key = plain_key(key)
                continue
            else:
                found = self._other(other, number, column)
            if (name := plain_key(key)) in node:
                raise NotCleanError
            node[name] = found
        self._collection(0, False, column, node, open_key)

    def _collection(self, begins: int, is_item: bool, column: int, node: Any, open_key: str | None) -> tuple[int, Any]:
        """The collection to which a line belongs that begins in this column, and its column.

        ``open_key`` is the last key of the innermost collection, ``node``, if it has no value yet.
        """
        if open_key is not None:
            if open_key in node:
                raise NotCleanError
            if begins > column or (is_item and begins == column):
                new: Any = [] if is_item else {}
                node[open_key] = new
                return self._enter(column, node, begins, new)
            node[open_key] = None
        while begins < column or (begins == column and not is_item and type(node) is list):
            column, node = self._outer.pop()
        if begins != column or is_item is not (type(node) is list):
            raise NotCleanError
        return column, node

    def _item(self, begins: int, column: int, node: Any, open_key: str | None) -> tuple[int, Any]:
        """The mapping whose first key stands behind the dash."""
        new: dict[str, Any] = {}
        if open_key is None and self._outer and self._outer[-1][0] == begins and type(self._outer[-1][1]) is list:
            self._outer[-1][1].append(new)  # the innermost collection is the item before
            return column, new
        column, node = self._collection(begins, True, column, node, open_key)
        node.append(new)
        return self._enter(column, node, column + len("- "), new)

    def _enter(self, column: int, node: Any, begins: int, new: Any) -> tuple[int, Any]:
        self._outer.append((column, node))
        if len(self._outer) >= _MOST_OPEN:
            raise NotCleanError
        return begins, new

    def _without_key(self, number: int, column: int, node: Any, open_key: str | None) -> tuple[int, Any, str | None]:
        """Read an item of a list, a further line of a plain value, an empty line, or a comment.

        It gives the innermost collection after that, its column, and its last key, if that has no value yet.
        """
        indent, dash, _, value, other = self._lines[number]
        if dash:
            column, node = self._collection(len(indent), True, column, node, open_key)
            node.append(plain(value) if value else self._other(other, number, column))
            return column, node, None
        if value:
            if open_key is not None:
                raise NotCleanError
            self._continue(number, node, column)
        elif other and other[0] != "#":
            raise NotCleanError
        return column, node, open_key

    def _continue(self, number: int, node: Any, column: int) -> None:
        """Read the further lines of a plain value, of which this is the first that is not empty."""
        first, end, at = number - 1, number, number
        while first > self._taken and self._lines[first] == _EMPTY:
            first -= 1
        while at < len(self._lines) and (self._is_further(at, column) or self._lines[at] == _EMPTY):
            at += 1
            end = end if self._lines[at - 1] == _EMPTY else at
        _, dash, key, begin, _ = self._lines[first]
        if first < self._taken or not begin or not (dash or key) or end == number:
            raise NotCleanError
        further = (line[3] for line in self._lines[first + 1 : end])
        node[plain_key(key) if key else -1] = plain(folded([begin, *further]))
        self._taken = end

    def _is_further(self, number: int, column: int) -> bool:
        """Whether the line is a further line of a plain value of the collection in this column."""
        indent, dash, key, value, _ = self._lines[number]
        return bool(value) and not dash and not key and len(indent) > column

    def _other(self, other: str, number: int, column: int) -> Any:
        """The value that begins so behind a key or a dash of this line, and is not a plain one alone."""
        sign = other[:1]
        if sign == ">" or sign == "|":
            return self._block(other, number, column)
        read = _READERS.get(sign, _plain)
        text, found = other, read(other)
        if found is None and sign in _READERS:
            text = self._on_several_lines(sign, number, column)
            found = read(text)
        if found is None:
            raise NotCleanError
        value, end = found
        if end == len(text):
            return value
        rest = text[end:].lstrip(" ")
        if rest and not (text is other and text[-len(rest) - 1] == " " and COMMENT.fullmatch(rest)):
            raise NotCleanError
        return value

    def _block(self, header: str, number: int, column: int) -> str:
        """The block of text after its header, which begins with | or >."""
        width = len(self._lines[number + 1][0])
        if header not in _BLOCK_ENDS or width <= column:
            raise NotCleanError
        begin, end = " " * width, number + 1
        while end < len(self._written) and (not self._written[end] or self._written[end].startswith(begin)):
            end += 1
        texts = [line[width:] for line in self._written[number + 1 : end]]
        while texts and not texts[-1]:
            texts.pop()
        is_folded = header[0] == ">"
        if not texts or any(text[:1] == "\t" or (is_folded and text[:1] == " ") for text in texts):
            raise NotCleanError
        self._taken = end
        return (folded(texts) if is_folded else "\n".join(texts)) + _BLOCK_ENDS[header]

    def _on_several_lines(self, sign: str, number: int, column: int) -> str:
        """The lines of a value in quotes or brackets, from this one to the first on which it may end, joined.

        Quotes and brackets inside texts or comments can make this wrong. Then the value is refused, because it does not
        end where the lines do.
        """
        is_quoted = sign in _QUOTES
        texts = [self._lines[number][4]]
        signs = _signs(texts[0], sign)
        while signs % 2 if is_quoted else signs > 0:
            texts.append(self._further(number + len(texts), column, "" if is_quoted else "]}"))
            signs += _signs(texts[-1], sign)
        self._taken = number + len(texts)
        return folded(texts)

    def _further(self, number: int, column: int, closing: str) -> str:
        """A further line of a value: indented more than the collection around it, or empty, or one that closes it."""
        line = self._written[number] if number < len(self._written) else "\t"
        bare = line.lstrip(" ")
        if bare[:1] == "\t" or (bare and len(line) - len(bare) <= column and bare[0] not in closing):
            raise NotCleanError
        return bare

    @cached_property
    def _written(self) -> list[str]:
        return self._text.split("\n")

    def _may_be_too_large(self) -> bool:
        """Whether there may be more nodes than the limit: at most an item and a value in a line, outside brackets."""
        if len(self._text) <= limits.MAX_NODES:  # each node takes a character
            return False
        return 2 * len(self._lines) + sum(map(self._text.count, "[{,")) > limits.MAX_NODES


def _plain(text: str) -> tuple[Any, int] | None:
    """The plain value before a comment, and where it ends."""
    match = _PLAIN.match(text)
    return (plain(match[0].rstrip(" ")), len(match[0].rstrip(" "))) if match else None


def _signs(text: str, sign: str) -> int:
    """The quotes of this kind that are not escaped, or how many more brackets are opened than closed."""
    if sign in _QUOTES:
        return text.count(sign) - text.count("\\" + sign)
    return text.count("[") + text.count("{") - text.count("]") - text.count("}")


def _nodes(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_nodes, inner))
