"""The summaries of a corpus in which only few files change from one check to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import TYPE_CHECKING, Any

from .summaries import KnownSummaries, corpus_order

if TYPE_CHECKING:
    from .aspect import Aspect
    from .summary import Summary


class Layer:
    """Keeps the index of the files that do not change, which takes long to make for a large corpus."""

    def __init__(self) -> None:
        self._known: dict[str, Summary] = {}
        self._index = KnownSummaries(())

    def of(self, summaries: Iterable[Summary]) -> KnownSummaries:
        """These summaries; the index is made again only if there are others than before."""
        found: dict[str, Summary] = {}

        def noted() -> Iterator[Summary]:
            for each in summaries:
                found[each.path] = each
                yield each

        if not self._known:
            self._index = KnownSummaries(noted())  # each is packed before the next is made
        elif any(self._known.get(each.path) is not each for each in [*noted()]) or len(found) < len(self._known):
            self._index = KnownSummaries(found.values())
        self._known = found
        return self._index


class LayeredSummaries:
    """The summaries of several sets of files as those of one corpus."""

    def __init__(self, *layers: KnownSummaries) -> None:
        self._layers = layers
        unread = merge(*(each.unread_summaries for each in layers), key=corpus_order)
        self.unread = tuple(each.path for each in unread)
        self.is_complete = all(each.is_complete for each in layers)
        self.has_records = any(each.has_records for each in layers)

    def __iter__(self) -> Iterator[Summary]:
        return merge(*self._layers, key=corpus_order)

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key, in the order of the corpus."""
        found = [summary for each in self._layers for summary in each.with_key(aspect, key)]
        return sorted(found, key=corpus_order) if len(found) > 1 else found

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""
        return [key for key in keys if len(self.with_key(aspect, key)) > 1]
