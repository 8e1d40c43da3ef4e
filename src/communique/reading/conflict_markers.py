"""Conflict markers, which git leaves where it could not merge two versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.lines import Lines, Position

_MARK = re.compile(r"[ \t]*(?:(?P<begin><{7,})|(?P<middle>\|{7,})|(?P<end>>{7,}))(?: .*)?$")
_IN_ONE_TEXT = re.compile(r"(?s)<{7,} \S.*={7,}.*>{7,} \S")
_DIVIDER = re.compile(r"[ \t]*={7,}$")


class Conflict(NamedTuple):
    """A merge conflict in a file: the position of its first marker, and the lines of the others."""

    at: Position
    others: tuple[int, ...]


def conflicts(text: str, lines: Lines) -> Iterator[Conflict]:
    """Every conflict in the text. A line of equals signs counts only together with another marker."""
    if not may_hold_conflict(text):
        return
    marks = list(_marks(lines))
    if not any(kind != "divider" for kind, _ in marks):
        return
    group: list[Position] = []
    divider: list[Position] = []  # the last one; whether it is a marker is not known yet
    for kind, at in marks:
        if kind == "divider" and not group:
            divider = [at]
            continue
        if group and kind == "begin":
            yield _conflict(group)
            group = []
        group += [at] if group or kind == "begin" else [*divider, at]
        divider = []
        if kind == "end":
            yield _conflict(group)
            group = []
    if group:
        yield _conflict(group)


def may_hold_conflict(text: str) -> bool:
    """Whether a marker is in the text; a line of equals signs alone is none."""
    return "<<<<<<<" in text or "|||||||" in text or ">>>>>>>" in text


def holds_conflict(text: str) -> bool:
    """Whether a value contains all markers of a conflict: in escapes, or in a paragraph that was wrapped again."""
    return "<<<<<<<" in text and bool(_IN_ONE_TEXT.search(text))


def _marks(lines: Lines) -> Iterator[tuple[str, Position]]:
    for number in range(1, len(lines) + 1):
        line = lines[number]
        at = Position(number, len(line) - len(line.lstrip(" \t")) + 1)
        if match := _MARK.match(line):
            yield match.lastgroup or "", at
        elif _DIVIDER.match(line):
            yield "divider", at


def _conflict(marks: list[Position]) -> Conflict:
    first, *others = marks
    return Conflict(first, tuple(at.line for at in others))
