"""Folds text into lines that fit a number of cells, with nothing in them that a CI system takes for a command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text.escaping import escape, guard
from ..text.terminal_width import cells, width

TIE = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""

_LONGEST = 1_000_000
_GROWTH = len(guard("::")) - len("::")
_NOT_FIRST = frozenset("、。，．・：；！？…ー々〉》」』】〕）”’,.;:!?)]}%")
_NOT_LAST = frozenset("〈《「『【〔（“‘([{")


class _Piece(NamedTuple):
    """What stands together on a line, and whether there is a space before it if it is not the first there."""

    text: str
    spaced: bool


def wrap(text: str, room: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most ``room`` cells that begin with ``first`` or, from the second on, with ``rest``.

    Lines are broken at spaces and between letters of two cells. A longer word is broken where the line ends, but an
    address is not, so that it can be copied. What does not print is escaped, and a command is broken that comes to
    stand at the beginning of a line.

    >>> wrap("one two three", 9, "- ", "  ")
    ['- one two', '  three']
    """
    lines: list[str] = []
    line, empty = first, True
    for piece in _pieces(escape(text, _LONGEST)):
        gap = "" if empty or not piece.spaced else " "
        if not empty and cells(line) + len(gap) + cells(piece.text) > room:
            lines.append(line)
            line, empty, gap = rest, True, ""
        if not empty:
            line += gap + piece.text
            continue
        *full, last = _broken(piece.text, room - max(cells(line), cells(rest)))
        lines += [(line if not index else rest) + part for index, part in enumerate(full)]
        line, empty = guard((rest if full else line) + last), False
    return [guard(each.replace(TIE, " ")).rstrip() for each in (*lines, line)]


def _pieces(text: str) -> Iterator[_Piece]:
    for word in text.split(" "):
        spaced = True
        for part in _parts(word.strip(TIE)):
            yield _Piece(part, spaced)
            spaced = False


def _parts(word: str) -> Iterator[str]:
    """The word cut wherever a line may be broken in it: beside letters of two cells, but not before a full stop."""
    start = 0
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if width(before) < 2 and width(after) < 2:
            continue
        if width(after) and after not in _NOT_FIRST and before not in _NOT_LAST:
            yield word[start:at]
            start = at
    if word:
        yield word[start:]


def _broken(word: str, room: int) -> list[str]:
    """The word that begins a line, in parts that fit."""
    if word.startswith(("https://", "http://")):
        return [word]
    # A command that comes to stand at the beginning of a line grows when it is broken.
    room = max(room - (_GROWTH if "::" in word else 0), 2)
    parts, used = [""], 0
    for letter in word:
        wide = width(letter)
        if used + wide > room:
            parts.append("")
            used = 0
        parts[-1] += letter
        used += wide
    return parts
