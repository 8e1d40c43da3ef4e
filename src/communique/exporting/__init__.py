"""From the corpus to files that other programs open. A new format is a file here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..corpus.corpus import Corpus
from . import csv_format, json_format, jsonl_format
from .earlier_export import ExportError
from .folder import publish

Exporter = Callable[..., Iterator[tuple[str, bytes]]]

FORMATS: dict[str, Exporter] = {
    "json": json_format.export,
    "jsonl": jsonl_format.export,
    "csv": csv_format.export,
}

__all__ = ["FORMATS", "ExportError", "export"]


def export(corpus: Corpus, formats: Iterable[str], to: Path, *, embed: bool = False) -> list[str]:
    """Write the corpus in these formats to the folder ``to``, completely or not at all; returns the file names.

    Raises:
        ExportError: a format is unknown, or the folder cannot be written.
    """
    files: dict[str, bytes] = {}
    for name in formats:
        if name not in FORMATS:
            raise ExportError(f"unknown export format {name!r}; valid formats: {', '.join(FORMATS)}")
        files.update(FORMATS[name](corpus, embed=embed))
    publish(files, to)
    return sorted(files)
