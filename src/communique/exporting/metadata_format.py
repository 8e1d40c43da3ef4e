"""Metadata: files that describe the other files of the export, in the standards of catalogues and libraries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..files.checksum import Digest
from ..files.package_modules import values_in
from . import metadata
from .format import Format, Piece
from .metadata.checksums import CHECKSUMS, checksums
from .metadata.description import Description
from .metadata.document import Contents, Document
from .records import Things
from .table_exporter import TABLE_PARTS, TableExporter
from .tables import Cells, Table
from .thing import Thing

_CHUNK = 65_536


class Metadata(TableExporter):
    """Counts the rows of the tables, and writes what is known of the files when all others are written."""

    def __init__(self, records: Things) -> None:
        super().__init__(records)
        self._rows = Counter[str]()
        self._description: Description | None = None

    def add(self, thing: Thing) -> Iterator[Piece]:
        """Nothing is written yet."""
        self._description = thing.description or self._description
        yield from ()

    def write(self, table: Table, rows: Sequence[Cells]) -> Iterator[Piece]:
        """Nothing is written yet."""
        self._rows[table.name] += len(rows)
        yield from ()

    def describe(self, files: Mapping[str, Digest]) -> Iterator[Piece]:
        """Every document for which enough is known, and the checksums of all files."""
        contents = Contents(self._description, self.tables, self._rows, files)
        digests = dict(files)
        for document in values_in(metadata, Document):
            if (content := document.make(contents)) is not None:
                digests[document.path] = Digest.of(content)
                yield from _parts(document.path, content)
        yield from _parts(CHECKSUMS, checksums(digests))


def _parts(path: str, content: bytes) -> Iterator[Piece]:
    for start in range(0, len(content), _CHUNK):
        yield path, content[start : start + _CHUNK]


FORMAT = Format("metadata", Metadata, (*TABLE_PARTS, "description"), by_default=False)
