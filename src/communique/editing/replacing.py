"""The edit that puts another value in the place of one."""

from __future__ import annotations

from typing import Any

from ..lazy import lazy_pattern
from ..reading.tokens import Token
from ..text.edits import Edit
from ..text.pointer import Pointer
from .flow_edits import written
from .scalar_text import lines_of_text, reworded, scalar
from .surroundings import CANNOT, EditError, Surroundings
from .value_text import WIDEST, entry

_HEADER = lazy_pattern(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?\r?\n?")
_STEP = 2


def replaced(around: Surroundings, pointer: Pointer, value: Any) -> Edit:
    """The edit; a single value keeps its quotes, and its lines as far as they stay the same.

    Raises:
        EditError: a comment would be lost.
    """
    is_single = not isinstance(value, dict | list)
    if token := around.scalar(pointer) if is_single else None:
        return _scalar(around, pointer, token, value)
    span = around.spans[pointer]
    if around.spans.is_flow(pointer[:-1]):
        around.refuse_comment(span.start, span.end, pointer)
        return Edit(span.start, span.end, written(around, value, pointer[:-1]))
    return _in_block(around, pointer, value)


def _in_block(around: Surroundings, pointer: Pointer, value: Any) -> Edit:
    start, end = around.head(pointer), around.end(pointer)
    is_key = isinstance(pointer[-1], str)
    head = around.text[start : around.spans.after_colon(pointer)] if is_key else "-"
    around.refuse_comment(start, around.own_end(pointer), pointer)
    lines = entry(head, value, around.spans.column(start), around.writing)
    return Edit(start, end, around.spans.line_break.join(lines))


def _scalar(around: Surroundings, pointer: Pointer, token: Token, value: Any) -> Edit:
    in_flow = around.spans.is_flow(pointer[:-1])
    if around.writing.json:
        return Edit(token.start, token.end, written(around, value, ()))
    if token.style in ("|", ">"):
        return _block_scalar(around, pointer, token, value)
    one_line = scalar(value, flow=in_flow, style=token.style if isinstance(token.value, str) else "")
    several = None
    if isinstance(value, str):
        several = _several_lines(around, pointer, token, value, one_line, flow=in_flow)
    return Edit(token.start, token.end, several or one_line)


def _several_lines(
    around: Surroundings, pointer: Pointer, token: Token, value: str, one_line: str, *, flow: bool
) -> str | None:
    """The text on several lines, if it was or has to be; None if it belongs on one."""
    text, column = around.text, around.spans.column(token.start)
    raw = text[token.start : token.end]
    if "\n" in raw and not token.style and one_line == value:
        made = reworded(raw.replace("\r\n", "\n"), str(token.value), value, WIDEST, column)
        return made.replace("\n", around.spans.line_break) if made else None
    is_last = not text[token.end : around.spans.line_end(token.end)].strip()
    if flow or not is_last or ("\n" not in value and column + len(one_line) <= WIDEST):
        return None
    margin = around.spans.column(around.head(pointer)) + _STEP
    lines = lines_of_text(value, WIDEST - margin, "")
    return _indented(lines, margin, around.spans.line_break) if lines else None


def _block_scalar(around: Surroundings, pointer: Pointer, token: Token, value: Any) -> Edit:
    """The edit of a text after ``|`` or ``>``; a comment in the line of that sign stays."""
    text, end = around.text, around.end(pointer)
    header = _HEADER.match(text, token.start)
    if header is None:
        raise EditError(f"{around.where(pointer)}: {CANNOT}")
    body, comment = text[header.end() : end].replace("\r\n", "\n"), header["comment"] or ""
    margin = len(body) - len(body.lstrip(" ")) or around.spans.column(around.head(pointer)) + _STEP
    if isinstance(value, str):
        made = None
        if token.style == ">" and not str(token.value).endswith("\n") and "\n" not in str(token.value):
            made = reworded(body, str(token.value), value, WIDEST, 0)
        if made is not None and "\n" not in value:
            return Edit(header.end(), end, made.replace("\n", around.spans.line_break))
        if lines := lines_of_text(value, WIDEST - margin, token.style):
            lines[0] += comment
            return Edit(token.start, end, _indented(lines, margin, around.spans.line_break))
    return Edit(token.start, end, scalar(value, flow=False) + (f" {comment}" if comment else ""))


def _indented(lines: list[str], margin: int, line_break: str) -> str:
    first, *rest = lines
    return line_break.join([first, *(" " * margin + each if each else "" for each in rest)])
