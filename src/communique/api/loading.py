"""Loading: a corpus without errors, in memory or packed into a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial, reduce
from typing import TYPE_CHECKING

from .. import models
from ..corpus.corpus import Corpus, Record
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..errors import CommuniqueError
from ..text.inflection import counted
from ..validation import registry, suppressions
from ..validation.discovery import Gathered, StrPath, Watch, corpora, given_paths
from ..validation.engine import Checked, load_files
from ..validation.examinations import HandedOver
from ..validation.settings import Settings
from ..validation.summaries import corpus_order
from ..validation.summary import Summary
from .exported_records import ExportedRecords, without_exports

if TYPE_CHECKING:
    from ..exporting.packing import Packed, Packing
    from ..exporting.stored_records import StoredRecords


class InvalidCorpusError(CommuniqueError):
    """The corpus has errors. ``findings`` contains all errors and warnings.

    ``internal_errors`` are defects of communique itself that prevented a full check.
    """

    def __init__(self, findings: Sequence[Finding], internal_errors: Sequence[str] = ()) -> None:
        self.findings = tuple(findings)
        self.internal_errors = tuple(internal_errors)
        errors = [finding for finding in findings if finding.severity == "error"]
        lines = [f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}" for f in errors[:5]]
        more = [f"... and {len(errors) - 5} more"] if len(errors) > 5 else []
        more += [f"internal error while {internal_error}" for internal_error in self.internal_errors[:5]]
        super().__init__("\n".join([f"{counted(len(errors), 'error')} in the corpus", *lines, *more]))


def load(path: StrPath = "records") -> Corpus:
    """Read a corpus of typed records from a folder or a file.

    For a file inside a larger corpus, the result contains its record and all registries. Of the project's settings,
    only the excluded files are used. An excluded file is loaded if it is given itself.

    Raises:
        FileNotFoundError: the path does not exist.
        communique.SettingsError: the project's settings are not valid.
        InvalidCorpusError: the corpus has errors. The exception contains all findings.
    """
    return load_checked(path).corpus


def load_checked(
    path: StrPath | Iterable[StrPath], *, settings: Settings | None = None, whole_is_enough: bool = False
) -> Checked:
    """Like `load`, for several paths, and with the other results of the check.

    ``settings`` may contain exceptions and excluded files. If the ``whole_is_enough``, only errors are refused for
    which a record is missing in the corpus, and with it ids that are taken.

    Raises:
        FileNotFoundError: a path does not exist.
        InvalidCorpusError: the corpus has errors.
    """
    paths, exports = without_exports(given_paths(path))
    gathered = corpora(paths, settings)
    checked = [*map(load_files, gathered), *(each.checked() for each in exports)]
    reports = [each.report for each in checked]
    report = _without_errors(reports, settings, exports, whole_is_enough=whole_is_enough)
    asked = _asked(gathered, exports)
    corpus = Corpus.joined([each.corpus for each in checked])
    entries = tuple(each for each in corpus.entries if _is_wanted(each.record, each.path, asked))
    return Checked(replace(corpus, entries=entries), _of_asked(report, asked))


def store_checked(
    path: StrPath | Iterable[StrPath],
    records: StoredRecords,
    *,
    settings: Settings,
    jobs: int = 1,
    watch: Watch = iter,
) -> Report:
    """Like `load_checked`, but the records are packed, in up to ``jobs`` processes, and added to a database on disk.

    ``watch`` is as for `inspect`. If there is an exception, the database contains only some of them.
    """
    paths, exports = without_exports(given_paths(path))
    gathered = corpora(paths, settings)
    asked = _asked(gathered, exports)
    pack = partial(_packed, records.packing, asked)

    def check_and_store(number: int, files: Gathered) -> Report:
        def keep(things: Sequence[Packed], summary: Summary) -> None:
            is_late, place = corpus_order(summary)
            records.add(things, f"{number:06}{is_late:d}{place}")

        return load_files(files, HandedOver(pack, keep, jobs), watch=watch).report

    reports = [check_and_store(number, files) for number, files in enumerate(gathered)]
    for number, each in enumerate(exports, len(gathered)):
        checked = each.checked()
        for place, (_, record) in enumerate(checked.corpus.entries):
            records.add([*records.packing.things(record)], f"{number:06}{place:09}")
        reports.append(checked.report)
    return _of_asked(_without_errors(reports, settings, exports), asked)


def is_unread(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and registry.rules()[finding.code].stage.precedes_records


def _without_errors(
    reports: Sequence[Report],
    settings: Settings | None,
    exports: Sequence[ExportedRecords],
    *,
    whole_is_enough: bool = False,
) -> Report:
    """One report of whole corpora, some of them ``exports``, if they have no errors, or all of their records.

    Raises:
        InvalidCorpusError: they have errors.
    """
    whole = Report.merged(reports)
    report = suppressions.apply(whole, settings or Settings(), date.today())
    # Settings cannot suppress that a record is unreadable, because the corpus would be incomplete.
    unread = [each for each in whole.findings if is_unread(each)]
    if (report.failed and not whole_is_enough) or report.internal_errors or unread:
        shown = (
            unread if whole_is_enough else [*report.findings, *(each for each in unread if each not in report.findings)]
        )
        findings = [reduce(lambda found, each: each.place(found), exports, one) for one in shown]
        raise InvalidCorpusError(findings, report.internal_errors)
    return report


def _asked(gathered: Iterable[Gathered], exports: Iterable[ExportedRecords]) -> set[str]:
    return set().union(*(files.asked for files in gathered), (each.path for one in exports for each in one.documents))


def _of_asked(report: Report, asked: set[str]) -> Report:
    return report._replace(paths=tuple(path for path in report.paths if path in asked))


def _packed(packing: Packing, asked: set[str], record: Record, path: str) -> list[Packed]:
    return [*packing.things(record)] if _is_wanted(record, path, asked) else []


def _is_wanted(record: Record, path: str, asked: set[str]) -> bool:
    return not isinstance(record, models.Announcement) or path in asked
