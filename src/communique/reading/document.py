"""A file as it was read: plain data, and where every node of it stands."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from ..diagnostics.finding import Finding, Severity
from ..text.lines import START, Lines, Position
from ..text.pointer import Pointer


class Mark(NamedTuple):
    """Where a node stands: its key (if it is the value of one) and its value."""

    key: Position | None
    value: Position


class Placed(ABC):
    """A text, and where the nodes of its data stand in it."""

    text: str
    marks: Mapping[Pointer, Mark]

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
        """Where the value at the pointer begins; of the nearest node above it, if there is none."""
        mark = self.marks.get(self.nearest(pointer))
        return mark.value if mark else START

    def key_position(self, pointer: Pointer) -> Position:
        """Where the key stands that introduces the node; an item of a list has none, so where the item begins."""
        if not pointer:
            return START
        mark = self.marks.get(pointer)
        return (mark.key or mark.value) if mark else self.value_position(pointer)


@dataclass(frozen=True)
class Document(Placed):
    """One file: its data (JSON types only), the marks of its nodes, and what was found wrong while reading.

    It is never changed once it was read. ``complete`` is false if reading had to stop, so that ``data`` is not all that
    the file holds. ``written`` is how the file writes each number, truth value and null that is not in quotes.
    ``spoiled`` are nodes whose value could not be made out; nothing more can be said about them.
    ``internal_errors`` are errors of the program itself.
    """

    path: str
    text: str = ""
    data: Any = None
    complete: bool = False
    marks: Mapping[Pointer, Mark] = field(default_factory=lambda: MappingProxyType({}))
    written: Mapping[Pointer, str] = field(default_factory=lambda: MappingProxyType({}))
    spoiled: frozenset[Pointer] = frozenset()
    findings: tuple[Finding, ...] = ()
    internal_errors: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing worse than a warning was found while reading."""
        return self.complete and not any(finding.severity is Severity.ERROR for finding in self.findings)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)
