"""Values as YAML or JSON, as the file around them is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ..text.json_text import on_one_line
from .scalar_text import lines_of_text, scalar

WIDEST = 120
"""The number of columns after which a line is broken, where it can be."""

_STEP = 2


class Writing(NamedTuple):
    """How a file is written: as JSON or YAML, and how far in the dashes of a list are from its key."""

    json: bool = False
    dash: int = 0


def on_line(value: Any, writing: Writing) -> str:
    """A value on one line, in brackets if it is an object or a list.

    >>> on_line({"role": "announced", "value": "2025-07-26", "evidence": ["a", {"passage": "b"}]}, Writing())
    "{role: announced, value: '2025-07-26', evidence: [a, {passage: b}]}"
    """
    if writing.json:
        return on_one_line(value)
    if isinstance(value, dict):
        pairs = (f"{key_text(key, writing, flow=True)} {on_line(each, writing)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(on_line(each, writing) for each in value)}]"
    return scalar(value, flow=True)


def on_lines(value: Any, column: int, step: int) -> str:
    """A value as indented JSON; lines after the first are as deep as the ``column`` at which it begins."""
    return json.dumps(value, ensure_ascii=False, indent=step).replace("\n", "\n" + " " * column)


@lru_cache(maxsize=1_000)
def key_text(key: str, writing: Writing, *, flow: bool) -> str:
    """A key with its colon."""
    return f"{on_one_line(key) if writing.json else scalar(key, flow=flow, key=True)}:"


def entry(head: str, value: Any, column: int, writing: Writing, *, brackets: bool | None = None) -> list[str]:
    """The lines of a key or dash with its value, in a block. The head begins at this column in the first line.

    With ``brackets``, an object or a list is written in brackets, without if it is false; otherwise in brackets if it
    is small.
    """
    if not isinstance(value, dict | list) or not value:
        return _with_scalar(head, value, column, writing)
    line = f"{head} {on_line(value, writing)}"
    if brackets or (brackets is None and column + len(line) <= WIDEST and _is_small(value)):
        return [line]
    if isinstance(value, list) and brackets is None and any(not isinstance(each, dict) for each in value):
        return _wrapped(f"{head} ", value, column, writing)
    if isinstance(value, list):
        return [head, *_items(value, column + (writing.dash if head != "-" else _STEP), writing)]
    keys = _keys(value, column + _STEP, writing)
    return [f"- {next(keys).lstrip()}", *keys] if head == "-" else [head, *keys]


def _with_scalar(head: str, value: Any, column: int, writing: Writing) -> list[str]:
    written = on_line(value, writing) if isinstance(value, dict | list) else scalar(value, flow=False)
    line = f"{head} {written}"
    if isinstance(value, str) and ("\n" in value or column + len(line) > WIDEST):
        margin = column + _STEP
        if lines := lines_of_text(value, WIDEST - margin, ""):
            first, *rest = lines
            return [f"{head} {first}", *(" " * margin + each if each else "" for each in rest)]
    return [line]


def _keys(value: dict[str, Any], column: int, writing: Writing) -> Iterator[str]:
    for key, each in value.items():
        first, *rest = entry(key_text(key, writing, flow=False), each, column, writing)
        yield from (" " * column + first, *rest)


def _items(value: list[Any], column: int, writing: Writing) -> Iterator[str]:
    for each in value:
        first, *rest = entry("-", each, column, writing, brackets=None if _is_flat(each) else False)
        yield from (" " * column + first, *rest)


def _wrapped(start: str, value: list[Any], column: int, writing: Writing) -> list[str]:
    """A list in brackets on as many lines as it takes."""
    lines, margin = [f"{start}["], " " * (column + _STEP)
    for number, each in enumerate(value):
        piece = on_line(each, writing) + ("," if number + 1 < len(value) else "]")
        width = len(lines[-1]) + (column if len(lines) == 1 else 0) + 1 + len(piece)
        if number and width > WIDEST:
            lines.append(margin + piece)
        else:
            lines[-1] += f" {piece}" if number else piece
    return lines


def _is_small(value: Any) -> bool:
    """Whether it has at most objects of single values in it."""
    inner = value.values() if isinstance(value, dict) else value
    return all(_is_flat(each) for each in inner)


def _is_flat(value: Any) -> bool:
    """Whether it is a single value, or has only single values in it, and none of them of several lines."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return all(not isinstance(each, dict | list) and _is_flat(each) for each in inner)
    return not isinstance(value, str) or "\n" not in value
