"""A file as it was read: plain data, and where every node of it stands."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, NamedTuple

from ..findings import Finding, Rule, Severity
from ..pointer import Pointer, json_pointer
from . import limits
from .lines import START, Lines, Position
from .problems import LimitExceeded


class Mark(NamedTuple):
    """Where a node stands: its key (if it is the value of one) and its value."""

    key: Position | None
    value: Position


@dataclass
class Document:
    """One file: its data (JSON types only), the marks of its nodes, and what was found wrong while reading.

    ``complete`` is false if reading had to stop, so that ``data`` is not all that the file holds.
    ``spoiled`` are nodes whose value could not be made out; nothing more can be said about them.
    ``troubles`` are errors of the program itself.
    """

    path: str
    text: str = ""
    data: Any = None
    complete: bool = False
    marks: dict[Pointer, Mark] = field(default_factory=dict)
    spoiled: set[Pointer] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    _lines: tuple[str, Lines] | None = field(default=None, repr=False)

    @contextmanager
    def guard(self, doing: str) -> Iterator[None]:
        """Turn an error of the program itself into a trouble of this file, so that the others are still looked at."""
        try:
            yield
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{PurePath(place.filename).name}:{place.lineno}"
            self.troubles.append(f"{doing} {self.path}: {type(error).__name__} at {where}: {error}"[:500])

    def add(
        self, rule: type[Rule], message: str, at: Position, pointer: Pointer = (), help: str = "", replacement: str = ""
    ) -> None:
        """Note something that is wrong, unless so much is wrong already that there is no use in saying more."""
        if len(self.findings) < limits.MAX_FINDINGS:
            self.findings.append(self.finding(rule, message, at, pointer, help, replacement=replacement))
        elif not self.is_full:
            more = f"more than {limits.MAX_FINDINGS} things are wrong in this file; the rest is not listed"
            self.findings.append(self.finding(LimitExceeded, more, at, help="mend some of them and look again"))

    def drop_warnings(self, pointer: Pointer) -> None:
        """Forget the warnings about a value of which something worse is to be said."""
        about = json_pointer(pointer)
        self.findings = [f for f in self.findings if f.severity is Severity.ERROR or f.pointer != about or not about]

    @property
    def is_full(self) -> bool:
        """Whether nothing more will be noted."""
        return len(self.findings) > limits.MAX_FINDINGS

    def finding(
        self,
        rule: type[Rule],
        message: str,
        at: Position,
        pointer: Pointer = (),
        help: str = "",
        severity: Severity | None = None,
        replacement: str = "",
    ) -> Finding:
        """A finding about this file."""
        where = json_pointer(pointer)
        severity = severity or rule.severity
        return Finding(rule.code, rule.name, severity, message, self.path, *at, where, help, replacement)

    @property
    def sound(self) -> bool:
        """Whether nothing worse than a warning was found while reading."""
        return self.complete and not any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def lines(self) -> Lines:
        """The text by lines."""
        if self._lines is None or self._lines[0] is not self.text:
            self._lines = self.text, Lines(self.text)
        return self._lines[1]

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
