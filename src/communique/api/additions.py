"""Records that are to be added to a folder: what is around them, and the check of them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ..corpus.corpus import Corpus
from ..diagnostics.report import Report
from ..reading import Document, read_bytes
from ..validation import suppressions
from ..validation.discovery import corpora, given_paths, surroundings
from ..validation.engine import Checked, check, check_corpus
from ..validation.settings import Settings
from .loading import InvalidCorpusError


def around(folder: Path, settings: Settings) -> list[Document]:
    """The records of the corpus to which a folder belongs or would belong; of one alone, those in it."""
    found = surroundings(folder / "new.yaml", settings)
    if found or not folder.is_dir():
        return found
    return [files.read(each.path) for files in corpora(given_paths([folder]), settings) for each in files.files]


def checked(documents: Sequence[Document], settings: Settings) -> Checked:
    """The corpus of the documents.

    Raises:
        InvalidCorpusError: it has errors.
    """
    found = check_corpus(documents)
    report = suppressions.apply(found.report, settings, date.today())
    if report.failed or report.internal_errors:
        raise InvalidCorpusError(report.findings, report.internal_errors)
    return found


def whatever_is_sound(documents: Sequence[Document]) -> Corpus:
    """The corpus of those documents that have the right shape, whatever else is wrong with them."""
    return check_corpus(documents, ()).corpus


def inspect_added(documents: Sequence[Document], contents: Mapping[Path, bytes], settings: Settings) -> Report:
    """The report on files that are not written yet, among the documents around them."""
    there = {path.resolve() for path in contents}
    others = [each for each in documents if Path(each.path).resolve() not in there]
    new = [read_bytes(content, str(path)) for path, content in contents.items()]
    report = check([*new, *others], {str(path) for path in contents})
    return suppressions.apply(report, settings, date.today())
