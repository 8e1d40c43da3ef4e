"""What a worker process does: it receives batches of items, and sends their results."""

from __future__ import annotations

import gc
import pickle
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection

from ..errors import defect
from .lost import Item, Lost, Result, outcome


def work(function: Callable[[Item], Result], connection: Connection, inherited: Iterable[Connection]) -> None:
    """Work until the connection is closed, be it by the end of the process that started this one.

    ``inherited`` are the ends of connections that are not this process's. As long as it held them, the other workers
    could not see that theirs are closed.
    """
    _leave_signals_to_the_parent()
    for each in inherited:
        each.close()
    gc.freeze()  # what was there before the fork is not looked through again, and so not copied
    with suppress(EOFError, OSError):
        while True:
            connection.send([_packed(function, item) for item in connection.recv()])


def _leave_signals_to_the_parent() -> None:
    """Ctrl-C reaches all processes of a terminal; the parent ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})


def _packed(function: Callable[[Item], Result], item: Item) -> bytes:
    try:
        return pickle.dumps(outcome(function, item), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps(Lost(item, f"its result cannot be sent: {defect(error)}"))
