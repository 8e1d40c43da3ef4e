"""The summaries of a corpus, and the index by which rules look facts up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..files.paths import place
from . import registry
from .aspect import Aspect
from .summary import Summary

_Index = dict[str, Summary | list[Summary]]


class KnownSummaries:
    """Summaries in memory, in the order of the corpus: what defines for others first, then by path."""

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self._summaries = sorted(summaries, key=corpus_order)
        self._index: dict[str, _Index] = {
            aspect.name: {} for aspect in registry.aspects() if aspect.shared and not aspect.definitions
        }
        for summary in self._summaries:
            self._add(summary)
        self.unread = tuple(each.path for each in self._summaries if each.is_unread)
        self.is_complete = all(each.is_loaded for each in self._summaries)
        self.has_records = any(each.is_loaded for each in self._summaries)

    def __iter__(self) -> Iterator[Summary]:
        return iter(self._summaries)

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key."""
        found = self._index[aspect.index].get(key, ())
        return (found,) if isinstance(found, Summary) else found

    def _add(self, summary: Summary) -> None:
        for name, index in self._index.items():
            for key, _ in summary.facts.get(name, ()):
                known = index.setdefault(key, summary)
                if known is summary:
                    continue
                if isinstance(known, Summary):
                    index[key] = [known, summary]
                elif known[-1] is not summary:
                    known.append(summary)


def corpus_order(summary: Summary) -> tuple[bool, str]:
    """The order of the files of a corpus: first those on which others depend, then by path."""
    return summary.kind == "announcement", str(place(Path(summary.path)))
