"""The local phase for many files: in up to several processes, and not again for a file that is known."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from ..caching.freshness import signature
from ..corpus.corpus import Record
from ..files.paths import place
from ..working import Lost, mapped
from .file_check import File, FileExamined, examine_file, lost
from .summary import Summary

M = TypeVar("M")


class Examinations:
    """Examines files, in up to ``jobs`` processes; the typed records come along only if asked for."""

    def __init__(self, jobs: int = 1, *, keep_records: bool = False) -> None:
        self.jobs = jobs
        self._examine = partial(examine_file, keep_record=keep_records)

    def of(self, files: Iterable[File]) -> Iterator[FileExamined]:
        """What is found in each file, in their order. A file at which a process ended has an internal error."""
        for each in mapped(self._examine, files, self.jobs):
            yield lost(each.item, each.reason) if isinstance(each, Lost) else each


class HandedOver(Examinations, Generic[M]):
    """Makes something of each typed record where its file is examined, and hands it over, so that nobody holds all."""

    def __init__(self, make: Callable[[Record, str], M], take: Callable[[M, Summary], None], jobs: int = 1) -> None:
        """``make`` has to be picklable, and so has what it makes of a record and the path of its file."""
        super().__init__(jobs)
        self._examine = partial(examine_file, make=make)
        self._take = take

    def of(self, files: Iterable[File]) -> Iterator[FileExamined]:
        """What is found in each file, in their order."""
        for each in super().of(files):
            if each.made is not None and each.examined.summary:
                self._take(each.made, each.examined.summary)
            yield each._replace(made=None)


class RememberedExaminations(Examinations):
    """Examines a file again only if it has changed; for checking the same files again and again."""

    def __init__(self, jobs: int = 1, *, keep_records: bool = False) -> None:
        super().__init__(jobs, keep_records=keep_records)
        self._known: dict[File, FileExamined] = {}

    def forget(self, changed: Container[Path]) -> None:
        """Examine the files with these places again, even if they look unchanged."""
        self._known = {file: found for file, found in self._known.items() if place(Path(file.path)) not in changed}

    def of(self, files: Iterable[File]) -> Iterator[FileExamined]:
        """What is found in each file, in their order."""
        order: deque[File | FileExamined] = deque()

        def unknown() -> Iterator[File]:
            for file in files:
                known = self._holding(file)
                order.append(known or file)
                if known is None:
                    yield file

        for fresh in super().of(unknown()):
            while isinstance(next_ := order.popleft(), FileExamined):
                yield next_
            self._known[next_] = fresh
            yield fresh
        yield from (each for each in order if isinstance(each, FileExamined))

    def _holding(self, file: File) -> FileExamined | None:
        """What is known of the file, if it has not changed since."""
        known = self._known.get(file)
        try:
            holds = known and known.status and signature(os.stat(file.path)) == signature(known.status)  # noqa: PTH116
        except OSError:
            return None
        return known if holds else None
