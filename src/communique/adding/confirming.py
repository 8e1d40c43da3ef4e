"""Types of sources that are only likely: marked in the file until the curator states them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..authoring.confirmation import is_marked, marked, on_lines, unmarked
from ..editing import EditError, RecordText
from ..reading import Document, read_bytes
from ..text.lines import Lines
from ..text.pointer import Pointer

TYPE_NOTE = "The type is not confirmed."
"""What the note of a source says as long as its type is only likely."""


class _Type(NamedTuple):
    """The type of a source in a file: its place in the list, its line, and the note of the source."""

    id: str
    place: int
    line: int
    note: str


def with_marks(content: bytes, path: str, ids: Iterable[str]) -> bytes:
    """The content of a file with the mark on the type of each of these sources.

    Raises:
        EditError: the file cannot hold the marks, as JSON cannot.
    """
    wanted = {*ids}
    document = read_bytes(content, path)
    made = on_lines(content, {each.line for each in _types(document) if each.id in wanted}, marked)
    if (read := read_bytes(made, path)).sound < document.sound or read.data != document.data:
        raise EditError("a type that is only likely cannot be marked in this file; state it with --type SITE=CODE")
    return made


def with_marks_at(content: bytes, path: str, pointers: Iterable[Pointer]) -> bytes:
    """The content of a file with the mark on each of these items; one that cannot hold it, as in JSON, has none."""
    document, made = read_bytes(content, path), content
    for number in {document.key_position(each).line for each in pointers}:
        marks = on_lines(made, () if is_marked(Lines(made.decode("utf-8-sig"))[number]) else (number,), marked)
        read = read_bytes(marks, path)
        made = marks if read.sound and read.data == document.data else made
    return made


def with_types(content: bytes, path: str, types: Mapping[str, str]) -> tuple[bytes, list[str]]:
    """The content of a file in which the types of these sources are stated, and the ids of those that were marked.

    Raises:
        EditError: the file cannot be edited.
    """
    lines = Lines(content.decode("utf-8-sig", "replace"))
    marks = [each for each in _types(read_bytes(content, path)) if each.id in types and is_marked(lines[each.line])]
    if not marks:
        return content, []
    file = RecordText(content, path)
    for each in marks:
        _state(file, each, types[each.id])
    stated, ids = file.content(), [each.id for each in marks]
    return on_lines(stated, {each.line for each in _types(read_bytes(stated, path)) if each.id in ids}, unmarked), ids


def _state(file: RecordText, source: _Type, type: str) -> None:
    item = ("sources", source.place)
    if file.data["sources"][source.place]["type"] != type:
        file.replace((*item, "type"), type)
    if source.note == TYPE_NOTE:
        file.remove((*item, "note"))
    elif TYPE_NOTE in source.note:
        file.replace((*item, "note"), source.note.replace(TYPE_NOTE, "").strip())


def _types(document: Document) -> Iterator[_Type]:
    """The types of all sources of a file that have one."""
    sources = document.data.get("sources") if isinstance(document.data, dict) else None
    for place, each in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(each, dict) and "type" in each:
            line = document.key_position(("sources", place, "type")).line
            yield _Type(str(each.get("id", "")), place, line, str(each.get("note", "")))
