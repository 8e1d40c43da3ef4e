"""A file as it was read: plain data, and the position of every node."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from ..diagnostics.finding import Finding, Severity
from ..text.lines import START, Lines, Position
from ..text.pointer import Pointer


class Mark(NamedTuple):
    """The position of a node: of its key, if it has one, and of its value."""

    key: Position | None
    value: Position


class Places(NamedTuple):
    """Where the nodes of a document are, and the spelling of each unquoted number, boolean and null."""

    marks: Mapping[Pointer, Mark] = MappingProxyType({})
    written: Mapping[Pointer, str] = MappingProxyType({})


class Placed(ABC):
    """A text, and the positions of the nodes of its data."""

    text: str

    @property
    @abstractmethod
    def marks(self) -> Mapping[Pointer, Mark]:
        """The position of each node."""

    @property
    @abstractmethod
    def lines(self) -> Lines:
        """The text by lines."""

    def index(self, position: Position) -> int:
        """The position as a number of code points from the beginning of the text."""
        return self.lines.start(position.line) + position.column - 1

    def nearest(self, pointer: Pointer) -> Pointer:
        """The pointer to the value, or to the nearest node above it that is in the file."""
        while pointer and pointer not in self.marks:
            pointer = pointer[:-1]
        return pointer

    def value_position(self, pointer: Pointer) -> Position:
        """The position of the value at the pointer; if there is none, of the nearest node above it."""
        mark = self.marks.get(self.nearest(pointer))
        return mark.value if mark else START

    def key_position(self, pointer: Pointer) -> Position:
        """The position of the node's key; an item of a list has none, so the position of the item."""
        if not pointer:
            return START
        mark = self.marks.get(pointer)
        return (mark.key or mark.value) if mark else self.value_position(pointer)


@dataclass(frozen=True)
class Document(Placed):
    """One file: its data (JSON types only), the marks of its nodes, and the findings of reading.

    It is immutable. ``complete`` is false if reading had to stop, so that ``data`` is only a part of the file.
    ``spoiled`` are nodes whose value could not be read; no further findings are made about them. ``internal_errors``
    are defects of communique itself. ``find`` gives the places of the nodes. It is called when the first of them is
    wanted, because most files are clean, and of a clean file nobody wants one.
    """

    path: str
    text: str = ""
    data: Any = None
    complete: bool = False
    find: Callable[[], Places] = field(default=Places, repr=False, compare=False)
    spoiled: frozenset[Pointer] = frozenset()
    findings: tuple[Finding, ...] = ()
    internal_errors: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether reading was complete and gave no finding of severity error."""
        return self.complete and not any(finding.severity is Severity.ERROR for finding in self.findings)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def marks(self) -> Mapping[Pointer, Mark]:
        return self._places.marks

    @property
    def written(self) -> Mapping[Pointer, str]:
        """The spelling of each unquoted number, boolean and null in the file."""
        return self._places.written

    @cached_property
    def _places(self) -> Places:
        return self.find()
