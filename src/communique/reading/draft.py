"""A document while it is being read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import Any

from ..diagnostics.finding import Advice, Finding, Severity
from ..diagnostics.internal_error import internal_error
from ..diagnostics.rule import Rule
from ..text.lines import Lines, Position
from ..text.pointer import Pointer
from .document import Document, Mark, Placed, Places
from .finding_limit import is_full, next_listed


class Draft(Placed):
    """What was read of a file so far. It has the fields of the `Document` that it becomes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.internal_errors: list[str] = []
        self.text = ""
        self.data: Any = None
        self.complete = False
        self._marks: dict[Pointer, Mark] = {}
        self.written: dict[Pointer, str] = {}
        self.spoiled: set[Pointer] = set()
        self._lines = "", Lines("")

    @property
    def marks(self) -> dict[Pointer, Mark]:
        return self._marks

    @property
    def lines(self) -> Lines:
        if self._lines[0] is not self.text:
            self._lines = self.text, Lines(self.text)
        return self._lines[1]

    @contextmanager
    def guard(self, doing: str) -> Iterator[None]:
        """Turn an exception into an internal error of this file, so that other files are still checked."""
        try:
            yield
        except Exception as error:
            self.internal_errors.append(internal_error(doing, self.path, error))

    def add(
        self,
        rule: type[Rule],
        message: str,
        at: Position,
        pointer: Pointer = (),
        help: str = "",
        replacement: str = "",
        severity: Severity | None = None,
        advice: tuple[Advice, ...] = (),
    ) -> None:
        """Add a finding, unless the file has so many already that more would not help."""
        if not is_full(self.findings):
            finding = rule.finding(message, self.path, at, pointer, help, replacement, severity, advice)
            self.findings.append(next_listed(self.findings, finding))

    def places(self) -> Places:
        """Where the nodes that were read are."""
        return Places(MappingProxyType(self._marks), MappingProxyType(self.written))

    def document(self) -> Document:
        """The document, which cannot be changed any more."""
        return Document(
            self.path,
            self.text,
            self.data,
            self.complete,
            partial(Places, *self.places()),
            frozenset(self.spoiled),
            tuple(self.findings),
            tuple(self.internal_errors),
        )
