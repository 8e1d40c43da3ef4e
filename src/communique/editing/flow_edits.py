"""Edits that insert and remove a value within brackets."""

from __future__ import annotations

from typing import Any

from ..text.edits import Edit
from ..text.pointer import Pointer
from .surroundings import Surroundings
from .value_text import WIDEST, key_text, on_line, on_lines

_STEP = 2


def inserted(around: Surroundings, holder: Pointer, place: int, step: str | int, value: Any) -> Edit:
    """The edit that inserts a value, with its key if it has one, as the child with this number."""
    key = f"{key_text(step, around.writing, flow=True)} " if isinstance(step, str) else ""
    return placed(around, holder, place, key + written(around, value, holder))


def placed(around: Surroundings, holder: Pointer, place: int, text: str) -> Edit:
    """The edit that inserts this text as the child with this number."""
    children, spans = around.children(holder), around.spans
    between = _between(around, holder)
    if place == 0:
        start = spans[children[0]].key
        return Edit(start, start, f"{text}{between or ', '}")
    end = spans[children[place - 1]].end
    if between is None:
        line_end = spans.line_end(end)
        too_wide = spans.column(end) + 2 + len(text) + line_end - end > WIDEST and place == len(children)
        between = f",{_continued(around, holder)}" if too_wide else ", "
    return Edit(end, end, between + text)


def written(around: Surroundings, value: Any, holder: Pointer) -> str:
    """The value in brackets: on several lines if the file has each value of ``holder`` on a line of its own."""
    if not around.writing.json or _between(around, holder) is None:
        return on_line(value, around.writing)
    column = around.spans.column(around.spans[around.children(holder)[0]].key)
    outer = len(around.margin(around.spans[holder].key))
    return on_lines(value, column, max(column - outer, 1)).replace("\n", around.spans.line_break)


def removed(around: Surroundings, pointer: Pointer) -> Edit:
    """The edit that removes a child that is not the only one, with its comma."""
    edit = deleted(around, pointer)
    around.refuse_comment(edit.start, edit.end, pointer)
    return edit


def deleted(around: Surroundings, pointer: Pointer) -> Edit:
    """The same, whether or not there are comments in it."""
    siblings, spans = around.children(pointer[:-1]), around.spans
    place = siblings.index(pointer)
    if place == 0:
        return Edit(spans[pointer].key, spans[siblings[1]].key, "")
    return Edit(spans[siblings[place - 1]].end, spans[pointer].end, "")


def taken(around: Surroundings, pointer: Pointer) -> str:
    """The text of a child as it is."""
    return around.spans.of(pointer)


def _between(around: Surroundings, holder: Pointer) -> str | None:
    """What separates values that are each on a line of its own; None if they are not."""
    first = around.spans[around.children(holder)[0]].key
    before = around.text[around.spans[holder].start + 1 : first]
    return f",{before}" if "\n" in before and not before.strip() else None


def _continued(around: Surroundings, holder: Pointer) -> str:
    """The line break and the indent of a line that continues the brackets."""
    spans = around.spans
    second = around.text.find("\n", spans[holder].start, spans[holder].end) + 1
    margin = around.margin(second) if second else " " * (spans.column(spans[holder].key) + _STEP)
    return spans.line_break + margin
