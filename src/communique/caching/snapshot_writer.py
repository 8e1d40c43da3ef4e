"""Writes snapshots: whole, or as changes to a base, whose other blocks are copied as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from ..files.atomic_write import WriteError, replace_private
from .block import Change, beginning, changed, in_blocks, least_between, line, lines_of, packed, text_of
from .index import Index, Section, to_bytes
from .mac import Part, mac
from .snapshot import DamagedSnapshotError, Snapshot


class Entries(Protocol):
    """Keys and their values, such as a mapping; they are asked for once, when their section is written."""

    def items(self) -> Iterable[tuple[str, Any]]: ...


class InOrder:
    """Entries that are made one by one when they are written, as all at once would be large: in the order of lines."""

    def __init__(self, make: Callable[[], Iterable[tuple[str, Any]]]) -> None:
        self._make = make

    def items(self) -> Iterable[tuple[str, Any]]:
        """The keys, as `in_order` sorts them, and their values."""
        return self._make()


Put = Mapping[str, Entries]
"""By section: its entries."""
Delete = Mapping[str, Iterable[str]]
"""By section: keys."""

_COPIED_AT_ONCE = 1 << 20


def write_snapshot(
    path: Path, identity: str, secret: bytes, put: Put, *, delete: Delete | None = None, base: Snapshot | None = None
) -> bool:
    """Replace the file by a snapshot of these entries; with a base, of the base's entries after these changes.

    A key that is both deleted and put is put. Damage in a block of the base that does not change is copied, and found
    when the block is read.

    Returns:
        Whether it was written. If not, the file is what it was before: the folder cannot be written, the base is
        damaged where it changes, or a value cannot be written as JSON.
    """

    def write(file: BinaryIO) -> None:
        sections = dict(_written_sections(file, secret, put, delete or {}, base))
        file.write(to_bytes(Index(identity, sections), secret))

    try:
        replace_private(path, write)
    except (WriteError, DamagedSnapshotError, ValueError, RecursionError):
        return False
    return True


def _written_sections(
    file: BinaryIO, secret: bytes, put: Put, delete: Delete, base: Snapshot | None
) -> Iterable[tuple[str, Section]]:
    """Write the blocks of all sections; a section without entries is left out."""
    before = base.sections if base else {}
    for name in dict.fromkeys([*before, *put, *delete]):
        writer = _SectionWriter(file, secret)
        new: Entries = put.get(name, {})
        if base and name in before:
            _revise(writer, base, before[name], _changes(new, delete.get(name, ())))
        else:
            lines = (line(key, value) for key, value in new.items())
            writer.add("", _ascending(lines) if isinstance(new, InOrder) else sorted(lines))
        if section := writer.section():
            yield name, section


def _ascending(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for each in lines:
        if each <= last:
            raise ValueError("entries are not in order")
        yield each
        last = each


def _changes(put: Entries, delete: Iterable[str]) -> list[Change]:
    """What is to be done, in the order of lines."""
    changes: dict[str, str | None] = {beginning(key): None for key in delete}
    changes |= {beginning(key): line(key, value) for key, value in put.items()}
    return sorted(changes.items())


def _revise(writer: _SectionWriter, base: Snapshot, old: Section, changes: Sequence[Change]) -> None:
    """Write the blocks in which something changes, and copy the others."""
    copied = 0
    for block, own in groupby(changes, lambda each: old.block_of(each[0])):
        before = lines_of(base.text(old, block))
        after = changed(before, list(own))
        if after != before:
            writer.copy(base, old, range(copied, block))
            writer.add(old.starts[block], after)
            copied = block + 1
    writer.copy(base, old, range(copied, len(old.starts)))


class _SectionWriter:
    """Writes blocks of one section, one after the other, and notes where they are."""

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        self._file = file
        self._secret = secret
        self._offset = file.tell()
        self._starts: list[str] = []
        self._ends: list[int] = []
        self._macs: list[str] = []

    def section(self) -> Section | None:
        """What was written; None if that is nothing."""
        if not self._starts:
            return None
        return Section(["", *self._starts[1:]], self._ends, self._macs, self._offset)

    def add(self, start: str, lines: Iterable[str]) -> None:
        """Write lines as new blocks, the first of which has this start."""
        last = ""
        for block in in_blocks(lines):
            stored = packed(text_of(block))
            self._file.write(stored)
            self._starts.append(least_between(last, block[0]) if last else start)
            self._ends.append(self._file.tell())
            self._macs.append(mac(self._secret, Part.BLOCK, stored))
            last = block[-1]

    def copy(self, base: Snapshot, old: Section, blocks: range) -> None:
        """Write blocks of the base as they are."""
        if not blocks:
            return
        start, end = old.span(blocks[0])[0], old.ends[blocks[-1]]
        moved = self._file.tell() - start
        for place in range(start, end, _COPIED_AT_ONCE):
            self._file.write(base.stored(place, min(end, place + _COPIED_AT_ONCE)))
        if self._file.tell() != end + moved:
            raise DamagedSnapshotError("the base ends too early")
        within = slice(blocks.start, blocks.stop)
        self._starts += old.starts[within]
        self._ends += [each + moved for each in old.ends[within]]
        self._macs += old.macs[within]
