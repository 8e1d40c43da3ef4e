"""Rewrites a part of a file in YAML, block or flow style, or in JSON. No comment is lost."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import Pointer
from .migration import InexpressibleError

CANNOT = "it is written in a form that cannot be changed without changing other parts"


def wrap(document: Document, tokens: Tokens, pointer: Pointer, key: str) -> Iterator[Edit]:
    """Turn a value into a list with one object, which has the value under ``key``."""
    start = document.index(document.value_position(pointer))
    if _is_flow(document, pointer[:-1]):
        quote = '"' if document.text.lstrip()[:1] == "{" else ""
        yield Edit(start, start, f"[{{{quote}{key}{quote}: ")
        end = scalar_end(tokens, start)
        yield Edit(end, end, "}]")
        return
    name = document.key_position(pointer)
    dash = f"{' ' * (name.column - 1)}- {key}: "
    line = document.lines.start(document.value_position(pointer).line)
    if line > document.index(name):  # it is on a separate line, perhaps after lines with comments
        yield Edit(line, start, dash)
    else:
        yield Edit(_after_colon(document, pointer), start, f"{_line_break(document)}{dash}")


def enclose(document: Document, tokens: Tokens, pointer: Pointer) -> Iterator[Edit]:
    """Turn a value into a list with it."""
    start = document.index(document.value_position(pointer))
    end = scalar_end(tokens, start)
    yield Edit(start, start, "[")
    yield Edit(end, end, "]")


def unwrap(document: Document, tokens: Tokens, pointer: Pointer, *way: str | int) -> Iterator[Edit]:
    """Turn a list, in which nothing but one value is, into the value. ``way`` leads from the list to it."""
    start = document.index(document.value_position(pointer))
    inner = document.index(document.value_position((*pointer, *way)))
    end = scalar_end(tokens, inner)
    if document.text[start] == "[":
        yield Edit(start, inner, "")
        yield Edit(end, document.text.find("]", end) + 1 or end, "")
        return
    after_colon = _after_colon(document, pointer)
    if "#" not in document.text[after_colon:inner]:
        yield Edit(after_colon, inner, " ")
    elif "#" not in document.text[start:inner]:
        yield Edit(start, inner, " " * (inner - start))


def scalar_end(tokens: Tokens, start: int) -> int:
    """The end of the scalar that begins at ``start``.

    Raises:
        InexpressibleError: no scalar begins there, or it has an anchor or a tag.
    """
    number = tokens.scalar_at(start)
    if number is None or not tokens.all[number].bare:
        raise InexpressibleError(CANNOT)
    return tokens.all[number].end


def _after_colon(document: Document, pointer: Pointer) -> int:
    """The index after the colon of the key."""
    return document.text.find(":", document.index(document.key_position(pointer))) + 1


def _is_flow(document: Document, pointer: Pointer) -> bool:
    return document.text[document.index(document.value_position(pointer))] == "{"


def _line_break(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"
