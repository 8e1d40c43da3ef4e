"""Reads an export back into records.

Each format is a module here with a `Reader`, which is found automatically. `exporting.losses` says what is lost.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..files.package_modules import values_in
from .gathering import ImportedRecord
from .notes import Notes
from .reader import ImportFailedError, Reader

__all__ = ["READERS", "ImportFailedError", "Imported", "ImportedRecord", "Reader", "read", "reader_of"]

_PREFERRED = ("jsonl", "json", "csv")
"""The formats of a folder with several: first those that are read with the fewest losses."""

READERS: Mapping[str, Reader] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Reader)})


class Imported(NamedTuple):
    """What was read back: the format, records in the order of their kinds and ids, and findings about single cells."""

    format: str
    records: Sequence[ImportedRecord]
    findings: Sequence[Finding]


def reader_of(path: Path) -> tuple[Reader, Path] | None:
    """The reader for a file or folder of an export, and the file or folder that it reads; None if there is none."""
    order = [READERS[name] for name in dict.fromkeys((*_PREFERRED, *READERS))]
    return next(((each, found) for each in order if (found := each.finds(path))), None)


def read(path: Path, format: str | None = None) -> Imported:
    """Read an export back: a folder of one, or a single file such as ``corpus.xlsx``.

    Raises:
        ImportFailedError: it is no export, is damaged, or is too large.
    """
    found = reader_of(path) if format is None else _with_format(path, format)
    if found is None:
        raise ImportFailedError(f"{path} is no export that can be read back; formats: {', '.join(READERS)}")
    reader, at = found
    notes = Notes()
    return Imported(reader.name, reader.read(at, notes), notes.findings)


def _with_format(path: Path, format: str) -> tuple[Reader, Path] | None:
    if format not in READERS:
        raise ImportFailedError(f"unknown format {format!r}; formats: {', '.join(READERS)}")
    at = READERS[format].finds(path)
    return (READERS[format], at) if at else None
