"""From documents to findings: the JSON Schema of the record's version, then the rules over typed records."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..corpus.corpus import Corpus, Entry
from ..corpus.definitions import definitions, index
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..files.paths import place
from ..reading import Document, FileFindings
from ..text.source_text import Texts
from . import registry
from .document_check import CheckedDocument, apply_rules, check_document
from .foreign_files import is_of_others, is_unread, possible_ids
from .passages import count_passages, missing_texts
from .rule import Context
from .structure.check import check_structure
from .structure.schema_choice import choose_schema


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
        check_document(document, closely=document.path in wanted) for document in sorted(documents, key=_standing)
    ]
    corpus = _corpus(checked)
    context = Context(corpus, texts or Texts(), today or date.today(), texts is not None)
    by_path = {each.document.path: each for each in checked}
    reported = [by_path[document.path] for document in documents if document.path in wanted]
    applied = {each.document.path: apply_rules(each, context, by_path) for each in reported}
    entries = [each.entry for each in reported if each.entry]
    findings = tuple(finding for each in reported for finding in sorted(each.collected.findings, key=_place))
    report = Report(
        findings,
        tuple(each.document.path for each in reported),
        count_passages(entries, context),
        {finding.path: by_path[finding.path].document.text for finding in findings},
        tuple(internal_error for each in checked for internal_error in each.collected.internal_errors),
        _ids(reported),
        missing_texts(entries, context) if texts is not None else None,
        len(reported) - len(entries),
        applied,
        corpus.unread if corpus.entries else (),
        tuple(registry.rules().values()),
    )
    return Checked(corpus, report)


def structure_errors(document: Document) -> list[Finding]:
    """The errors of reading the document and of its schema, without the rules."""
    collected = FileFindings(document.path, document.findings)
    if document.complete and (choice := choose_schema(document, collected)):
        check_structure(document, choice, collected)
    return [finding for finding in collected.findings if finding.severity is Severity.ERROR]


def _standing(document: Document) -> tuple[bool, str]:
    """The order of the documents of a corpus: first those on which others depend, then by path."""
    is_announcement = isinstance(document.data, dict) and document.data.get("kind") == "announcement"
    return is_announcement, str(place(Path(document.path)))


def _place(finding: Finding) -> tuple[int, int, str, str, str]:
    return finding.line, finding.column, finding.code, finding.pointer, finding.message


def _corpus(checked: Sequence[CheckedDocument]) -> Corpus:
    entries: tuple[Entry, ...] = tuple(each.entry for each in checked if each.entry)
    ours = [each for each in checked if each.entry or not is_of_others(each.document)]
    odd = [each.document for each in ours if not each.entry]
    return Corpus(
        entries,
        *index(each for one in ours for each in definitions(one.document.path, one.document.data)),
        frozenset(id for document in odd for id in possible_ids(document)),
        not odd,
        tuple(document.path for document in odd if is_unread(document)),
    )


def _ids(reported: Sequence[CheckedDocument]) -> dict[str, str]:
    data = ((each.document.path, each.document.data) for each in reported)
    return {path: one["id"] for path, one in data if isinstance(one, dict) and isinstance(one.get("id"), str)}
