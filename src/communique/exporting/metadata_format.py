"""Metadata: files that describe the other files of the export, in the standards of catalogues and libraries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..files.checksum import Digest
from ..files.package_modules import values_in
from . import metadata
from .format import Format, Piece
from .inventory import Inventory
from .metadata.checksums import CHECKSUMS, checksums
from .metadata.document import Contents, Document
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table

_CHUNK = 65_536


class Metadata(TableExporter):
    """Writes what is known of the files when all others are written. The rows are only counted."""

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Nothing."""
        yield from ()

    def describe(self, files: Mapping[str, Digest], inventory: Inventory) -> Iterator[Piece]:
        """Every document for which enough is known, and the checksums of all files."""
        contents = Contents(inventory.description, self.tables, inventory.rows, files)
        digests = dict(files)
        for document in values_in(metadata, Document):
            if (content := document.make(contents)) is not None:
                digests[document.path] = Digest.of(content)
                yield from _parts(document.path, content)
        yield from _parts(CHECKSUMS, checksums(digests))


def _parts(path: str, content: bytes) -> Iterator[Piece]:
    for start in range(0, len(content), _CHUNK):
        yield path, content[start : start + _CHUNK]


FORMAT = Format("metadata", Metadata, TABLE_PARTS, by_default=False)
