"""Shows how far a long run is: a bar, only in a terminal, and only if there is much to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from ..exporting.thing import Thing
    from ..validation.file_check import File

T = TypeVar("T")

_MANY = 100  # files or things from which a bar is shown


def reading(files: Sequence[File]) -> Iterator[File]:
    """The files, with a bar."""
    return _with_bar(files, len(files), "Reading")


def writing(things: Iterable[Thing], number: int) -> Iterator[Thing]:
    """The things, of which there are so many, with a bar."""
    return _with_bar(things, number, "Writing")


def _with_bar(items: Iterable[T], number: int, label: str) -> Iterator[T]:
    if number < _MANY or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=number, label=label, file=sys.stderr) as bar:
        yield from bar
