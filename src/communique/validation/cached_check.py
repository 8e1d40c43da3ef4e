"""A check of the files of a corpus that begins with what an earlier check has kept.

If nothing has changed, the report is the one that was kept. If only some files are asked for, the facts of the others
are looked up in the cache, key by key; else every summary is taken from there. A file is read and examined only if it
has changed. A damaged cache is as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ..caching.snapshot import DamagedSnapshotError
from ..diagnostics.report import Report
from ..files.checksum import sha256
from . import registry
from .assessment import Judge, assess
from .context import Summaries
from .examination import Examined
from .examinations import Examinations
from .file_check import File, FileExamined, examine_file
from .keeping import keep
from .kept import Kept, OverlaidSummaries
from .program import fingerprint
from .summaries import KnownSummaries
from .summary import Summary

if TYPE_CHECKING:
    from ..caching.cache import Cache
    from ..text.source_text import Texts
    from .judgement import Documents

_FEW = 16
"""If only some files are asked for, so few changed ones are not kept: examining them again is quicker than writing."""
_PART = 8
"""If less than the eighth part of a corpus is asked for, the facts of the other files are looked up one by one."""


@dataclass(frozen=True)
class CachedCheck:
    """One check of one corpus. ``files`` are all of its files, ``asked`` the paths of those to report on."""

    cache: Cache
    files: Sequence[File]
    asked: Collection[str]
    documents: Documents
    texts: Texts | None
    today: date

    def report(self, examinations: Examinations) -> Report:
        """The report, the same as without a cache."""
        snapshot = self.cache.open(self._identity)
        if snapshot:
            with snapshot, suppress(DamagedSnapshotError):
                report = self._report(examinations, Kept(snapshot, self._path))
                if not snapshot.is_damaged:
                    return report
        return self._report(examinations, None)

    @cached_property
    def _identity(self) -> str:
        """What the findings depend on besides the files: the program; and the corpus, which may be one of several."""
        return json.dumps([fingerprint(), sorted({str(file.folder) for file in self.files})])

    @cached_property
    def _paths(self) -> dict[str, str]:
        """By its name, the path by which a file is reported."""
        return {file.name: file.path for file in self.files}

    def _path(self, name: str) -> str:
        """The path by which a file is reported; its name, if it does not exist any more."""
        return self._paths.get(name, name)

    @cached_property
    def _is_whole(self) -> bool:
        return all(file.path in self.asked for file in self.files)

    def _report(self, examinations: Examinations, kept: Kept | None) -> Report:
        now = self.cache.now()
        changed = [file for file in self.files if not (kept and kept.still_holds(file))]
        gone = kept.names - (self._paths.keys() - {file.name for file in changed}) if kept else set[str]()
        if kept and not changed and not gone and (report := self._kept_report(kept)):
            if kept.can_sign(now):
                keep(self.cache, self._identity, kept, {}, (), None, now)
            return report
        fresh: dict[str, FileExamined] = {}
        found = examinations.of(file._replace(closely=True) for file in changed)
        report = self._fresh_report(kept, changed, _noted(found, changed, fresh), gone)
        self._keep(kept, fresh, gone, report, now)
        return report

    def _fresh_report(
        self, kept: Kept | None, changed: Sequence[File], fresh: Iterable[FileExamined], gone: Set[str]
    ) -> Report:
        """The report; the changed files are examined on the way, one by one."""
        is_part = kept is not None and len(self.asked) * _PART < len(self.files)
        is_new = {file.name for file in changed}
        wanted = (file.name for file in self.files if file.path in self.asked or not is_part)
        from_cache = (kept.examined(name) for name in wanted if kept and name not in is_new)
        examined: dict[str, Examined] = {}
        if is_part and kept:
            new = KnownSummaries(_summaries((each.examined for each in fresh), examined))
            examined |= {each.path: each for each in from_cache}
            summaries: Summaries = OverlaidSummaries(kept, new, gone)
        else:
            every = chain(from_cache, (each.examined for each in fresh))
            summaries = KnownSummaries(_summaries(every, examined))
        ordered = [examined[file.path] for file in self.files if file.path in examined]
        return assess(ordered, self.asked, Judge(summaries, self.documents, self.texts, self.today))

    def _kept_report(self, kept: Kept) -> Report | None:
        if self.texts is not None or not (plain := kept.report(self._key(kept, {}))):
            return None
        report = Report.from_json(plain, tuple(registry.rules().values()))
        return report.with_texts(lambda path: self.documents(path).text)

    def _keep(
        self, kept: Kept | None, fresh: Mapping[str, FileExamined], gone: Set[str], report: Report, now: int
    ) -> None:
        if kept and not self._is_whole and len(fresh) + len(gone) < _FEW:
            return
        is_lasting = self._is_whole and self.texts is None and not report.internal_errors
        key = self._key(kept, fresh) if is_lasting else ""
        keep(self.cache, self._identity, kept, fresh, gone, (key, report.as_json()) if key else None, now)

    def _key(self, kept: Kept | None, fresh: Mapping[str, FileExamined]) -> str:
        """Of a report on all files: their contents in their order, and the day. Empty if a file cannot be read."""
        digests = [fresh[name].digest if name in fresh else kept.digest(name) if kept else None for name in self._paths]
        if None in digests:
            return ""
        paths = list(self._paths.values())
        content = json.dumps([str(Path.cwd()), str(self.today), self._is_whole, paths, digests])
        return sha256(content.encode("utf-8", "surrogatepass"))


def _noted(fresh: Iterable[FileExamined], files: Iterable[File], to: dict[str, FileExamined]) -> Iterator[FileExamined]:
    """What was found in each file, which is also added to the dictionary, by the name of the file."""
    for file, each in zip(files, fresh, strict=True):
        to[file.name] = each
        yield _as_asked(file, each)


def _as_asked(file: File, found: FileExamined) -> FileExamined:
    """Without a cache, only files that were asked for are examined closely: defects in others do not show."""
    is_defect = found.examined.internal_errors and found.digest  # else the worker process ended, as ours would
    return examine_file(file) if is_defect and not file.closely else found


def _summaries(examined: Iterable[Examined], to: dict[str, Examined]) -> Iterator[Summary]:
    """The summaries of the files, which are also added to the dictionary; each is packed before the next is made."""
    for each in examined:
        to[each.path] = each
        if each.summary:
            yield each.summary
