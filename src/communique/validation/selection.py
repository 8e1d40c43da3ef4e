"""What has something to look at in a record, of all rules or of all aspects."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

_MOST_KNOWN = 1024
"""Records with the same needed words get the same selection, so few selections are ever made."""


class Needing(Protocol):
    """Something that finds nothing in a record without any of these words; in any record if there are none."""

    @property
    def needs(self) -> Collection[str]:
        """Keys, texts or codes."""


N = TypeVar("N", bound=Needing)


class Selection(Generic[N]):
    """Selects by the words of a record, without asking each rule or aspect."""

    def __init__(self, every: Iterable[N]) -> None:
        self._every = tuple(every)
        self._needed = frozenset[str]().union(*(each.needs for each in self._every))
        self._with = lru_cache(_MOST_KNOWN)(self._find)

    def of(self, words: frozenset[str]) -> tuple[N, ...]:
        """Those that may find something in a record with these words, in their order."""
        return self._with(words & self._needed)

    def _find(self, words: frozenset[str]) -> tuple[N, ...]:
        return tuple(each for each in self._every if not each.needs or not words.isdisjoint(each.needs))
