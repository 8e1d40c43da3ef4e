"""A file that a library makes as a whole, in a temporary folder, before it is written to the export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from ..files.temporary_folder import temporary_folder
from .format import Piece

_CHUNK = 65_536


class MadeFile:
    """The file with this name in the export. It is made at ``path``; the folder may hold other temporary files."""

    def __init__(self, name: str) -> None:
        self._open = ExitStack()
        self.folder = self._open.enter_context(temporary_folder())
        self.path = self.folder / name

    def pieces(self) -> Iterator[Piece]:
        """The content, when it is made."""
        with self.path.open("rb") as file:
            while part := file.read(_CHUNK):
                yield self.path.name, part

    def close(self) -> None:
        """Remove the folder."""
        self._open.close()
