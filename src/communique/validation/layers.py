"""The summaries of a corpus in which only few files change from one check to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from typing import TYPE_CHECKING, Any

from .summaries import KnownSummaries, corpus_order

if TYPE_CHECKING:
    from .aspect import Aspect
    from .summary import Summary


class Layers:
    """Keeps the index of the files that do not change, which takes long to make for a large corpus."""

    def __init__(self) -> None:
        self._resting: dict[str, Summary] = {}
        self._index = KnownSummaries(())

    def of(self, summaries: Iterable[Summary], *, is_changing: Callable[[str], bool]) -> LayeredSummaries:
        """These summaries; ``is_changing`` says by its path whether a file may change before the next check."""
        resting: dict[str, Summary] = {}
        changing: list[Summary] = []

        def parted() -> Iterator[Summary]:
            for each in summaries:
                if is_changing(each.path):
                    changing.append(each)
                else:
                    resting[each.path] = each
                    yield each

        if not self._resting:
            self._index = KnownSummaries(parted())  # each is packed before the next is made
        elif any(self._resting.get(each.path) is not each for each in [*parted()]) or len(resting) < len(self._resting):
            self._index = KnownSummaries(resting.values())
        self._resting = resting
        return LayeredSummaries(self._index, KnownSummaries(changing))


class LayeredSummaries:
    """The summaries of two sets of files as those of one corpus."""

    def __init__(self, *layers: KnownSummaries) -> None:
        self._layers = layers
        is_read = not any(each.unread for each in layers)
        self.unread = () if is_read else tuple(each.path for each in self if each.is_unread)
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
