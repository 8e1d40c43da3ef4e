"""Ways to rewrite a stretch of a file in YAML, block or flow, and in JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..pointer import Pointer
from ..reading import Document

_FLOW_END = ",]}#\n"


def wrap(document: Document, pointer: Pointer, key: str) -> Iterator[Edit]:
    """Turn a value on one line into a list of one object that holds it under ``key``."""
    start = document.index(document.value_position(pointer))
    if _is_flow(document, pointer[:-1]):
        quote = '"' if document.text.lstrip()[:1] == "{" else ""
        yield Edit(start, start, f"[{{{quote}{key}{quote}: ")
        end = _scalar_end(document.text, start)
        yield Edit(end, end, "}]")
        return
    name = document.key_position(pointer)
    after_name = document.text.index(":", document.index(name)) + 1
    yield Edit(after_name, start, f"{_line_break(document)}{' ' * (name.column - 1)}- {key}: ")


def unwrap(document: Document, pointer: Pointer, key: str) -> Iterator[Edit]:
    """Turn a list of one object that holds nothing but ``key`` into the value of it."""
    start = document.index(document.value_position(pointer))
    inner = document.index(document.value_position((*pointer, 0, key)))
    if document.text[start] == "[":
        yield Edit(start, inner, "")
        end = _scalar_end(document.text, inner)
        yield Edit(end, document.text.index("]", end) + 1, "")
        return
    after_name = document.text.index(":", document.index(document.key_position(pointer))) + 1
    # A comment in between would be lost: then nothing is changed, and what was expected does not come about.
    if "#" not in document.text[after_name:inner]:
        yield Edit(after_name, inner, " ")


def _is_flow(document: Document, pointer: Pointer) -> bool:
    return document.text[document.index(document.value_position(pointer))] == "{"


def _scalar_end(text: str, start: int) -> int:
    """Where a scalar on one line of a flow collection ends."""
    quote = text[start]
    if quote in "'\"":
        return text.index(quote, start + 1) + 1
    end = start
    while end < len(text) and text[end] not in _FLOW_END:
        end += 1
    return start + len(text[start:end].rstrip())


def _line_break(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"
