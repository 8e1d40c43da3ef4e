"""What a format of an export is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ..corpus.corpus import Corpus


class Exporter(Protocol):
    """Gives the files of an export of the corpus: name, below the folder of the export, and content."""

    def __call__(self, corpus: Corpus, *, embed: bool) -> Iterator[tuple[str, bytes]]: ...


@dataclass(frozen=True)
class Format:
    """A way to write a corpus: what ``--format`` calls it, and how a corpus becomes files."""

    name: str
    export: Exporter
