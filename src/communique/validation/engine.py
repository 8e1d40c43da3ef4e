"""From documents to a report: the JSON Schema of the record's version, then the rules over typed records."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..corpus.corpus import Corpus, Entry
from ..corpus.definitions import definitions, index
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..files.paths import place
from ..reading import Document
from ..text.source_text import Texts
from . import registry
from .document_check import CheckedDocument, RulesApplied, apply_rules, check_document, structure_findings
from .foreign_files import is_foreign, is_unread, possible_ids
from .passages import count_passages, missing_texts
from .rule import Context


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
    checked = [
        check_document(document, closely=document.path in wanted) for document in sorted(documents, key=_corpus_order)
    ]
    corpus = _corpus(checked)
    context = Context(corpus, texts or Texts(), today or date.today(), texts is not None)
    by_path = {each.document.path: each for each in checked}
    every = {path: each.document for path, each in by_path.items()}
    reported = [by_path[document.path] for document in documents if document.path in wanted]
    applied = {each.document.path: apply_rules(each, context, every) for each in reported}
    internal_errors = [
        error
        for each in checked
        for error in (*each.internal_errors, *applied.get(each.document.path, RulesApplied()).internal_errors)
    ]
    return Checked(corpus, replace(_report(reported, applied, context), internal_errors=tuple(internal_errors)))


def structure_errors(document: Document) -> list[Finding]:
    """The errors of reading the document and of its schema, without the rules."""
    found = (*document.findings, *structure_findings(document, closely=True))
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _report(reported: Sequence[CheckedDocument], applied: Mapping[str, RulesApplied], context: Context) -> Report:
    """The report on these documents, in their order."""
    corpus, entries = context.corpus, [each.entry for each in reported if each.entry]
    findings = {
        each.document.path: sorted((*each.findings, *applied[each.document.path].findings), key=_file_order)
        for each in reported
    }
    return Report(
        findings=tuple(finding for some in findings.values() for finding in some),
        paths=tuple(findings),
        passages=count_passages(entries, context),
        texts={each.document.path: each.document.text for each in reported if findings[each.document.path]},
        ids=_ids(reported),
        missing_texts=missing_texts(entries, context) if context.has_texts else None,
        skipped=len(reported) - len(entries),
        applied={path: each.codes for path, each in applied.items()},
        unread=corpus.unread if corpus.entries else (),
        rules=tuple(registry.rules().values()),
    )


def _corpus_order(document: Document) -> tuple[bool, str]:
    """The order of the documents of a corpus: first those on which others depend, then by path."""
    is_announcement = isinstance(document.data, dict) and document.data.get("kind") == "announcement"
    return is_announcement, str(place(Path(document.path)))


def _file_order(finding: Finding) -> tuple[int, int, str, str, str]:
    return finding.line, finding.column, finding.code, finding.pointer, finding.message


def _corpus(checked: Sequence[CheckedDocument]) -> Corpus:
    entries: tuple[Entry, ...] = tuple(each.entry for each in checked if each.entry)
    ours = [each for each in checked if each.entry or not is_foreign(each.document)]
    unloaded = [each.document for each in ours if not each.entry]
    return Corpus(
        entries,
        *index(each for one in ours for each in definitions(one.document.path, one.document.data)),
        frozenset(id for document in unloaded for id in possible_ids(document)),
        not unloaded,
        tuple(document.path for document in unloaded if is_unread(document)),
    )


def _ids(reported: Sequence[CheckedDocument]) -> dict[str, str]:
    data = ((each.document.path, each.document.data) for each in reported)
    return {path: one["id"] for path, one in data if isinstance(one, dict) and isinstance(one.get("id"), str)}
