"""Where the packed facts of very many summaries are while nobody asks for them."""

from __future__ import annotations

import weakref
from tempfile import SpooledTemporaryFile

_IN_MEMORY = 64 << 20
"""Bytes up to which all are in memory: the facts of some 14,000 records. More are in a temporary file."""


class PackedFacts:
    """Contents, each of which is found again by its place: where it begins, and its length."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed when nobody has this any more
        self._end = 0
        weakref.finalize(self, self._file.close)

    def add(self, content: bytes) -> tuple[int, int] | None:
        """The place of the content from now on; None if there is no room for it."""
        place = self._end, len(content)
        try:
            self._file.seek(self._end)
            self._file.write(content)
        except OSError:
            return None
        self._end += len(content)
        return place

    def at(self, place: tuple[int, int]) -> bytes:
        """The content at the place."""
        self._file.seek(place[0])
        return self._file.read(place[1])
