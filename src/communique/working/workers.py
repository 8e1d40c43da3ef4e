"""Worker processes, as the process sees them that started them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic

from .lost import Item
from .start import Method
from .worker import work


@dataclass(frozen=True)
class Batch(Generic[Item]):
    """Items that go to a worker together; the first has the number ``start``. ``is_again`` after a worker has ended."""

    start: int
    items: Sequence[Item]
    is_again: bool = False


@dataclass(frozen=True)
class Done(Generic[Item]):
    """A batch with its results, each pickled; None if the worker ended instead, for a ``reason``."""

    batch: Batch[Item]
    results: Sequence[bytes] | None
    reason: str = ""


@dataclass(eq=False)
class _Worker(Generic[Item]):
    """A process, the connection to it, and the batch on which it works."""

    process: BaseProcess
    connection: Connection
    batch: Batch[Item] | None = None


class Workers(Generic[Item]):
    """Up to ``most`` processes, each started when there is a batch for it and no other is free."""

    def __init__(self, function: Callable[[Item], Any], most: int, method: Method) -> None:
        self._function = function
        self._most = most
        self._forks = method == "fork"
        self._context = get_context("fork") if method == "fork" else get_context("spawn")
        self._workers: list[_Worker[Item]] = []

    @property
    def are_busy(self) -> bool:
        """Whether some worker has a batch."""
        return any(each.batch for each in self._workers)

    @property
    def has_room(self) -> bool:
        """Whether a batch can be handed out."""
        return len(self._workers) < self._most or not all(each.batch for each in self._workers)

    def hand_out(self, batch: Batch[Item]) -> None:
        """Give the batch to a worker."""
        worker = next((each for each in self._workers if not each.batch), None) or self._start()
        worker.batch = batch
        with suppress(OSError):  # it has ended, which `done` will find
            worker.connection.send(batch.items)

    def done(self) -> Iterator[Done[Item]]:
        """Wait until there is something, and yield the batches that came back, and those whose worker has ended."""
        busy = {each.connection: each for each in self._workers if each.batch}
        for ready in wait(list(busy)):
            worker = busy[ready]  # type: ignore[index]  # only connections were given
            batch, worker.batch = worker.batch, None
            assert batch is not None
            try:
                yield Done(batch, worker.connection.recv())
            except (EOFError, OSError):
                yield Done(batch, None, self._ending(worker))

    def end(self) -> None:
        """End all processes at once, whatever they do."""
        for each in self._workers:
            each.process.kill()
        for each in self._workers:
            each.process.join()
            each.process.close()
            each.connection.close()
        self._workers.clear()

    def _start(self) -> _Worker[Item]:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *(each.connection for each in self._workers)] if self._forks else []
        process = self._context.Process(target=work, args=(self._function, theirs, inherited), daemon=True)
        with _signals_held():
            process.start()
            worker = _Worker[Item](process, ours)
            self._workers.append(worker)
        theirs.close()
        return worker

    def _ending(self, worker: _Worker[Item]) -> str:
        """Forget a worker that has ended; returns how it did."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        worker.process.close()
        return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold Ctrl-C back until a new process can ignore it, and this one knows the process."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
