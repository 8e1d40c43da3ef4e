"""Which files have a key, for very many keys: a sorted array takes a tenth of the memory of a dictionary."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

_BITS = 24
"""Of a number: the rest is a part of the hash of the key."""
_MOST = (1 << _BITS) - 1
_HASH = (1 << 63 - _BITS) - 1


class KeyTable:
    """The numbers of files by the hashes of their keys: a number may be found that does not have the key.

    An entry is a hash and the number of a file. The entries are sorted at the first question after some were added.
    """

    def __init__(self) -> None:
        self._entries, self._is_sorted = array("q"), True
        self._repeated: frozenset[int] | None = None

    def add(self, keys: Iterable[str], file: int) -> None:
        """Note that the file, whose number is below 16 million, has these keys."""
        self._entries.extend([(hash(key) & _HASH) << _BITS | file for key in set(keys)])
        self._is_sorted, self._repeated = False, None

    def files(self, key: str) -> Sequence[int]:
        """The files that may have the key, by number."""
        entries = self._sorted()
        first = (hash(key) & _HASH) << _BITS
        place, end = bisect_left(entries, first), len(entries)
        found: list[int] = []
        while place < end and (file := entries[place] - first) <= _MOST:
            if file not in found[-1:]:  # two of its keys can have the same hash
                found.append(file)
            place += 1
        return found

    def repeated(self, keys: Iterable[str]) -> list[str]:
        """Those of the keys that several files may have; another key can have the same hash."""
        if self._repeated is None:
            pairs = pairwise(self._sorted())
            self._repeated = frozenset(one >> _BITS for one, other in pairs if one >> _BITS == other >> _BITS)
        repeated = self._repeated
        return [key for key in keys if hash(key) & _HASH in repeated] if repeated else []

    def _sorted(self) -> array[int]:
        if not self._is_sorted:
            self._entries, self._is_sorted = array("q", sorted(self._entries)), True
        return self._entries
