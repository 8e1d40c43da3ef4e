"""Hands out batches of items to worker processes, and puts their results into the order of the items."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing import current_process
from typing import Generic

from .lost import Item, Lost, Result, outcome
from .start import Method
from .workers import Batch, Done, Workers

MOST_ENDED = 20
"""Workers that may end unexpectedly; then no more are started."""

_MOST_WORKERS = 60  # Windows can wait for no more
_AHEAD = 4  # batches for each worker that may be done before an earlier one


def mapped_by_workers(
    function: Callable[[Item], Result], items: Iterator[Item], jobs: int, size: int, method: Method
) -> Iterator[Result | Lost[Item]]:
    """The results in the order of the items, made by up to ``jobs`` processes in batches of ``size`` items."""
    if current_process().daemon:  # which may not start others
        yield from (outcome(function, item) for item in items)
        return
    jobs = min(jobs, _MOST_WORKERS)
    workers = Workers(function, jobs, method)
    order = _Order(items, size, ahead=_AHEAD * jobs * size)
    try:
        while True:
            while workers.has_room and (batch := order.next_batch()):
                workers.hand_out(batch)
            if workers.are_busy:
                for done in workers.done():
                    order.take(done)
            elif not order.is_ready:
                return
            for result in order.ready():
                yield pickle.loads(result) if isinstance(result, bytes) else result
    finally:
        workers.end()


class _Order(Generic[Item]):
    """Which batches are left, and which results wait for earlier ones.

    A batch whose worker has ended is done again, each item in a batch of its own: so it is found which item does it,
    and none is lost for a worker that was ended from outside.
    """

    def __init__(self, items: Iterator[Item], size: int, ahead: int) -> None:
        self._items = items
        self._size = size
        self._ahead = ahead
        self._begun = 0  # items that were taken
        self._handed_on = 0  # results
        self._again: deque[Batch[Item]] = deque()
        self._results: dict[int, Sequence[bytes | Lost[Item]]] = {}
        self._ended = 0  # workers

    @property
    def is_ready(self) -> bool:
        """Whether there is a result to hand on."""
        return self._handed_on in self._results

    def next_batch(self) -> Batch[Item] | None:
        """The batch to hand out next; None if there is none, or if earlier ones have to come back first."""
        while batch := self._next_batch():
            if self._ended < MOST_ENDED:
                return batch
            self._lose(batch, f"not done, because {MOST_ENDED} worker processes ended unexpectedly")
        return None

    def take(self, done: Done[Item]) -> None:
        """Take what became of a batch."""
        batch = done.batch
        if done.results is not None:
            self._results[batch.start] = done.results
            return
        self._ended += 1
        if batch.is_again:
            self._lose(batch, f"its worker process {done.reason}")
        else:
            self._again += (Batch(batch.start + n, [item], is_again=True) for n, item in enumerate(batch.items))

    def ready(self) -> Iterator[bytes | Lost[Item]]:
        """The results whose turn it is."""
        while self.is_ready:
            results = self._results.pop(self._handed_on)
            self._handed_on += len(results)
            yield from results

    def _next_batch(self) -> Batch[Item] | None:
        if self._again:
            return self._again.popleft()
        if self._begun - self._handed_on >= self._ahead:
            return None
        batch = Batch(self._begun, list(islice(self._items, self._size)))
        self._begun += len(batch.items)
        return batch if batch.items else None

    def _lose(self, batch: Batch[Item], reason: str) -> None:
        self._results[batch.start] = [Lost(item, reason) for item in batch.items]
