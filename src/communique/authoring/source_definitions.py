"""The definitions of the sources of a corpus, in plain data, so that records with errors are included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..corpus.definitions import defined
from ..text.pointer import Pointer
from ..validation.discovery import Gathered


class SourceDefinition(NamedTuple):
    """Where a source is defined, and as what."""

    path: str
    pointer: Pointer
    data: dict[str, Any]


class SourceDefinitions:
    """Finds the definition of a source in the corpora of some files, which are read when they are needed."""

    def __init__(self, gathered: Sequence[Gathered]) -> None:
        self._gathered = gathered
        self._found: dict[str, dict[str, SourceDefinition]] = {}

    def find(self, id: str, path: str, data: Any) -> SourceDefinition | None:
        """The definition of a source, for a file with this path and data; its own one if it has one."""
        return self._in(path, data).get(id) or next(self._elsewhere(id, path), None)

    def _elsewhere(self, id: str, path: str) -> Iterator[SourceDefinition]:
        corpus = next(each for each in self._gathered if path in each.asked)
        for file in corpus.files if corpus.root else ():
            if file.path not in self._found:
                self._in(file.path, corpus.read(file.path).data)
            if id in self._found[file.path]:
                yield self._found[file.path][id]

    def _in(self, path: str, data: Any) -> dict[str, SourceDefinition]:
        if path not in self._found:
            self._found[path] = {
                id: SourceDefinition(path, each.pointer[:2], data["sources"][each.pointer[1]])
                for id, each in defined(data)
                if each.kind == "source" and not each.merged_into
            }
        return self._found[path]
