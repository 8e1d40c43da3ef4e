"""A snapshot: a file of named sections, each a mapping from texts to JSON values. Only what is asked for is read.

The file is, in this order:

- the blocks, one after the other: stretches of a section's entries in the order of their keys, compressed JSON text;
- the index, as JSON: the identity, and for each section where its blocks begin, their lengths and their MACs;
- the trailer: the length of the index, its MAC, and the name of the format.

Opening reads the trailer and the index; a lookup reads one block. Nothing is believed before its MAC was verified. The
file is never changed, only replaced: whoever has it open keeps what it was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..errors import CommuniqueError
from ..files.regular_file import open_regular, read_at
from .block import beginning, unpacked, value_in
from .index import TRAILER_BYTES, Index, Section, from_bytes, read_trailer
from .mac import Part, is_genuine

_MOST_HELD = 1 << 26
"""Bytes of blocks that are kept for further lookups."""


class DamagedSnapshotError(CommuniqueError):
    """A part of the snapshot cannot be read or is not genuine. Work without it, and write a whole one, with no base."""


class Snapshot:
    """An open snapshot. It gives what was written, or raises; an absent key is never a damaged one."""

    def __init__(self, handle: int, index: Index, secret: bytes) -> None:
        self._file = os.fdopen(handle, "rb", buffering=0)
        self._secret = secret
        self._texts: dict[int, bytes] = {}
        self._held = 0
        self.is_damaged = False
        """Whether damage was found. Whoever catches all errors, as a rule's defects are, may have caught that one."""
        self.sections = index.sections
        """By name: where the blocks of each section are."""

    @classmethod
    def open(cls, path: Path, identity: str, secret: bytes) -> Self | None:
        """The snapshot at the path; None if there is none that was written for this identity with this secret."""
        try:
            handle = open_regular(path, follow=False)
        except (OSError, ValueError):
            return None
        try:
            index = _read_index(handle, secret)
        except BaseException:
            os.close(handle)
            raise
        if index is None or index.identity != identity:
            os.close(handle)
            return None
        return cls(handle, index, secret)

    def get(self, section: str, key: str) -> Any:
        """The value of the key, as JSON gives it: a tuple comes back as a list. None if the key is absent.

        Raises:
            DamagedSnapshotError: the snapshot is damaged where the key would be, or was found to be damaged before.
        """
        self._refuse_damaged()
        blocks = self.sections.get(section)
        if blocks is None:
            return None
        begins = beginning(key)
        value = value_in(self._held_text(blocks, blocks.block_of(begins)), begins)
        return None if value is None else self._parsed(value)

    def items(self, section: str) -> Iterator[tuple[str, Any]]:
        """Keys and values of the section.

        Raises:
            DamagedSnapshotError: the snapshot is damaged in this section, or was found to be damaged before.
        """
        self._refuse_damaged()
        blocks = self.sections.get(section)
        if blocks is None:
            return
        for block in range(len(blocks.starts)):
            yield from self._parsed(self.text(blocks, block)).items()

    def text(self, section: Section, block: int) -> bytes:
        """The text of a block, as ``block`` describes it.

        Raises:
            DamagedSnapshotError: it is damaged, or the snapshot was found to be damaged before.
        """
        self._refuse_damaged()
        try:
            stored = self.stored(*section.span(block))
        except OSError as error:
            raise self._damaged() from error
        if not is_genuine(self._secret, Part.BLOCK, stored, section.macs[block]):
            raise self._damaged()
        return unpacked(stored)

    def stored(self, start: int, end: int) -> bytes:
        """The bytes between two offsets, not verified; fewer if the file ends before.

        Raises:
            OSError: it cannot be read.
        """
        return read_at(self._file.fileno(), end - start, start)

    def close(self) -> None:
        """Close the file; nothing can be read any more."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def _parsed(self, text: bytes) -> Any:
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise self._damaged() from error

    def _refuse_damaged(self) -> None:
        if self.is_damaged:
            raise self._damaged()

    def _damaged(self) -> DamagedSnapshotError:
        self.is_damaged = True
        return DamagedSnapshotError("the snapshot is damaged")

    def _held_text(self, section: Section, block: int) -> bytes:
        start, _ = section.span(block)
        text = self._texts.get(start)
        if text is None:
            text = self.text(section, block)
            if self._held > _MOST_HELD:
                self._texts.clear()
                self._held = 0
            self._texts[start] = text
            self._held += len(text)
        return text


def _read_index(handle: int, secret: bytes) -> Index | None:
    try:
        size = os.fstat(handle).st_size
        trailer = read_trailer(read_at(handle, TRAILER_BYTES, max(0, size - TRAILER_BYTES)))
        if trailer is None:
            return None
        start = size - TRAILER_BYTES - trailer.index_bytes
        index = from_bytes(read_at(handle, trailer.index_bytes, start), trailer, secret)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None
    return index if index and _end(index) == start else None


def _end(index: Index) -> int:
    return max((each.ends[-1] for each in index.sections.values()), default=0)
