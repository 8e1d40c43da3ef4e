"""The summaries of a corpus, and the index by which rules look facts up."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from . import registry
from .aspect import Aspect
from .key_table import KeyTable
from .summary import Summary

if TYPE_CHECKING:
    from .packed_facts import PackedFacts

_MOST_AS_OBJECTS = 500
"""In a larger corpus the summaries are packed."""


class KnownSummaries:
    """Summaries in memory, in the order of the corpus: what defines for others first, then by path."""

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self._added: list[Summary] = []
        self._packed: PackedFacts | None = None
        self._index = {name: KeyTable() for name in registry.indexed_aspects()}
        for summary in summaries:
            self._add(summary)
        self._ordered = sorted(self._added, key=corpus_order)
        self.unread_summaries = [each for each in self._ordered if each.is_unread]
        self.unread = tuple(each.path for each in self.unread_summaries)
        self.is_complete = all(each.is_loaded for each in self._ordered)
        self.has_records = any(each.is_loaded for each in self._ordered)

    def __iter__(self) -> Iterator[Summary]:
        return iter(self._ordered)

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key, in the order of the corpus."""
        found = [*self._with_key(aspect, key)]
        return sorted(found, key=corpus_order) if len(found) > 1 else found

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""
        perhaps = self._index[aspect.index].repeated(keys)
        return [key for key in perhaps if len([*islice(self._with_key(aspect, key), 2)]) > 1]

    def _with_key(self, aspect: Aspect[Any], key: str) -> Iterator[Summary]:
        """The same as `with_key` in any order; another key can have the same hash, so each summary is asked."""
        numbers = self._index[aspect.index].files(key)
        return (summary for number in numbers if (summary := self._added[number]).at(aspect, key))

    def _add(self, summary: Summary) -> None:
        number = len(self._added)
        self._added.append(summary)
        for name, index in self._index.items():
            if keys := summary.keys(name):
                index.add(keys, number)
        if number >= _MOST_AS_OBJECTS:
            summary.pack(self._place_for_facts())

    def _place_for_facts(self) -> PackedFacts:
        if self._packed is None:
            from .packed_facts import PackedFacts

            self._packed = PackedFacts()
        return self._packed


def corpus_order(summary: Summary) -> tuple[bool, str]:
    """The order of the files of a corpus: first those on which others depend, then by path."""
    return summary.kind == "announcement", _place(summary.path, os.getcwd())  # noqa: PTH109  very often


@lru_cache(maxsize=1 << 17)
def _place(path: str, here: str) -> str:
    """The place of a path that is given from the current folder, which is ``here``. Symlinks are not resolved."""
    return os.path.normpath(os.path.join(here, path))  # noqa: PTH118  Path would keep the parts of every path
