"""The type of an export format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..corpus.corpus import Corpus


class Exporter(Protocol):
    """Yields the files of an export: path below the export folder, and content."""

    def __call__(self, corpus: Corpus, *, embed: bool) -> Iterator[tuple[str, bytes]]: ...


@dataclass(frozen=True)
class Format:
    """An export format: its name for ``--format``, and the function that makes the files."""

    name: str
    export: Exporter
