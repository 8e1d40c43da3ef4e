"""From the corpus to files that other programs open.

A format is one file here that holds a `Format`, by which it is found.
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
    """Write the corpus in the formats named into the folder ``to``, whole or not at all; gives the files' names.

    Raises:
        ExportError: a format is not known, or the folder cannot be written.
    """
    files: dict[str, bytes] = {}
    for name in formats:
        if name not in FORMATS:
            raise ExportError(f"{name} is no export format; the formats are {', '.join(FORMATS)}")
        files.update(FORMATS[name].export(corpus, embed=embed))
    publish(files, to)
    return sorted(files)
