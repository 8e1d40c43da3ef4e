r"""A block: some entries of a section, as a JSON object with one entry a line, compressed.

    {
    "eu":["records/2024/a.yaml"],
    "uk":[]
    }

JSON escapes a line break within a text, so an entry is found, replaced or removed without parsing the others. Lines are
sorted. No JSON text begins another, so the order of lines is that of their keys, whatever the values.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

TARGET = 16_000
"""Characters of a new block. With smaller ones, a lookup reads less, and the index is longer."""

_LEVEL = 1  # a quarter of the size for a third of the time that JSON takes; higher levels give little more
_LINES = "{\n", ",\n", "\n}"
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENCODING = "utf-8", "surrogatepass"

Change = tuple[str, str | None]
"""How a line begins, and the line; None if it is to be removed."""


def beginning(key: str) -> str:
    """How the line of a key begins."""
    return _to_json(key) + ":"


def in_order(keys: Iterable[str]) -> list[str]:
    """The keys in the order of their lines."""
    return sorted(keys, key=beginning)


def line(key: str, value: object) -> str:
    """The line of a key and its value.

    >>> line("eu", ["a.yaml"])
    '"eu":["a.yaml"]'
    """
    return _to_json({key: value})[1:-1]


def changed(lines: list[str], changes: Sequence[Change]) -> list[str]:
    """The lines after these changes, sorted."""
    kept = lines.copy()
    for begins, _ in changes:
        place = bisect_left(kept, begins)
        if kept[place : place + 1] and kept[place].startswith(begins):
            del kept[place]
    return sorted([*kept, *(new for _, new in changes if new is not None)])


def in_blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines in stretches, each of which makes a block. A block may become twice as large before it is split.

    Lines are taken one by one: no more than two blocks are held.
    """
    block: list[str] = []
    after: list[str] = []
    length = length_after = 0
    for each in lines:
        if length < TARGET:
            block.append(each)
            length += len(each)
            continue
        after.append(each)
        length_after += len(each)
        if length_after >= TARGET:
            yield block
            block, length, after, length_after = after, length_after, [], 0
    if block:
        yield [*block, *after]


def least_between(before: str, after: str) -> str:
    """The shortest text that is greater than one line, and not greater than the next.

    >>> least_between('"emu":1', '"euro":2')
    '"eu'
    """
    same = next(place for place, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    return after[: same + 1]


def text_of(lines: Sequence[str]) -> bytes:
    """The lines as JSON text."""
    start, between, end = _LINES
    return (start + between.join(lines) + end).encode(*_ENCODING)


def lines_of(text: bytes) -> list[str]:
    """The lines in a block's text."""
    start, between, end = _LINES
    return text.decode(*_ENCODING)[len(start) : -len(end)].split(between)


def value_in(text: bytes, begins: str) -> bytes | None:
    """The value, as JSON text, on the line that begins like this; None if there is no such line."""
    before = f"\n{begins}".encode(*_ENCODING)
    place = text.find(before)
    if place < 0:
        return None
    start = place + len(before)
    return text[start : text.index(b"\n", start)].removesuffix(b",")


def packed(text: bytes) -> bytes:
    """The text as it is stored."""
    return zlib.compress(text, _LEVEL)


def unpacked(stored: bytes) -> bytes:
    """The text of a stored block, which is known to be genuine."""
    return zlib.decompress(stored)
