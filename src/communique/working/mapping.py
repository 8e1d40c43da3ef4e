"""Maps a function over many items: in this process as long as that is quick, then in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from math import inf
from time import perf_counter

from .lost import Item, Lost, Result, outcome
from .start import PATIENCE, start_method

BATCH = 16


def mapped(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    *,
    batch: int = BATCH,
    patience: float | None = None,
    only_forked: bool = False,
) -> Generator[Result | Lost[Item], None, None]:
    """The result for every item, in the order of the items and the same whatever ``jobs`` is.

    Work begins in this process. After ``patience`` seconds of it, up to ``jobs`` worker processes take over what is
    left, ``batch`` items at a time; by default when more time was spent than their start takes. So little work starts
    none, and what the function loads at its first call is there when processes are forked.

    An item is `Lost` if the function raises an exception, or if a worker ends while it works on the item alone, as
    when the system is out of memory. Function, items and results have to be picklable; with ``only_forked``, which uses
    no processes where they cannot be forked, the function does not.

    Results are handed on in order as soon as they come; those of a few batches are held meanwhile. Close the iterator
    if you leave it early, so that its processes end.
    """
    waiting = iter(items)
    method = start_method()
    is_alone = jobs == 1 or (only_forked and method != "fork")
    limit = inf if is_alone else PATIENCE[method] if patience is None else patience
    is_all = yield from _here(function, waiting, limit)
    if not is_all:
        from .batches import mapped_by_workers  # here, because it imports multiprocessing

        yield from mapped_by_workers(function, waiting, jobs, batch, method)


def _here(
    function: Callable[[Item], Result], items: Iterator[Item], patience: float
) -> Generator[Result | Lost[Item], None, bool]:
    """The results of the first items, until their making has taken ``patience`` seconds; whether these are all.

    The first is not counted, because it takes long for other reasons: what the function needs is loaded.
    """
    spent, is_first = 0.0, True
    while spent < patience:
        try:
            item = next(items)
        except StopIteration:
            return True
        begun = perf_counter()
        result = outcome(function, item)
        spent += 0.0 if is_first else perf_counter() - begun
        is_first = False
        yield result
    return False
