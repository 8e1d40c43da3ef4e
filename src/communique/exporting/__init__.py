"""Exports a corpus to files for other programs.

Each format is a module here with a `Format`, which is found automatically.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from types import MappingProxyType

from ..files.checksum import Digest
from ..files.package_modules import values_in
from .earlier_export import ExportError
from .folder import publish
from .format import Exporter, Format, Piece
from .inventory import Inventory
from .records import HeldThings, Things
from .table_exporter import TableExporter
from .table_feed import TableFeed
from .thing import Thing, WatchThings, things

__all__ = [
    "FORMATS",
    "ExportError",
    "Exporter",
    "Format",
    "HeldThings",
    "Inventory",
    "Things",
    "WatchThings",
    "export",
    "pieces",
]

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Format)})


def export(
    records: Things, formats: Iterable[str], to: Path, *, embed: bool = False, watch: WatchThings | None = None
) -> list[str]:
    """Write the records in these formats to the folder ``to``, completely or not at all; returns the file names.

    Raises:
        ExportError: a format is unknown, or the folder cannot be written.
    """
    names = list(dict.fromkeys(formats))
    for name in names:
        if name not in FORMATS:
            raise ExportError(f"unknown export format {name!r}; valid formats: {', '.join(FORMATS)}")
    inventory = Inventory()
    return publish(pieces(records, names, inventory, embed=embed, watch=watch), to, inventory)


def pieces(
    records: Things,
    formats: Iterable[str],
    inventory: Inventory | None = None,
    *,
    embed: bool = False,
    watch: WatchThings | None = None,
) -> Iterator[Piece]:
    """The files of these formats, piece by piece, made in one pass over the records, and then what describes them.

    What they have is counted in the ``inventory``. ``watch`` receives the things and yields them, to report progress.
    """
    inventory = inventory or Inventory()
    with ExitStack() as stack:
        exporters = [stack.enter_context(closing(FORMATS[name].exporter(records))) for name in formats]
        if fed := [each for each in exporters if isinstance(each, TableExporter)]:
            exporters.insert(0, stack.enter_context(closing(TableFeed(records, fed, inventory.rows))))
        describing = [each for each in exporters if type(each).describe is not Exporter.describe]
        files: dict[str, Digest] = {}
        for path, piece in _data(things(records, embed=embed, watch=watch), exporters, inventory):
            if describing:
                files.setdefault(path, Digest()).add(piece)
            yield path, piece
        for exporter in describing:
            yield from exporter.describe(files, inventory)


def _data(found: Iterable[Thing], exporters: Iterable[Exporter], inventory: Inventory) -> Iterator[Piece]:
    for exporter in exporters:
        yield from exporter.begin()
    for thing in found:
        inventory.add(thing)
        for exporter in exporters:
            yield from exporter.add(thing)
    for exporter in exporters:
        yield from exporter.end()
