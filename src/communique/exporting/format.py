"""The type of an export format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..files.checksum import Digest
from .inventory import Inventory
from .records import Things
from .thing import Thing

Piece = tuple[str, bytes]
"""The path of a file below the export folder, and the next part of its content."""


class Exporter:
    """Writes the files of one format, piece by piece, and holds no more than a batch of things."""

    def __init__(self, records: Things) -> None:
        self.records = records

    def begin(self) -> Iterator[Piece]:
        """What is written before the first thing."""
        yield from ()

    def add(self, thing: Thing) -> Iterator[Piece]:
        """What is written for a thing. Things are added in the order of their tables and ids."""
        raise NotImplementedError

    def end(self) -> Iterator[Piece]:
        """What is written after the last thing."""
        yield from ()

    def describe(self, files: Mapping[str, Digest], inventory: Inventory) -> Iterator[Piece]:
        """What is written of the files of all formats, and of what they have, when all these are written."""
        yield from ()

    def close(self) -> None:
        """Remove what was held back; called last, even if there was an error."""


@dataclass(frozen=True)
class Format:
    """An export format: its name for ``--format``, and what makes its exporter.

    ``parts`` are the properties of a `Thing` that are made as soon as its record is read, and kept until all records
    are. With ``model`` any property can be made later, but the model is large. A format is written ``by_default`` if no
    other is asked for.
    """

    name: str
    exporter: Callable[[Things], Exporter]
    parts: tuple[str, ...] = ("model",)
    by_default: bool = True
