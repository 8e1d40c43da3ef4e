"""What an earlier run found out about the files of a corpus, and what of it still holds.

A snapshot of the cache has these sections. Files are known by their names, the paths within the corpus.

- ``file``: by name, a `Row`: how the file is recognised, and its standing in the last run over all files;
- ``digest``: by name, the digest of the content, for files that are not recognised otherwise;
- ``found``: by name, the findings of that run, for files that have some;
- ``asked``: by look-up, the names of the files for which it was made; true if they are nearly all files;
- ``examined``: by name, what the local phase found, with the summary;
- ``index NAME``: for each aspect with an index, by key, the names of the files with such a fact;
- ``corpus``: which files are not loaded records; and what the standings depend on besides the files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..caching.freshness import Signature, is_unchanged, lasting_signature
from ..diagnostics.finding import Finding
from ..diagnostics.report import NO_PASSAGES, PassageCount
from ..files.checksum import sha256
from ..reading.record_files import content
from . import registry
from .aspect import Aspect
from .examination import Examined, Reach
from .file_check import File
from .look_ups import key_in
from .standing import Extent, Standing
from .summaries import KnownSummaries, corpus_order
from .summary import Summary

if TYPE_CHECKING:
    from ..caching.snapshot import Snapshot


class Row(NamedTuple):
    """What is read of every file at once.

    ``signature`` is that by which it is recognised without reading it; None if it has to be read. ``extent`` is the
    number of that to which it was checked; None if it was not judged.
    """

    signature: Signature | None
    id: str | None = None
    extent: int | None = None
    passages: tuple[int, ...] = ()


class Kept:
    """What an earlier check found in files, by their names. Any access may raise `DamagedSnapshotError`.

    ``path`` gives the path by which a file is reported now.
    """

    def __init__(self, snapshot: Snapshot, path: Callable[[str], str]) -> None:
        self.snapshot, self._path = snapshot, path
        self._rows: dict[str, list[Any]] = dict(snapshot.items("file"))
        self._summaries: dict[str, Summary | None] = {}
        self.resigned: dict[str, os.stat_result] = {}
        """Files with the same content as before, whose signature has changed."""

    @property
    def names(self) -> Set[str]:
        """Every file that is known."""
        return self._rows.keys()

    def row(self, name: str) -> Row:
        """What is known of the file as it was."""
        return Row(*self._rows[name])

    def still_holds(self, file: File) -> bool:
        """Whether the file is what it was when it was examined."""
        row = self._rows.get(file.name)
        if row is None:
            return False
        try:
            # The target of a symlink can be moved out of the corpus without a change: a symlink has no signature.
            status = os.lstat(file.path)  # a Path for each of very many files is slow
        except OSError:
            return False
        if is_unchanged(status, row[0]):
            return True
        if not self._has_digest(file):
            return False
        self.resigned[file.name] = status
        return True

    def can_sign(self, now: int) -> bool:
        """Whether a file that had to be read can be recognised without reading it from now on."""
        return any(lasting_signature(status, now) for status in self.resigned.values())

    def examined(self, name: str) -> Examined:
        """What was found in the file."""
        found = Examined.from_json(self._path(name), self.snapshot.get("examined", name), registry.aspects())
        self._summaries[name] = found.summary
        return found

    def summary(self, name: str) -> Summary | None:
        """The summary of the file; None if it is a file of another program."""
        if name not in self._summaries:
            self.examined(name)
        return self._summaries[name]

    def with_key(self, index: str, key: str) -> list[str]:
        """The names of the files with a fact that has this key."""
        found: list[str] = self.snapshot.get(f"index {index}", key) or []
        return found

    @cached_property
    def unloaded(self) -> Mapping[str, bool | None]:
        """The files that are no loaded records: whether they may define any id; None for files of other programs."""
        found: Mapping[str, bool | None] = self.snapshot.get("corpus", "unloaded") or {}
        return found

    @property
    def is_complete(self) -> bool:
        """Whether every record was loaded."""
        return all(is_unread is None for is_unread in self.unloaded.values())

    @property
    def unread(self) -> Set[str]:
        """The paths of the files that might define any id."""
        return {self._path(name) for name, is_unread in self.unloaded.items() if is_unread}

    @cached_property
    def key(self) -> str:
        """What the standings depend on besides the files; empty if there are none."""
        return self._judged["key"] if self._judged else ""

    def standing(self, name: str) -> Standing:
        """The standing of the file in the last run over all files."""
        _, id, extent, passages = self._rows[name]
        findings: Sequence[Finding] = ()
        if name in self._found:
            path = self._path(name)
            findings = [Finding.from_json(path, each) for each in self._found[name]]
        return Standing(id, self.extents[extent], findings, PassageCount(*passages) if passages else NO_PASSAGES)

    @cached_property
    def extents(self) -> Sequence[Extent]:
        """How far files were checked, by the number in their rows."""
        known = self._judged["extents"] if self._judged else []
        return [Extent.of(Reach(reach), tuple(codes), frozenset()) for reach, codes in known]

    def noted_askers(self, look_up: str) -> list[str] | Literal[True]:
        """The names of the files for which a look-up was noted; true if they are nearly all files."""
        names: list[str] | Literal[True] = self.snapshot.get("asked", look_up) or []
        return names

    @property
    def look_ups(self) -> Set[str]:
        """Every look-up that was noted."""
        return {look_up for look_up, _ in self.snapshot.items("asked")}

    @property
    def found_names(self) -> Set[str]:
        """The names of the files with findings."""
        return self._found.keys()

    def askers(self, look_up: str) -> Set[str] | None:
        """The names of all files for which a look-up was made; None if they are nearly all files."""
        names = self.noted_askers(look_up)
        if names is True:
            return None
        known = key_in(look_up)
        return {*names, *(name for index in known[0] for name in self.with_key(index, known[1]))} if known else {*names}

    @cached_property
    def _judged(self) -> Mapping[str, Any] | None:
        found: Mapping[str, Any] | None = self.snapshot.get("corpus", "judged")
        return found

    @cached_property
    def _found(self) -> Mapping[str, Any]:
        return dict(self.snapshot.items("found"))

    def _has_digest(self, file: File) -> bool:
        from pathlib import Path

        known: str | None = self.snapshot.get("digest", file.name)
        try:
            return sha256(content(Path(file.path), file.folder)) == known
        except OSError:
            return False


class OverlaidSummaries:
    """The summaries of an earlier run, read when they are needed, and over them those of the files that changed."""

    def __init__(self, kept: Kept, fresh: KnownSummaries, gone: Set[str]) -> None:
        """``gone`` are the names of files whose summaries do not hold any more."""
        self._kept, self._fresh, self._gone = kept, fresh, gone
        old = {name: is_unread for name, is_unread in kept.unloaded.items() if name not in gone}
        unread = [*filter(None, map(kept.summary, (name for name, is_unread in old.items() if is_unread)))]
        unread += (summary for summary in fresh if summary.is_unread)
        self.unread = tuple(summary.path for summary in sorted(unread, key=corpus_order))
        self.is_complete = fresh.is_complete and all(is_unread is None for is_unread in old.values())
        self.has_records = fresh.has_records or any(name not in gone and name not in old for name in kept.names)

    def __iter__(self) -> Iterator[Summary]:
        known = (self._kept.summary(name) for name in self._kept.names if name not in self._gone)
        return iter(sorted((*filter(None, known), *self._fresh), key=corpus_order))

    def with_key(self, aspect: Aspect[Any], key: str) -> Sequence[Summary]:
        """The summaries with a fact of a shared aspect that has this key, in the order of the corpus."""
        names = [name for name in self._kept.with_key(aspect.index, key) if name not in self._gone]
        found = [*filter(None, map(self._kept.summary, names)), *self._fresh.with_key(aspect, key)]
        return sorted(found, key=corpus_order) if len(found) > 1 else found

    def repeated(self, aspect: Aspect[Any], keys: Iterable[str]) -> list[str]:
        """Those of the keys that facts of several files have."""
        return [key for key in keys if len(self.with_key(aspect, key)) > 1]
