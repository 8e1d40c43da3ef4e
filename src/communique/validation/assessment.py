"""From what was found in each file and the summaries of the corpus to a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import PassageCount, Report
from ..text.source_text import Texts
from . import registry
from .context import Context, Summaries
from .examination import Examined, Reach, typed_record
from .judgement import Documents, Judged, judge
from .passages import missing_texts

if TYPE_CHECKING:
    from ..corpus.corpus import Record

_NOTHING = Judged()
_LATELY_READ = 32  # records that are kept because more findings are probably about them


def assess(
    examined: Sequence[Examined],
    wanted: Collection[str],
    summaries: Summaries,
    documents: Documents,
    texts: Texts | None,
    today: date,
) -> Report:
    """The report on the files in ``wanted``, in the order given.

    ``summaries`` are those of the whole corpus. Only internal errors are reported of other files that were
    ``examined``.
    """

    @lru_cache(maxsize=_LATELY_READ)
    def record(path: str) -> Record | None:
        return typed_record(documents(path))

    context = Context(summaries, texts or Texts(), today, record, has_texts=texts is not None)
    reported = [each for each in examined if each.path in wanted]
    judged = {each.path: _judged(each, context, documents) for each in reported}
    internal_errors = [
        error
        for each in examined
        for error in (*each.internal_errors, *judged.get(each.path, _NOTHING).internal_errors)
    ]
    return _report(reported, judged, context, documents, internal_errors, unread=summaries.unread)


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
        passages=sum((each.passages for each in judged.values()), PassageCount()),
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
