"""Wraps text into lines of a number of terminal cells, and escapes commands of CI systems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text.escaping import escape, guard
from ..text.terminal_width import cells, width

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""A space at which lines are not wrapped."""

_LONGEST = 1_000_000
_GROWTH = len(guard("::")) - len("::")
_NOT_FIRST = frozenset("、。，．・：；！？…ー々〉》」』】〕）”’,.;:!?)]}%")
_NOT_LAST = frozenset("〈《「『【〔（“‘([{")


class _Piece(NamedTuple):
    """Text that is kept on one line, and whether a space comes before it within a line."""

    text: str
    spaced: bool


def wrap(text: str, room: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most ``room`` cells that begin with ``first`` or, from the second on, with ``rest``.

    Lines are wrapped at spaces and between wide characters. A word that is too long is split where the line ends; a
    web address is not, so that it can be copied. Unprintable characters are escaped, and so is a command of a CI
    system that wrapping moves to the beginning of a line.

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
        *full, last = _split_word(piece.text, room - max(cells(line), cells(rest)))
        lines += [(line if not index else rest) + part for index, part in enumerate(full)]
        line, empty = guard((rest if full else line) + last), False
    return [guard(each.replace(NO_BREAK_SPACE, " ")).rstrip() for each in (*lines, line)]


def _pieces(text: str) -> Iterator[_Piece]:
    for word in text.split(" "):
        spaced = True
        for part in _parts(word.strip(NO_BREAK_SPACE)):
            yield _Piece(part, spaced)
            spaced = False


def _parts(word: str) -> Iterator[str]:
    """The parts of the word between which a line may be wrapped: beside wide characters, but not before punctuation."""
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


def _split_word(word: str, room: int) -> list[str]:
    """The word that begins a line, split into parts that fit."""
    if word.startswith(("https://", "http://")):
        return [word]
    # A command at the beginning of a line gets longer when it is escaped.
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
