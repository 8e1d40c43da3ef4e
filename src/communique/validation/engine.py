"""From documents to a report: each file is examined by itself, then judged by the facts of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from ..corpus.corpus import Corpus, Entry, Record
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..reading import Document
from ..text.source_text import Texts
from . import registry
from .context import Context
from .discovery import Gathered, Watch
from .examination import Examined, Reach, examine, typed_record
from .examinations import Examinations
from .file_check import File
from .judgement import Documents, Judged, judge
from .passages import count_passages, missing_texts
from .summaries import KnownSummaries, corpus_order

_NOTHING = Judged((), (), ())
_LATELY_READ = 32  # documents and records that are kept because more findings are probably about them


class Checked(NamedTuple):
    """A corpus that was checked, and the report."""

    corpus: Corpus
    report: Report


def check(
    documents: Sequence[Document],
    asked: Collection[str] | None = None,
    texts: Texts | None = None,
    today: date | None = None,
) -> Report:
    """The report of `check_corpus`."""
    return check_corpus(documents, asked, texts, today).report


def check_corpus(
    documents: Sequence[Document],
    asked: Collection[str] | None = None,
    texts: Texts | None = None,
    today: date | None = None,
) -> Checked:
    """Check the documents of one corpus, as of ``today``; report on those whose paths are in ``asked``.

    By default all documents are reported, and today is the current date. The findings of a file do not depend on which
    other files are in ``asked`` or on the order of the documents, and checking them again gives the same.
    """
    wanted = {document.path for document in documents} if asked is None else set(asked)
    examined = [examine(document, closely=document.path in wanted) for document in documents]
    known = {document.path: document for document in documents}
    report = assess(examined, wanted, known.__getitem__, texts, today)
    return Checked(typed_corpus(examined), report)


def check_files(
    files: Gathered,
    texts: Texts | None = None,
    today: date | None = None,
    *,
    watch: Watch = iter,
    whole: bool = False,
    examinations: Examinations | None = None,
) -> Checked:
    """Check the files of one corpus and report on the requested ones, or on the ``whole`` corpus.

    A file is forgotten as soon as its summary is made, and read again only if a finding has to be placed in it. The
    typed records are in the result only for a ``whole`` corpus. ``examinations`` may use several processes, or know
    files from before.
    """
    listed = (File(str(path), folder, whole or str(path) in files.asked) for path, folder in watch(files.files))
    examined = []
    for each, *_ in (examinations or Examinations(keep_records=whole)).of(listed):
        if each.summary or each.path in files.asked:  # a corpus may contain files of other programs
            examined.append(each)
    wanted = {each.path for each in examined} if whole else files.asked
    report = assess(examined, wanted, lru_cache(maxsize=_LATELY_READ)(files.read), texts, today)
    return Checked(typed_corpus(examined), report)


def assess(
    examined: Sequence[Examined],
    wanted: Collection[str],
    documents: Documents,
    texts: Texts | None = None,
    today: date | None = None,
) -> Report:
    """The report on the files in ``wanted``, in the order given, of a corpus whose files were all examined."""
    summaries = KnownSummaries(each.summary for each in examined if each.summary)

    @lru_cache(maxsize=_LATELY_READ)
    def record(path: str) -> Record | None:
        return typed_record(documents(path))

    context = Context(summaries, texts or Texts(), today or date.today(), record, has_texts=texts is not None)
    reported = [each for each in examined if each.path in wanted]
    judged = {each.path: _judged(each, context, documents) for each in reported}
    internal_errors = [
        error
        for each in examined
        for error in (*each.internal_errors, *judged.get(each.path, _NOTHING).internal_errors)
    ]
    return _report(reported, judged, context, documents, internal_errors, unread=summaries.unread)


def typed_corpus(examined: Iterable[Examined]) -> Corpus:
    """The typed records of files that were examined in this process."""
    ours = [(each.summary, each.record) for each in examined if each.summary]
    ours.sort(key=lambda each: corpus_order(each[0]))
    entries = tuple(Entry(summary.path, record) for summary, record in ours if record)
    unread = tuple(summary.path for summary, _ in ours if summary.is_unread)
    return Corpus(entries, complete=len(entries) == len(ours), unread=unread)


def _judged(examined: Examined, context: Context, documents: Documents) -> Judged:
    summary = examined.summary
    return judge(summary, context, documents, examined.failed) if summary and summary.is_loaded else _NOTHING


def _report(
    reported: Sequence[Examined],
    judged: Mapping[str, Judged],
    context: Context,
    documents: Documents,
    internal_errors: Iterable[str],
    *,
    unread: tuple[str, ...],
) -> Report:
    """The report on these files, in their order."""
    findings = {each.path: _sorted(each, judged[each.path]) for each in reported}
    loaded = [each.summary for each in reported if each.summary and each.summary.is_loaded]
    return Report(
        findings=tuple(finding for some in findings.values() for finding in some),
        paths=tuple(findings),
        passages=count_passages(loaded, context),
        texts={each.path: each.text or documents(each.path).text for each in reported if findings[each.path]},
        internal_errors=tuple(internal_errors),
        ids={each.path: each.id for each in reported if each.id is not None},
        missing_texts=missing_texts(loaded, context) if context.has_texts else None,
        skipped=len(reported) - len(loaded),
        applied={each.path: _codes(each, judged[each.path]) for each in reported},
        unread=unread if context.has_records else (),
        rules=tuple(registry.rules().values()),
    )


def _sorted(examined: Examined, judged: Judged) -> Sequence[Finding]:
    if not judged.findings and len(examined.findings) < 2:
        return examined.findings
    return sorted((*examined.findings, *judged.findings), key=_file_order)


def _file_order(finding: Finding) -> tuple[int, int, str, str, str]:
    return finding.line, finding.column, finding.code, finding.pointer, finding.message


def _codes(examined: Examined, judged: Judged) -> frozenset[str]:
    return _applied(examined.reach, examined.failed, judged.codes)


@cache
def _applied(reach: Reach, failed: frozenset[str], judged: tuple[str, ...]) -> frozenset[str]:
    """The codes of the rules whose findings in a file are all there; one shared set for all files with the same."""
    rules = registry.rules().values()
    early = [rule for rule in rules if rule.stage.precedes_records]
    match reach:
        case Reach.BROKEN:
            return frozenset()
        case Reach.REFUSED:
            # A warning about a value is dropped if there is an error about it, so its absence means nothing.
            return frozenset(rule.code for rule in early if rule.severity is Severity.ERROR)
        case _:
            own = {rule.code for rule in registry.record_rules()} - failed
            before = set() if reach is Reach.CUT else {rule.code for rule in early}
            return frozenset(before | own | set(judged))
