"""The summaries of a corpus, and the index by which rules look facts up."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..files.paths import place
from . import registry
from .aspect import Aspect
from .summary import Summary

_Index = dict[int, Summary | list[Summary]]

_MOST_AS_OBJECTS = 1_000
"""In a larger corpus the summaries are packed."""


class KnownSummaries:
    """Summaries in memory, in the order of the corpus: what defines for others first, then by path.

    The index has the hashes of keys, to save memory: a summary may be found that has no fact with the key.
    """

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self._summaries: list[Summary] = []
        self._index: dict[str, _Index] = {
            aspect.name: {} for aspect in registry.aspects() if aspect.shared and not aspect.definitions
        }
        for summary in summaries:
            self._add(summary)
        self._summaries.sort(key=corpus_order)
        for index in self._index.values():
            for found in index.values():
                if isinstance(found, list):
                    found.sort(key=corpus_order)
        self.unread = tuple(each.path for each in self._summaries if each.is_unread)
        self.is_complete = all(each.is_loaded for each in self._summaries)
        self.has_records = any(each.is_loaded for each in self._summaries)

    def __iter__(self) -> Iterator[Summary]:
        return iter(self._summaries)

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries that may have a fact of a shared aspect with this key, in the order of the corpus."""
        found = self._index[aspect.index].get(hash(key), ())
        return (found,) if isinstance(found, Summary) else found

    def _add(self, summary: Summary) -> None:
        for name, index in self._index.items():
            for key, _ in summary.facts.get(name, ()):
                number = hash(key)
                known = index.setdefault(number, summary)
                if known is summary:
                    continue
                if isinstance(known, Summary):
                    index[number] = [known, summary]
                elif known[-1] is not summary:
                    known.append(summary)
        self._summaries.append(summary)
        if len(self._summaries) > _MOST_AS_OBJECTS:
            summary.pack()


def corpus_order(summary: Summary) -> tuple[bool, str]:
    """The order of the files of a corpus: first those on which others depend, then by path."""
    return summary.kind == "announcement", _place(summary.path, os.getcwd())  # noqa: PTH109  very often


@lru_cache(maxsize=1 << 17)
def _place(path: str, here: str) -> str:
    """The place of a path that is given from the current folder, which is ``here``."""
    return str(place(Path(path)))
