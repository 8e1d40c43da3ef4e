"""Work for worker processes, and processes of their own in which a test has it done.

The tests have threads, so their own processes cannot be forked. These are forked from one that has none.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from communique.working import Lost, mapped

Result = TypeVar("Result")
_FORKS = multiprocessing.get_context("forkserver")
Run = tuple[list[Any], bool]
"""Results, and whether a process was left over."""


def in_a_fork(function: Callable[..., Result], *arguments: Any, daemon: bool = False) -> Result:
    """The result of the function, called in a process of its own."""
    ours, theirs = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_send, args=(theirs, function, arguments), daemon=daemon)
    process.start()
    theirs.close()
    result: Result = ours.recv()
    process.join()
    return result


def _send(connection: Connection, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    connection.send(function(*arguments))


def results(function: Callable[[Any], Any], items: Iterable[Any], jobs: int, batch: int) -> Run:
    """What `mapped` yields, by worker processes from the first item on."""
    found = list(mapped(function, items, jobs, batch=batch, patience=0.0))
    return found, has_children()


def has_children() -> bool:
    """Whether this process has children that it has not waited for."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return bool(multiprocessing.active_children())
    return True


def square(number: int) -> int:
    return number * number


def process_id(number: int) -> int:
    return os.getpid()


def refuse_sevens(number: int) -> int:
    if number % 7 == 0:
        raise ValueError(f"{number} is a seven")
    return number


def unsendable(number: int) -> object:
    return (lambda: number) if number == 3 else number


def end_at_five(number: int) -> int:
    if number == 5:
        os._exit(3)
    return number


def be_killed_at_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def end_once(marker: str) -> str:
    """Ends its process if the file is not there yet."""
    if not Path(marker).exists():
        Path(marker).touch()
        os._exit(1)
    return marker


def end_always(log: str) -> None:
    with Path(log).open("ab") as file:
        file.write(b".")
    os._exit(1)


def left_early() -> tuple[bool, bool]:
    """Whether there are processes after the first result, and after the iterator was closed."""
    found = mapped(square, range(1000), 2, batch=1, patience=0.0)
    next(found)
    before = has_children()
    found.close()
    return before, has_children()


def interrupted() -> tuple[type[BaseException], bool]:
    """What Ctrl-C raises, and whether a process is left."""
    found = mapped(square, range(1000), 2, batch=1, patience=0.0)
    next(found)
    try:
        found.throw(KeyboardInterrupt)
    except BaseException as error:
        return type(error), has_children()
    return type(None), has_children()  # type: ignore[return-value]


def most_taken(jobs: int, batch: int) -> int:
    """The largest number of items that were taken without having been handed on."""
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    most = 0
    for handed_on, _ in enumerate(mapped(square, items(), jobs, batch=batch, patience=0.0)):
        most = max(most, taken - handed_on)
    return most


def meeting() -> list[int | Lost[int]]:
    """The results of two items that each wait for the other."""
    pipes = os.pipe(), os.pipe()

    def meet(number: int) -> int:
        os.write(pipes[number][1], b".")
        return len(os.read(pipes[1 - number][0], 1))

    return list(mapped(meet, range(2), 2, batch=1, patience=0.0))
