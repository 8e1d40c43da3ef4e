"""A document while it is being read."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from ..text.lines import Lines
from ..text.pointer import Pointer
from .document import Document, Mark, Placed
from .file_findings import FileFindings


class Draft(Placed, FileFindings):
    """What was read of a file so far. It has the fields of the `Document` that it becomes."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.text = ""
        self.data: Any = None
        self.complete = False
        self.marks: dict[Pointer, Mark] = {}
        self.written: dict[Pointer, str] = {}
        self.spoiled: set[Pointer] = set()
        self._lines = "", Lines("")

    @property
    def lines(self) -> Lines:
        if self._lines[0] is not self.text:
            self._lines = self.text, Lines(self.text)
        return self._lines[1]

    def document(self) -> Document:
        """The document, which cannot be changed any more."""
        return Document(
            self.path,
            self.text,
            self.data,
            self.complete,
            MappingProxyType(dict(self.marks)),
            MappingProxyType(dict(self.written)),
            frozenset(self.spoiled),
            tuple(self.findings),
            tuple(self.internal_errors),
        )
