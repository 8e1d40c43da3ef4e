"""Exports a corpus to files for other programs.

Each format is a module here with a `Format`, which is found automatically.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from ..corpus.corpus import Corpus
from ..files.package_modules import values_in
from .earlier_export import ExportError
from .folder import publish
from .format import Format

__all__ = ["FORMATS", "ExportError", "Format", "export"]

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Format)})


def export(corpus: Corpus, formats: Iterable[str], to: Path, *, embed: bool = False) -> list[str]:
    """Write the corpus in these formats to the folder ``to``, completely or not at all; returns the file names.

    Raises:
        ExportError: a format is unknown, or the folder cannot be written.
    """
    files: dict[str, bytes] = {}
    for name in formats:
        if name not in FORMATS:
            raise ExportError(f"unknown export format {name!r}; valid formats: {', '.join(FORMATS)}")
        files.update(FORMATS[name].export(corpus, embed=embed))
    publish(files, to)
    return sorted(files)
