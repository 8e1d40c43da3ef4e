"""A check of the files of a corpus that begins with what an earlier check has kept.

A file is read and examined only if it has changed. If all files are asked for, only those are judged again for which
something was looked up that has changed since. If only some are asked for, the facts of the others are looked up in the
cache, key by key. Else every summary is taken from there. A damaged cache is as good as none.
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
from typing import TYPE_CHECKING, NamedTuple

from ..caching.snapshot import DamagedSnapshotError
from ..diagnostics.report import Report
from .assessment import Judge, composed, report_on
from .context import Summaries
from .examination import Examined
from .examinations import Examinations
from .file_check import File, FileExamined, examine_file
from .judgements import Judgements, Pair, askers, changed_look_ups
from .keeping import keep
from .kept import Kept, OverlaidSummaries
from .look_ups import Notes
from .program import fingerprint
from .standing import Standing
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
_FEW_AGAIN = 8
"""If more than the eighth part of a corpus has changed, or is to be judged again, all of it is judged."""


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
    def _prefix(self) -> str | None:
        """What all paths have before the names of the files; None if they have not the same."""
        first = self.files[0]
        prefix = first.path.removesuffix(first.name)
        return prefix if all(file.path == prefix + file.name for file in self.files) else None

    @cached_property
    def _key(self) -> str:
        """What the standings of all files depend on besides the files; empty if they are not to be kept."""
        is_whole = all(file.path in self.asked for file in self.files)
        if not is_whole or self.texts is not None or self._prefix is None:
            return ""
        return json.dumps([str(Path.cwd()), self._prefix, str(self.today)])

    def _name(self, path: str) -> str:
        """The name of a file, if all paths begin alike."""
        return path[len(self._prefix or "") :]

    def _report(self, examinations: Examinations, kept: Kept | None) -> Report:
        now = self.cache.now()
        changed = [file for file in self.files if not (kept and kept.still_holds(file))]
        gone = kept.names - (self._paths.keys() - {file.name for file in changed}) if kept else set[str]()
        fresh: dict[str, FileExamined] = {}
        found: Iterable[FileExamined] = _noted(
            examinations.of(file._replace(closely=True, for_next=True) for file in changed), changed, fresh
        )
        if kept and self._key == kept.key != "" and (len(changed) + len(gone)) * _FEW_AGAIN <= len(self.files):
            found = list(found)
            if done := self._renewed(kept, fresh, gone):
                return self._kept_for_next(kept, fresh, gone, done, now)
        done = self._judged_afresh(kept, changed, found, gone, examinations.jobs)
        return self._kept_for_next(kept, fresh, gone, done, now)

    def _renewed(self, kept: Kept, fresh: Mapping[str, FileExamined], gone: Set[str]) -> _Done | None:
        """The report, for which only those files are judged whose findings may have changed; None if they are many."""
        new = KnownSummaries(each.examined.summary for each in fresh.values() if each.examined.summary)
        summaries = OverlaidSummaries(kept, new, gone)
        pairs = {name: _pair(name, kept, fresh) for name in {*gone, *fresh}}
        changed = changed_look_ups(pairs, kept, summaries)
        affected = askers(changed, kept)
        if affected is None or len(affected) * _FEW_AGAIN > len(self.files):
            return None
        notes = Notes(self._name)
        judge = Judge(summaries, self.documents, self.texts, self.today, notes)
        again = [
            fresh[file.name].examined if file.name in fresh else kept.examined(file.name)
            for file in self.files
            if file.name in fresh or file.name in affected
        ]
        standings = self._by_name(judge.standings(again, self.asked))
        all_ = ((file.path, standings.get(file.name) or kept.standing(file.name)) for file in self.files)
        texts = {each.examined.path: each.examined.text for each in fresh.values() if each.examined.text}
        return _Done(composed(all_, judge, texts), Judgements(self._key, standings, self._askers(judge), changed))

    def _judged_afresh(
        self, kept: Kept | None, changed: Sequence[File], fresh: Iterable[FileExamined], gone: Set[str], jobs: int
    ) -> _Done:
        """The report, for which every file is judged; the changed files are examined on the way, one by one."""
        is_part = kept is not None and len(self.asked) * _PART < len(self.files)
        is_new = {file.name for file in changed}
        wanted = (file.name for file in self.files if file.path in self.asked or not is_part)
        from_cache = (kept.examined(name) for name in wanted if kept and name not in is_new)
        examined: dict[str, Examined] = {}
        if is_part and kept:
            new = KnownSummaries(_summaries((each.examined for each in fresh), examined))
            examined |= {each.path: each for each in from_cache}
            summaries: Summaries = OverlaidSummaries(kept, new, gone)
            jobs = 1  # whatever is read of the cache is noticed here if it is damaged
        else:
            every = chain(from_cache, (each.examined for each in fresh))
            summaries = KnownSummaries(_summaries(every, examined))
        ordered = [examined[file.path] for file in self.files if file.path in examined]
        notes = Notes(self._name) if self._key else None
        judge = Judge(summaries, self.documents, self.texts, self.today, notes, jobs)
        standings = judge.standings(ordered, self.asked)
        report = report_on(standings, ordered, judge)
        judgements = Judgements(self._key, self._by_name(standings), self._askers(judge), None) if notes else None
        return _Done(report, judgements)

    def _kept_for_next(
        self, kept: Kept | None, fresh: Mapping[str, FileExamined], gone: Set[str], done: _Done, now: int
    ) -> Report:
        """The report, after what is new was kept."""
        report, judgements = done
        if report.internal_errors or any(each.digest is None for each in fresh.values()):
            judgements = None
        if kept is None or self._is_worth_keeping(kept, len(fresh) + len(gone), judgements, now):
            keep(self.cache, self._identity, kept, fresh, gone, judgements, now)
        return report

    def _is_worth_keeping(self, kept: Kept, changes: int, judgements: Judgements | None, now: int) -> bool:
        if judgements is None:
            return changes >= _FEW
        return bool(changes or judgements.standings) or kept.can_sign(now)

    def _askers(self, judge: Judge) -> dict[str, list[str]]:
        return {look_up: [*map(self._name, paths)] for look_up, paths in judge.askers.items()}

    def _by_name(self, standings: Iterable[tuple[str, Standing]]) -> dict[str, Standing]:
        return {self._name(path): standing for path, standing in standings}


class _Done(NamedTuple):
    """The report of a run, and what is to be kept of its judgements."""

    report: Report
    judgements: Judgements | None


def _pair(name: str, kept: Kept, fresh: Mapping[str, FileExamined]) -> Pair:
    """The summary of a file as it was, and as it is."""
    before = kept.summary(name) if name in kept.names else None
    return before, fresh[name].examined.summary if name in fresh else None


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
