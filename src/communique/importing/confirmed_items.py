"""The marks that an edit makes needless: who edits all of a marked item, or deletes it, has looked at it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..authoring.confirmation import is_marked, on_lines, unmarked
from ..corpus.record_changes import changes
from ..reading import Document, read_bytes
from ..reading.tokens import tokens
from ..text.lines import Lines
from ..text.pointer import Pointer


def without_edited_marks(content: bytes, new: Mapping[str, Any], path: str) -> bytes:
    """The content of a file without the mark on each item of which the new data keeps nothing.

    A mark on an item of which another part stays is kept, and so is every other comment.
    """
    document = read_bytes(content, path)
    marks = [at for at, comment in tokens(document).commented.items() if is_marked(comment)] if document.sound else []
    if not marks:
        return content
    lines, items = Lines(document.text), _items(document)
    gone = {each.old_pointer for each in changes(document.data, new) if each.kind in ("changed", "removed")}
    numbers = {lines.position(at).line for at in marks}
    edited = [
        number
        for number in sorted(numbers)
        if is_marked(lines[number]) and (found := items.get(number)) and _is_gone(*found, gone)
    ]
    return on_lines(content, edited, unmarked)


def _items(document: Document) -> dict[int, tuple[Pointer, Any]]:
    """By its number, the item that begins on a line, with its pointer; of several the outermost."""
    found: dict[int, tuple[Pointer, Any]] = {}
    for pointer, value in _nodes(document.data, ()):
        found.setdefault(document.key_position(pointer).line, (pointer, value))
    return found


def _nodes(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    for key, each in _parts(value):
        yield (*pointer, key), each
        yield from _nodes(each, (*pointer, key))


def _parts(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return [*value.items()]
    return [*enumerate(value)] if isinstance(value, list) else []


def _is_gone(pointer: Pointer, value: Any, gone: Collection[Pointer]) -> bool:
    """Whether nothing of the value stays: it, what it is in, or all that is in it was changed or removed."""
    if any(pointer[:length] in gone for length in range(1, len(pointer) + 1)):
        return True
    parts = _parts(value)
    return bool(parts) and all(_is_gone((*pointer, key), each, gone) for key, each in parts)
