"""Edits that insert, remove and move the lines of a key or an item of a block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..text.edits import Edit
from ..text.pointer import Pointer
from .surroundings import CANNOT, EditError, Surroundings
from .value_text import entry, key_text


def inserted(around: Surroundings, holder: Pointer, place: int, step: str | int, value: Any) -> Edit:
    """The edit that inserts a value with its key or dash as the child with this number."""
    neighbour = around.children(holder)[max(place - 1, 0)]
    column = around.spans.column(around.head(neighbour))
    if isinstance(step, str):
        return placed(around, holder, place, _entry(around, step, value, column))
    return placed(around, holder, place, _item(around, neighbour, value, column))


def extended(around: Surroundings, holder: Pointer, values: Sequence[Any]) -> Edit:
    """The edit that adds values with their dashes at the end of a list that has some."""
    neighbour = around.children(holder)[-1]
    column = around.spans.column(around.head(neighbour))
    blank = [""] if around.is_spaced(neighbour) else []
    lines: list[str] = []
    for value in values:
        first, *rest = _item(around, neighbour, value, column)
        lines += [*blank, " " * column + first, *rest] if lines else [first, *rest]
    return placed(around, holder, len(around.children(holder)), lines)


def placed(around: Surroundings, holder: Pointer, place: int, lines: list[str]) -> Edit:
    """The edit that inserts these lines, of which the first is not indented."""
    neighbour = around.children(holder)[max(place - 1, 0)]
    head, line_break = around.head(neighbour), around.spans.line_break
    margin = " " * around.spans.column(head)
    if place == 0:
        around.refuse_comment_above(head, neighbour)
        return Edit(head, head, line_break.join([*lines, margin]))
    end = around.own_end(neighbour)
    blank = [""] if around.is_spaced(neighbour) else []
    return Edit(end, end, line_break + line_break.join([*blank, margin + lines[0], *lines[1:]]))


def removed(around: Surroundings, pointer: Pointer) -> Edit:
    """The edit that removes a child that is not the only one, with its lines."""
    start, end = stretch(around, pointer)
    around.refuse_comment(start, end, pointer)
    return deleted(around, pointer)


def deleted(around: Surroundings, pointer: Pointer) -> Edit:
    """The same, whether or not there are comments in it."""
    text, head = around.text, around.head(pointer)
    around.refuse_comment_above(head, pointer)
    start, end = stretch(around, pointer)
    if not around.is_first(head):
        siblings = around.children(pointer[:-1])
        behind = around.head(siblings[siblings.index(pointer) + 1])
        around.refuse_comment(end, behind, pointer)
        return Edit(start, behind, "")
    if end == len(text):
        return Edit(around.spans.before_line(start) if start else start, end, "")
    behind = text.index("\n", end) + 1
    before = text[:start].rstrip(" ")
    while before.endswith(("\n\n", "\n\r\n")) and not text[behind : around.spans.line_end(behind)].strip():
        if (found := text.find("\n", behind)) < 0:
            break
        behind = found + 1
    return Edit(start, behind, "")


def stretch(around: Surroundings, pointer: Pointer) -> tuple[int, int]:
    """Where the lines of a child begin and end, without the last line break."""
    head = around.head(pointer)
    start = head - around.spans.column(head) if around.is_first(head) else head
    return start, around.own_end(pointer)


def taken(around: Surroundings, pointer: Pointer) -> list[str]:
    """The lines of a child as they are, the first without its indent."""
    if not around.is_first(around.head(pointer)):
        raise EditError(f"{around.where(pointer)}: {CANNOT}")
    start, end = stretch(around, pointer)
    first, *rest = around.text[start:end].replace("\r\n", "\n").split("\n")
    return [first.lstrip(" "), *rest]


def _entry(around: Surroundings, key: str, value: Any, column: int) -> list[str]:
    # What a record lists is written in blocks, however short it is.
    is_list_of_record = column == 0 and isinstance(value, list) and any(isinstance(each, dict) for each in value)
    writing = around.writing
    head = key_text(key, writing, flow=False)
    return entry(head, value, column, writing, brackets=False if is_list_of_record else None)


def _item(around: Surroundings, neighbour: Pointer, value: Any, column: int) -> list[str]:
    """The lines of an item, in brackets if its neighbour is."""
    is_like = isinstance(around.value(neighbour), dict | list) and around.value(neighbour)
    brackets = around.spans.is_flow(neighbour) if is_like else None
    return entry("-", value, column, around.writing, brackets=brackets)
