"""From what was found in each file and the summaries of the corpus to a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import NO_PASSAGES, Report
from ..text.source_text import Texts
from ..working import Lost, mapped
from . import registry
from .context import Context, Summaries
from .examination import Examined, Reach, typed_record
from .judgement import Documents, Judged, judge
from .passages import missing_texts
from .standing import Extent, Standing

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from .look_ups import Notes

_NOTHING = Judged()
_LATELY_READ = 32  # records that are kept because more findings are probably about them


class _Outcome(NamedTuple):
    """What became of judging one file: its standing, defects, and what was looked up of other records."""

    standing: Standing
    internal_errors: Sequence[str] = ()
    look_ups: Collection[str] = ()


class Judge:
    """Judges the records of a corpus, in up to ``jobs`` processes.

    With ``notes``, it is noted what was looked up of other records.
    """

    def __init__(
        self,
        summaries: Summaries,
        documents: Documents,
        texts: Texts | None,
        today: date,
        notes: Notes | None = None,
        jobs: int = 1,
    ) -> None:
        @lru_cache(maxsize=_LATELY_READ)
        def record(path: str) -> Record | None:
            return typed_record(documents(path))

        self.summaries, self.documents = summaries, notes.content(documents) if notes else documents
        self.context = Context(summaries, texts or Texts(), today, record, has_texts=texts is not None, notes=notes)
        self.internal_errors: list[str] = []
        """Defects that were found until now."""
        self.askers: dict[str, list[str]] = {}
        """By look-up, the paths of the files for which it was made until now."""
        self._notes, self._jobs = notes, jobs

    def standings(self, examined: Sequence[Examined], wanted: Collection[str]) -> list[tuple[str, Standing]]:
        """What is to be said of each file in ``wanted``, by its path; the internal errors of all are noted."""
        found: list[tuple[str, Standing]] = []
        outcomes = self._outcomes([each for each in examined if each.path in wanted])
        for each in examined:
            self.internal_errors += each.internal_errors
            if each.path in wanted:
                found.append((each.path, self._noted(each.path, next(outcomes))))
        return found

    def _outcomes(self, examined: Sequence[Examined]) -> Iterator[_Outcome]:
        # By number, because forked processes have them all, and sending them would take as long as judging them.
        numbers, jobs = range(len(examined)), self._jobs
        for number, each in enumerate(mapped(lambda n: self._outcome(examined[n]), numbers, jobs, only_forked=True)):
            yield _lost(examined[number], each.reason) if isinstance(each, Lost) else each

    def _noted(self, path: str, outcome: _Outcome) -> Standing:
        self.internal_errors += outcome.internal_errors
        for look_up in outcome.look_ups:
            self.askers.setdefault(look_up, []).append(path)
        return outcome.standing

    def _outcome(self, examined: Examined) -> _Outcome:
        judged, look_ups = self._judged(examined)
        findings = _sorted(examined, judged)
        extent = Extent.of(examined.reach, judged.codes, examined.failed)
        return _Outcome(Standing(examined.id, extent, findings, judged.passages), judged.internal_errors, look_ups)

    def _judged(self, examined: Examined) -> tuple[Judged, Collection[str]]:
        summary = examined.summary
        if not (summary and summary.is_loaded):
            return _NOTHING, ()
        if self._notes is None:
            return judge(summary, self.context, self.documents, examined.failed), ()
        with self._notes.judging(summary) as (own, look_ups):
            judged = judge(own, self.context, self.documents, examined.failed)
        return judged, look_ups


def _lost(examined: Examined, reason: str) -> _Outcome:
    """What remains of a file if the process ended that judged it."""
    standing = Standing(examined.id, Extent.of(examined.reach, (), examined.failed), examined.findings)
    return _Outcome(standing, (f"judging {examined.path}: {reason}",))


def assess(examined: Sequence[Examined], wanted: Collection[str], judge: Judge) -> Report:
    """The report on the files in ``wanted``, in the order given.

    Only internal errors are reported of other files that were ``examined``.
    """
    return report_on(judge.standings(examined, wanted), examined, judge)


def report_on(standings: Sequence[tuple[str, Standing]], examined: Sequence[Examined], judge: Judge) -> Report:
    """The report on the files with these standings, all of which were ``examined``."""
    wanted = {path for path, _ in standings}
    texts = {each.path: each.text for each in examined if each.text and each.path in wanted}
    report = composed(standings, judge, texts)
    if not judge.context.has_texts:
        return report
    summaries = (each.summary for each in examined if each.path in wanted)
    loaded = [summary for summary in summaries if summary and summary.is_loaded]
    return report._replace(missing_texts=missing_texts(loaded, judge.context))


def composed(standings: Iterable[tuple[str, Standing]], judge: Judge, texts: Mapping[str, str]) -> Report:
    """The report on these files, by path, in their order. ``texts`` are those that are known of files with findings."""
    findings: list[Finding] = []
    paths: list[str] = []
    passages, skipped = NO_PASSAGES, 0
    ids: dict[str, str] = {}
    applied: dict[str, frozenset[str]] = {}
    is_complete = judge.summaries.is_complete
    for path, each in standings:
        paths.append(path)
        findings += each.findings
        if each.id is not None:
            ids[path] = each.id
        if each.passages != NO_PASSAGES:
            passages += each.passages
        skipped += not each.extent.reach.is_loaded
        applied[path] = _applied(each.extent, is_complete)
    return Report(
        findings=tuple(findings),
        paths=tuple(paths),
        passages=passages,
        texts={path: texts.get(path) or judge.documents(path).text for path in dict.fromkeys(f.path for f in findings)},
        internal_errors=tuple(judge.internal_errors),
        ids=ids,
        skipped=skipped,
        applied=applied,
        unread=judge.summaries.unread if judge.summaries.has_records else (),
        rules=tuple(registry.rules().values()),
    )


def _sorted(examined: Examined, judged: Judged) -> Sequence[Finding]:
    if not judged.findings and len(examined.findings) < 2:
        return examined.findings
    return sorted((*examined.findings, *judged.findings), key=_file_order)


def _file_order(finding: Finding) -> tuple[int, int, str, str, str]:
    return finding.line, finding.column, finding.code, finding.pointer, finding.message


@cache
def _applied(extent: Extent, is_complete: bool) -> frozenset[str]:
    """The codes of the rules whose findings in a file are all there; one shared set for all files with the same."""
    rules = registry.rules().values()
    early = [rule for rule in rules if rule.stage.precedes_records]
    match extent.reach:
        case Reach.BROKEN:
            return frozenset()
        case Reach.REFUSED:
            # A warning about a value is dropped if there is an error about it, so its absence means nothing.
            return frozenset(rule.code for rule in early if rule.severity is Severity.ERROR)
        case _:
            own = {rule.code for rule in registry.record_rules()} - extent.failed
            before = set() if extent.reach is Reach.CUT else {rule.code for rule in early}
            beyond = {rule.code for rule in registry.corpus_rules() if rule.looks_beyond and not is_complete}
            return frozenset(before | own | set(extent.codes) - beyond)
