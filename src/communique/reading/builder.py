"""Builds the data of a document from a stream of values; the same for YAML and JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..text.characters import name, unsafe
from ..text.inflection import counted
from ..text.lines import Position
from ..text.pointer import Pointer
from . import limits
from .conflict_markers import holds_conflict
from .document import Mark
from .draft import Draft
from .rules import CONFLICT_HELP, MARK_LEFT, DuplicateKey, MergeConflict, UnsafeCharacter


@dataclass
class _Open:
    """A mapping or list that is being built.

    ``dropped`` is true if the value of the current key is discarded, because the key is a duplicate; ``lost`` if all
    of this is inside such a value. ``repeated`` is the number of its duplicate keys, and ``reported`` the index of the
    finding about the first of them.
    """

    container: dict[str, Any] | list[Any]
    pointer: Pointer
    key: str | None = None
    key_at: Position | None = None
    dropped: bool = False
    lost: bool = False
    repeated: int = 0
    reported: int = 0


_KEEP_ONE = "keep one of the keys, or merge their values"


def _cause(pointer: Pointer) -> str:
    """Why several keys of the object may be in the file twice."""
    if not pointer:
        return "; perhaps the record was pasted twice"
    return "; if a new item begins there, put a dash before it" if isinstance(pointer[-1], int) else ""


class Builder:
    """Takes the events of a reader in order, and builds the data, marks and findings of the document."""

    def __init__(self, document: Draft) -> None:
        self.document = document
        self._stack: list[_Open] = []
        self._nodes = 0

    @property
    def wants_key(self) -> bool:
        """Whether the next scalar is a key."""
        return bool(self._stack) and isinstance(self._stack[-1].container, dict) and self._stack[-1].key is None

    @property
    def pointer(self) -> Pointer:
        """The pointer of the value that comes next."""
        if not self._stack:
            return ()
        parent = self._stack[-1]
        if isinstance(parent.container, list):
            return (*parent.pointer, len(parent.container))
        return (*parent.pointer, parent.key or "")

    def key(self, key: str, at: Position) -> None:
        """A key of the innermost mapping; its value comes next."""
        limits.check_key(key)
        self._note_escaped(key, at)
        parent = self._stack[-1]
        pointer = (*parent.pointer, key)
        parent.key, parent.key_at = key, at
        parent.dropped = key in parent.container
        if parent.dropped:
            self._note_repeated(parent, pointer, at)

    def _note_repeated(self, parent: _Open, pointer: Pointer, at: Position) -> None:
        """Report the first duplicate key of an object; of the others, which have one cause with it, the number."""
        found = self.document.findings
        parent.repeated += 1
        if parent.repeated == 1:
            message = f"duplicate key {pointer[-1]!r}; first on line {self.document.key_position(pointer).line}"
            parent.reported = len(found)
            self.document.add(DuplicateKey, message, at, pointer, _KEEP_ONE)
        elif parent.reported < len(found) and found[parent.reported].name == DuplicateKey.name:
            first = found[parent.reported]
            message = f"{first.message.partition(', and')[0]}, and {counted(parent.repeated - 1, 'more duplicate')}"
            found[parent.reported] = replace(first, message=message, help=_KEEP_ONE + _cause(parent.pointer))

    def scalar(self, value: Any, at: Position) -> None:
        """A text, number, boolean or null."""
        if isinstance(value, str):
            self._note_escaped(value, at)
            if holds_conflict(value):
                self.document.add(MergeConflict, MARK_LEFT, at, self.pointer, CONFLICT_HELP)
        self._place(value, at)

    def _note_escaped(self, text: str, at: Position) -> None:
        """Report unsafe characters that are written as escapes, which the raw text does not contain."""
        if match := unsafe(text):
            if match[0] in self.document.text:  # allowed next to other letters of the file, but not in this text
                message, help = f"invisible character {name(match[0])}", "delete it"
            else:
                message = f"escape for the invisible character {name(match[0])}"
                help = "delete the escape"
            self.document.add(UnsafeCharacter, message, at, self.pointer, help)

    def open(self, container: dict[str, Any] | list[Any], at: Position) -> None:
        """A mapping or list begins."""
        limits.check_depth(len(self._stack) + 1)
        pointer = self.pointer
        parent = self._stack[-1] if self._stack else None
        self._place(container, at, keep_key=True)
        self._stack.append(_Open(container, pointer, lost=bool(parent and (parent.dropped or parent.lost))))

    def close(self) -> None:
        """The innermost mapping or list ends."""
        self._stack.pop()
        if self._stack:
            self._stack[-1].key = None

    def _place(self, value: Any, at: Position, *, keep_key: bool = False) -> None:
        self._nodes += 1
        limits.check_nodes(self._nodes)
        if not self._stack:
            self.document.data = value
            self.document.marks[()] = Mark(None, at)
            return
        parent = self._stack[-1]
        # Of two values with the same key the first is kept; the second is built apart from the data, and discarded.
        if not parent.dropped:
            if not parent.lost:
                self.document.marks[self.pointer] = Mark(parent.key_at, at)
            if isinstance(parent.container, list):
                parent.container.append(value)
            else:
                parent.container[parent.key or ""] = value
        if not keep_key:
            parent.key = None
