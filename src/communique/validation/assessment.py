"""From what was found in each file and the summaries of the corpus to a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import NO_PASSAGES, PassageCount, Report
from ..text.source_text import Texts
from . import registry
from .context import Context, Summaries
from .examination import Examined, Reach, typed_record
from .judgement import Documents, Judged, judge
from .passages import missing_texts

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from .look_ups import Notes

_NOTHING = Judged()
_LATELY_READ = 32  # records that are kept because more findings are probably about them


class Extent:
    """How far a file was checked; there is one object for all files that were checked equally far.

    ``codes`` are those of the rules over the corpus that had all information, ``failed`` those of rules with a defect.
    """

    def __init__(self, reach: Reach, codes: tuple[str, ...], failed: frozenset[str]) -> None:
        self.reach, self.codes, self.failed = reach, codes, failed

    @classmethod
    @cache
    def of(cls, reach: Reach, codes: tuple[str, ...], failed: frozenset[str]) -> Extent:
        """The object for this extent."""
        return cls(reach, codes, failed)


class Standing(NamedTuple):
    """All that a report says of one file."""

    id: str | None
    extent: Extent
    findings: Sequence[Finding] = ()
    passages: PassageCount = NO_PASSAGES


class Judge:
    """Judges the records of a corpus. Whatever it asks of other records is written in ``notes``, if there are any."""

    def __init__(
        self,
        summaries: Summaries,
        documents: Documents,
        texts: Texts | None,
        today: date,
        notes: Notes | None = None,
    ) -> None:
        @lru_cache(maxsize=_LATELY_READ)
        def record(path: str) -> Record | None:
            return typed_record(documents(path))

        self.summaries, self.documents = summaries, notes.content(documents) if notes else documents
        self.context = Context(summaries, texts or Texts(), today, record, has_texts=texts is not None, notes=notes)
        self.internal_errors: list[str] = []
        """Defects that were found until now."""
        self._notes = notes

    def standings(self, examined: Iterable[Examined], wanted: Collection[str]) -> list[tuple[str, Standing]]:
        """What is to be said of each file in ``wanted``, by its path; the internal errors of all are noted."""
        found: list[tuple[str, Standing]] = []
        for each in examined:
            if each.path in wanted:
                found.append((each.path, self.standing(each)))
            else:
                self.internal_errors += each.internal_errors
        return found

    def standing(self, examined: Examined) -> Standing:
        """What is to be said of the file."""
        judged = self._judged(examined)
        self.internal_errors += (*examined.internal_errors, *judged.internal_errors)
        findings = _sorted(examined, judged)
        extent = Extent.of(examined.reach, judged.codes, examined.failed)
        return Standing(examined.id, extent, findings, judged.passages)

    def _judged(self, examined: Examined) -> Judged:
        summary = examined.summary
        if not (summary and summary.is_loaded):
            return _NOTHING
        with self._notes.judging(summary) if self._notes else nullcontext(summary) as own:
            return judge(own, self.context, self.documents, examined.failed)


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
        if each.passages is not NO_PASSAGES:
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
