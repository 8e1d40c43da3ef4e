"""Checks: of files and folders, of records in memory, and of the content of an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any, TypeAlias

from .. import models
from ..corpus.definitions import definitions
from ..diagnostics.finding import Finding
from ..diagnostics.report import Report
from ..files.paths import STDIN
from ..reading import Document, read_bytes, read_data
from ..text.source_text import Texts
from ..validation import suppressions
from ..validation.discovery import Gathered, StrPath, Watch, corpora, given_paths, surroundings
from ..validation.engine import check, check_files
from ..validation.examinations import Examinations
from ..validation.settings import Settings
from .exported_records import without_exports

Data: TypeAlias = "Mapping[str, Any] | models.Model"
"""A record in memory."""


def validate(path: StrPath | Iterable[StrPath], *, sources: StrPath | None = None) -> list[Finding]:
    """Check files and folders, and return all findings in the order of the files.

    References are resolved in the whole corpus of a path: the nearest folder at or above it with a dataset record.
    ``sources`` is a folder of source texts; passages are checked against them. Of the project's settings, only the
    excluded files are used. An excluded file is checked if it is given itself. A path may be an export: its records
    are read back.

    Raises:
        FileNotFoundError: a path does not exist.
        communique.importing.ImportFailedError: an export cannot be read back.
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


def inspect(
    path: StrPath | Iterable[StrPath],
    *,
    sources: StrPath | None = None,
    settings: Settings | None = None,
    watch: Watch = iter,
    examinations: Examinations | None = None,
    cached: bool = False,
    home: StrPath | None = None,
) -> Report:
    """Like `validate`, but return a whole report: findings, and the number of checked files and passages.

    ``settings`` may select rules, and contain exceptions and excluded files. Without ``settings``, every rule is used,
    and only the files that the project's settings exclude are left out. ``watch`` receives the files of each corpus and
    yields them one by one, to report progress. ``examinations`` may use several processes, or know files from before.
    If ``cached``, only files that have changed since an earlier check are read. Files that belong to no corpus are
    checked as if they were in the one of ``home``.
    """
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    paths, exports = without_exports(given_paths(path))
    gathered = corpora(paths, settings, Path(home) if home is not None else None)
    reports = [
        check_files(
            files, texts, watch=watch, examinations=examinations, cache=files.cache(settings) if cached else None
        )
        for files in gathered
    ]
    reports += [each.checked(texts).report for each in exports]
    report = suppressions.apply(Report.merged(reports), settings or Settings(), date.today())
    return reduce(lambda found, each: each.placed(found), exports, report)


def inspect_content(
    content: bytes, name: str | None = None, *, sources: StrPath | None = None, settings: Settings | None = None
) -> Report:
    """Like `inspect`, for content that is not in a file yet, such as the buffer of an editor.

    With a ``name``, it is checked as the new content of that file, in the corpus of the file.
    """
    documents = [read_bytes(content, name or STDIN), *(surroundings(Path(name), settings) if name else ())]
    return _checked(documents, {name or STDIN}, sources, settings)


def inspect_changed(
    path: StrPath | Iterable[StrPath],
    contents: Mapping[str, bytes],
    *,
    sources: StrPath | None = None,
    settings: Settings | None = None,
    home: StrPath | None = None,
) -> Report:
    """Like `inspect`, as if the files had these contents, which are named by their paths as reports name them.

    A file that does not exist counts as one of the corpus in whose folder it would be.
    """
    texts = Texts.from_folder(Path(sources)) if sources is not None else None
    reports = []
    for files in corpora(given_paths(path), settings, Path(home) if home is not None else None):
        names = [file.path for file in files.files]
        new = [name for name in contents if not Path(name).exists() and _would_be_in(files, name)]
        documents = [read_bytes(contents[name], name) if name in contents else files.read(name) for name in names]
        documents += [read_bytes(contents[name], name) for name in new]
        reports.append(check(documents, {*files.asked, *new}, texts))
    return suppressions.apply(Report.merged(reports), settings or Settings(), date.today())


def holder(id: str, path: StrPath, *, settings: Settings | None = None) -> str | None:
    """The path of another file that defines the id, in the corpus of the file ``path``; None if there is none.

    A merged id counts as defined.
    """
    for document in surroundings(Path(path), settings):
        if any(definition.id == id for definition in definitions(document.path, document.data)):
            return document.path
    return None


def _would_be_in(files: Gathered, path: str) -> bool:
    """Whether a new file would be one of these files; if they belong to no corpus, it would."""
    return files.root is None or Path(path).resolve().is_relative_to(files.root.resolve())


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
