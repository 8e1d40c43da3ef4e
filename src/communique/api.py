"""The public functions: validate, load, export. The command line calls the same functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from . import models
from .corpus.corpus import Corpus, Record
from .corpus.definitions import definitions
from .diagnostics.finding import Finding, Severity
from .diagnostics.report import Report
from .errors import CommuniqueError
from .files.paths import STDIN
from .reading import Document, read_bytes, read_data
from .text.source_text import Texts
from .validation import registry, suppressions
from .validation.discovery import Gathered, StrPath, Watch, corpora, given_paths, surroundings
from .validation.engine import Checked, check, check_files, load_files
from .validation.examination import structure_errors
from .validation.examinations import Examinations, HandedOver
from .validation.settings import Settings
from .validation.summaries import corpus_order
from .validation.summary import Summary

if TYPE_CHECKING:
    from .exporting.packing import Packed, Packing
    from .exporting.stored_records import StoredRecords
    from .exporting.tables import Table

Data: TypeAlias = "Mapping[str, Any] | models.Model"
"""A record in memory."""


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
        super().__init__("\n".join([f"{len(errors)} error(s) in the corpus", *lines, *more]))


def validate(path: StrPath | Iterable[StrPath], *, sources: StrPath | None = None) -> list[Finding]:
    """Check files and folders, and return all findings in the order of the files.

    References are resolved in the whole corpus of a path: the nearest folder at or above it with a dataset record.
    ``sources`` is a folder of source texts; passages are checked against them. Of the project's settings, only the
    excluded files are used. An excluded file is checked if it is given itself.

    Raises:
        FileNotFoundError: a path does not exist.
        TypeError: an argument is not a path, such as a record in memory.
        communique.SettingsError: the project's settings are not valid.

    Examples:
        >>> import communique
        >>> communique.validate("tests/examples/0.3.0")
        []
        >>> [finding.code for finding in communique.validate("tests/invalid/unknown-code.yaml")]
        ['CQ208']
    """
    return list(inspect(path, sources=sources).findings)


def validate_data(data: Data | Iterable[Data], *, sources: StrPath | None = None) -> list[Finding]:
    """Check a record in memory, or several that form one corpus, and return all findings.

    A record is a dict as in a JSON file, or a model. The findings are those of such a file. Their path is ``<data>``,
    or ``<data[0]>``, ``<data[1]>`` and so on for several records. The pointer is that of the value. Line and column are
    those in ``json.dumps(record, indent=2, ensure_ascii=False)``. References are resolved among the given records, so
    include the registries.

    Raises:
        TypeError: an argument is not a record, or a value has a type that JSON does not have, such as
            ``datetime.date``. The message contains its pointer.
        ValueError: a number is not finite or has thousands of digits, or the data is nested too deeply.

    Examples:
        >>> import communique
        >>> record = communique.load("tests/examples/0.3.0").announcements["example-bill-2026"].model_dump()
        >>> [(found.code, found.pointer) for found in communique.validate_data({**record, "status": "revewed"})]
        [('CQ208', '/status')]
    """
    documents = [read_data(record, path) for path, record in _given_records(data)]
    return list(_checked(documents, None, sources, None).findings)


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


def load_checked(path: StrPath | Iterable[StrPath], *, settings: Settings | None = None) -> Checked:
    """Like `load`, for several paths, and with the other results of the check.

    ``settings`` may contain exceptions and excluded files.

    Raises:
        FileNotFoundError: a path does not exist.
        InvalidCorpusError: the corpus has errors.
    """
    gathered = corpora(given_paths(path), settings)
    checked = [load_files(files) for files in gathered]
    report = _without_errors([each.report for each in checked], settings)
    asked = _asked(gathered)
    corpus = Corpus.joined([each.corpus for each in checked])
    entries = tuple(each for each in corpus.entries if _is_wanted(each.record, each.path, asked))
    return Checked(replace(corpus, entries=entries), _of_asked(report, asked))


def store_checked(
    path: StrPath | Iterable[StrPath], records: StoredRecords, *, settings: Settings, jobs: int = 1
) -> Report:
    """Like `load_checked`, but the records are packed, in up to ``jobs`` processes, and added to a database on disk.

    If there is an exception, the database contains only some of them.
    """
    gathered = corpora(given_paths(path), settings)
    asked = _asked(gathered)
    pack = partial(_packed, records.packing, asked)

    def check_and_store(number: int, files: Gathered) -> Report:
        def keep(things: Sequence[Packed], summary: Summary) -> None:
            is_late, place = corpus_order(summary)
            records.add(things, f"{number:06}{is_late:d}{place}")

        return load_files(files, HandedOver(pack, keep, jobs)).report

    reports = [check_and_store(number, files) for number, files in enumerate(gathered)]
    return _of_asked(_without_errors(reports, settings), asked)


def export(corpus: Corpus, format: str | Iterable[str], to: StrPath, *, embed: bool = False) -> list[str]:
    """Write a corpus as ``json``, ``jsonl`` or ``csv`` (or several) to the folder ``to``, completely or not at all.

    Raises:
        communique.ExportError: the format is unknown, or the folder cannot be written. The folder was not changed.
    """
    from .exporting import HeldThings
    from .exporting import export as write_export

    formats = [format] if isinstance(format, str) else list(format)
    return write_export(HeldThings.of(corpus), formats, Path(to), embed=embed)


def tables(corpus: Corpus) -> dict[str, Table]:
    """A corpus as flat tables by name, ready for ``pandas.DataFrame`` or ``polars.DataFrame``.

    A table is a sequence of rows; a row is a dict that cannot be changed. ``table.columns`` has the name, the type and
    the meaning of each column. Dates are ``datetime.date``. The tables are built on the first call.

    Examples:
        >>> import communique
        >>> tables = communique.tables(communique.load("tests/examples/0.3.0"))
        >>> tables["occasions"][-1]["id"], tables["occasion_dates"][-1]["value_earliest"]
        ('waic-2025-vice-minister-session', datetime.date(2025, 7, 26))
        >>> [column.type for column in tables["dates"].columns if column.name in ("value_earliest", "shown")]
        ['date', 'boolean']
    """
    from .exporting.tables import tables as all_tables

    return all_tables(corpus)


def inspect(
    path: StrPath | Iterable[StrPath],
    *,
    sources: StrPath | None = None,
    settings: Settings | None = None,
    watch: Watch = iter,
    examinations: Examinations | None = None,
    cached: bool = False,
) -> Report:
    """Like `validate`, but return a whole report: findings, and the number of checked files and passages.

    ``settings`` may select rules, and contain exceptions and excluded files. Without ``settings``, every rule is used,
    and only the files that the project's settings exclude are left out. ``watch`` receives the files of each corpus and
    yields them one by one, to report progress. ``examinations`` may use several processes, or know files from before.
    If ``cached``, only files that have changed since an earlier check are read.
    """
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    gathered = corpora(given_paths(path), settings)
    reports = [
        check_files(
            files, texts, watch=watch, examinations=examinations, cache=files.cache(settings) if cached else None
        )
        for files in gathered
    ]
    report = Report.merged(reports)
    return suppressions.apply(report, settings or Settings(), date.today())


def inspect_content(
    content: bytes, name: str | None = None, *, sources: StrPath | None = None, settings: Settings | None = None
) -> Report:
    """Like `inspect`, for content that is not in a file yet, such as the buffer of an editor.

    With a ``name``, it is checked as the new content of that file, in the corpus of the file.
    """
    documents = [read_bytes(content, name or STDIN), *(surroundings(Path(name), settings) if name else ())]
    return _checked(documents, {name or STDIN}, sources, settings)


def holder(id: str, path: StrPath, *, settings: Settings | None = None) -> str | None:
    """The path of another file that defines the id, in the corpus of the file ``path``; None if there is none.

    A merged id counts as defined.
    """
    for document in surroundings(Path(path), settings):
        if any(definition.id == id for definition in definitions(document.path, document.data)):
            return document.path
    return None


def migrate(content: bytes, to: str) -> bytes:
    """The content of a valid record file in another schema version. Only the differences of the versions are changed.

    Raises:
        communique.schemas.migrations.InexpressibleError: the other version cannot express the record, or a change
            would affect other parts of the file.
    """
    from .schemas.migrations import InexpressibleError, migrated

    result = migrated(content, to)
    for error in structure_errors(read_bytes(result, "record")):
        raise InexpressibleError(f"schema {to} cannot express {error.pointer or 'the record'}: {error.message}")
    return result


def _checked(
    documents: Sequence[Document], asked: set[str] | None, sources: StrPath | None, settings: Settings | None
) -> Report:
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    return suppressions.apply(check(documents, asked, texts), settings or Settings(), date.today())


def _given_records(data: Data | Iterable[Data]) -> Iterator[tuple[str, Any]]:
    """Each record with the path for its findings."""
    several = isinstance(data, Iterable) and not isinstance(data, Mapping | models.Model | str | bytes)
    for index, each in enumerate(data if several else [data]):
        if not isinstance(each, Mapping | models.Model):
            raise TypeError(f"expected a record, found {type(each).__name__}; communique.validate checks files")
        plain = each.model_dump() if isinstance(each, models.Model) else each
        yield f"<data[{index}]>" if several else "<data>", plain


def _is_unread(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and registry.rules()[finding.code].stage.precedes_records


def _without_errors(reports: Sequence[Report], settings: Settings | None) -> Report:
    """One report of whole corpora, if they have no errors.

    Raises:
        InvalidCorpusError: they have errors.
    """
    whole = Report.merged(reports)
    report = suppressions.apply(whole, settings or Settings(), date.today())
    # Settings cannot suppress that a record is unreadable, because the corpus would be incomplete.
    unread = [each for each in whole.findings if _is_unread(each) and each not in report.findings]
    if report.failed or report.internal_errors or unread:
        raise InvalidCorpusError([*report.findings, *unread], report.internal_errors)
    return report


def _asked(gathered: Iterable[Gathered]) -> set[str]:
    return set().union(*(files.asked for files in gathered))


def _of_asked(report: Report, asked: set[str]) -> Report:
    return report._replace(paths=tuple(path for path in report.paths if path in asked))


def _packed(packing: Packing, asked: set[str], record: Record, path: str) -> list[Packed]:
    return [*packing.things(record)] if _is_wanted(record, path, asked) else []


def _is_wanted(record: Record, path: str, asked: set[str]) -> bool:
    return not isinstance(record, models.Announcement) or path in asked
