"""The index of a snapshot: which sections there are, and where their blocks are."""

from __future__ import annotations

import json
import struct
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple

from .mac import LENGTH, Part, is_genuine, mac

MOST_BYTES = 1 << 26
"""The largest index that is read: it has place for the blocks of some 10 GB."""

_FORMAT = b"communique snapshot 1\n"
_TRAILER = struct.Struct(f">Q{LENGTH}s{len(_FORMAT)}s")
TRAILER_BYTES = _TRAILER.size


class Section(NamedTuple):
    """Where the blocks of a section are, in the order of their lines.

    A line is in the last block whose start is not greater than it. The first start is "", so that there is always one.
    """

    starts: list[str]
    ends: list[int]
    """Offsets in the file; a block begins where the one before it ends."""
    macs: list[str]
    offset: int
    """Where the first block begins."""

    def block_of(self, begins: str) -> int:
        """The number of the only block that can have the line."""
        return bisect_right(self.starts, begins) - 1

    def span(self, block: int) -> tuple[int, int]:
        """Where the block begins and ends in the file."""
        return (self.ends[block - 1] if block else self.offset), self.ends[block]


class Index(NamedTuple):
    """What the snapshot is of, and its sections in the order of the file."""

    identity: str
    sections: Mapping[str, Section]


class Trailer(NamedTuple):
    """The end of the file."""

    index_bytes: int
    index_mac: str


def to_bytes(index: Index, secret: bytes) -> bytes:
    """The index and the trailer, with which a snapshot ends."""
    sections = {
        name: [each.starts, [end - start for start, end in pairwise([each.offset, *each.ends])], each.macs]
        for name, each in index.sections.items()
    }
    text = json.dumps([index.identity, sections], ensure_ascii=False, separators=(",", ":"))
    content = text.encode("utf-8", "surrogatepass")
    seal = bytes.fromhex(mac(secret, Part.INDEX, content))
    return content + _TRAILER.pack(len(content), seal, _FORMAT)


def read_trailer(content: bytes) -> Trailer | None:
    """The trailer; None if it is not one, or the index is too large to be one of ours."""
    if len(content) != TRAILER_BYTES:
        return None
    length, seal, written_format = _TRAILER.unpack(content)
    return Trailer(length, seal.hex()) if written_format == _FORMAT and length <= MOST_BYTES else None


def from_bytes(content: bytes, trailer: Trailer, secret: bytes) -> Index | None:
    """The index; None if it was not written by somebody who knows the secret."""
    if not is_genuine(secret, Part.INDEX, content, trailer.index_mac):
        return None
    identity, stored = json.loads(content)
    sections = {}
    offset = 0
    for name, (starts, lengths, macs) in stored.items():
        ends = list(accumulate(lengths, initial=offset))[1:]
        sections[name] = Section(starts, ends, macs, offset)
        offset = ends[-1]
    return Index(identity, sections)
