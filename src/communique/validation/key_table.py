"""Which files have a key, for very many keys: a hash table in arrays takes a fifth of the memory of a dictionary."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_SMALLEST = 1 << 6
_EMPTY = -1


class KeyTable:
    """The numbers of files by the hashes of their keys: a number may be found that does not have the key.

    Open addressing with linear probing. A value is the number of the one file, or, below `_EMPTY`, the place of a list
    of several.
    """

    def __init__(self) -> None:
        self._hashes, self._values = array("q", bytes(8 * _SMALLEST)), array("q", [_EMPTY]) * _SMALLEST
        self._count = 0
        self._lists: list[list[int]] = []

    def add(self, key: str, file: int) -> None:
        """Note that the file, which must not have a smaller number than the ones before it, has the key."""
        if self._count * 3 > len(self._values) * 2:
            self._grow()
        place = self._place(hash(key))
        value = self._values[place]
        if value == _EMPTY:
            self._hashes[place], self._values[place] = hash(key), file
            self._count += 1
        elif value < _EMPTY:
            several = self._lists[_EMPTY - 1 - value]
            if several[-1] != file:
                several.append(file)
        elif value != file:
            self._values[place] = _EMPTY - 1 - len(self._lists)
            self._lists.append([value, file])

    def files(self, key: str) -> Sequence[int]:
        """The files that may have the key, in the order in which they were added."""
        value = self._values[self._place(hash(key))]
        if value == _EMPTY:
            return ()
        return (value,) if value > _EMPTY else self._lists[_EMPTY - 1 - value]

    def _place(self, number: int) -> int:
        """Where the hash is, or where it would be."""
        hashes, values = self._hashes, self._values
        mask = len(values) - 1
        place = number & mask
        while values[place] != _EMPTY and hashes[place] != number:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        hashes, values = self._hashes, self._values
        size = len(self._values) * 2
        self._hashes, self._values = array("q", bytes(8 * size)), array("q", [_EMPTY]) * size
        for number, value in zip(hashes, values, strict=True):
            if value != _EMPTY:
                place = self._place(number)
                self._hashes[place], self._values[place] = number, value
