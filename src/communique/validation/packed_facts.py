"""Where the packed facts of very many summaries are while nobody asks for them."""

from __future__ import annotations

import os
import weakref
from functools import cached_property
from tempfile import TemporaryFile
from typing import IO

_IN_MEMORY = 8 << 20
"""Bytes that stay in memory: the facts of some 1,700 records. More are in a temporary file."""

Place = tuple[int, int]
"""Where a content begins in the file, and its length."""


class PackedFacts:
    """Keeps in a temporary file what is too much for the memory."""

    def __init__(self) -> None:
        self._in_memory = self._end = 0

    def add(self, content: bytes) -> Place | None:
        """The place of the content from now on; None if it has to stay in memory."""
        if self._in_memory + len(content) <= _IN_MEMORY:
            self._in_memory += len(content)
            return None
        try:
            self._file.seek(self._end)
            self._file.write(content)
            self._file.flush()
        except OSError:  # no room
            return None
        place = self._end, len(content)
        self._end += len(content)
        return place

    def at(self, place: Place) -> bytes:
        """The content at the place."""
        start, length = place
        if hasattr(os, "pread"):  # forked processes share the position in the file
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)

    @cached_property
    def _file(self) -> IO[bytes]:
        file = TemporaryFile()  # noqa: SIM115  closed when nobody has this any more
        weakref.finalize(self, file.close)
        return file
