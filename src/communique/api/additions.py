"""Records that are to be added to a folder: what is around them, and the check of them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..authoring.worded_evidence import without_words, worded
from ..corpus.corpus import Corpus
from ..diagnostics.finding import Severity
from ..diagnostics.report import Report
from ..reading import Document, read_bytes
from ..reading.document import Places
from ..validation import suppressions
from ..validation.discovery import corpora, given_paths, surroundings
from ..validation.engine import Checked, check, check_corpus, check_in_turn
from ..validation.settings import Settings
from .loading import InvalidCorpusError, is_unread


def around(folder: Path, settings: Settings) -> list[Document]:
    """The records of the corpus to which a folder belongs or would belong; of one alone, those in it."""
    found = surroundings(folder / "new.yaml", settings)
    if found or not folder.is_dir():
        return found
    return [files.read(each.path) for files in corpora(given_paths([folder]), settings) for each in files.files]


def checked(documents: Sequence[Document], settings: Settings) -> Checked:
    """The corpus of the documents, whatever rules find in it.

    Raises:
        InvalidCorpusError: a record cannot be read, and with it ids and pages that are taken.
    """
    found = check_corpus(documents)
    unread = [each for each in found.report.findings if is_unread(each)]
    if unread or found.report.internal_errors:
        raise InvalidCorpusError(unread, found.report.internal_errors)
    return found._replace(report=suppressions.apply(found.report, settings, date.today()))


def whatever_is_sound(documents: Sequence[Document]) -> Corpus:
    """The corpus of those documents that have the right shape, whatever else is wrong with them.

    Words in evidence, which are still to be filled, count as if they were not there.
    """
    return check_corpus([*map(_without_words, documents)], ()).corpus


def inspect_added(documents: Sequence[Document], contents: Mapping[Path, bytes], settings: Settings) -> Report:
    """The report on files that are not written yet, among the documents around them; without words in evidence."""
    there = {path.resolve() for path in contents}
    others = [_without_words(each) for each in documents if Path(each.path).resolve() not in there]
    new = [read_bytes(without_words(content, str(path)), str(path)) for path, content in contents.items()]
    report = check([*new, *others], {str(path) for path in contents})
    return suppressions.apply(report, settings, date.today())


def _without_words(document: Document) -> Document:
    if next(worded(document.data), None) is None:
        return document
    return read_bytes(without_words(document.text.encode("utf-8"), document.path), document.path)


def errors_added(documents: Sequence[Document], contents: Mapping[Path, bytes], settings: Settings) -> Report:
    """The report on those of the files with errors that are not written yet, among the documents around them."""
    there = {path.resolve() for path in contents}
    others = {each.path: each for each in documents if Path(each.path).resolve() not in there}
    new = {str(path): content for path, content in contents.items()}

    def read(path: str) -> Document:
        return others[path] if path in others else read_bytes(new[path], path)

    def without_places(path: str) -> Document:
        return others[path] if path in others else replace(read_bytes(new[path], path), find=Places)

    # Only errors count, and there are hardly any: the places of all warnings would take longer than all the rest.
    paths, wrong = [*new, *others], {*new}
    for way in (without_places, read):
        report = suppressions.apply(check_in_turn(paths, way, wrong), settings, date.today())
        errors = [each for each in report.findings if each.severity is Severity.ERROR]
        report = report._replace(findings=tuple(errors))
        wrong = {each.path for each in errors} & {*new}
        if not wrong:
            break
    return report
