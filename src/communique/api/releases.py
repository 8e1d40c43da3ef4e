"""Releases: the version that changes ask for, and the files of a version to publish."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from ..diagnostics.finding import Severity
from ..diagnostics.report import Report
from ..exporting import FORMATS, WatchThings
from ..exporting.folder import publish
from ..exporting.packing import Packing
from ..exporting.stored_records import StoredRecords
from ..files.source_date import source_date
from ..releasing import (
    Decision,
    ReleaseError,
    contents,
    decided,
    is_published,
    missing_revision,
    opened,
    refuse_other_version,
    refuse_parts,
    staged,
)
from ..releasing.data_version import is_version
from ..releasing.edition import NEEDED, Edition, Staged
from ..releasing.git_revision import checked_out, revision_in
from ..text.shortening import shorten
from ..validation.discovery import StrPath, Watch, given_paths
from ..validation.settings import Settings
from .loading import InvalidCorpusError, store_checked

_COMPARED = ("csv", "jsonl")
"""All that is compared of records, whose columns are those of this program."""


class Corpora(NamedTuple):
    """The records of a release, and how they are checked: with these settings, by up to so many processes.

    If it is ``strict``, warnings are refused, too. ``watch`` and ``watch_things`` report progress.
    """

    paths: Sequence[StrPath]
    settings: Settings
    jobs: int = 1
    strict: bool = False
    watch: Watch = iter
    watch_things: WatchThings | None = None


class Proposal(NamedTuple):
    """The lowest version that says enough for what changed, and why."""

    version: str
    why: str


class Released(NamedTuple):
    """The files of a release, and what changed since the earlier one, in a sentence; empty if there is none.

    ``warning`` says that its day is not later than that of the earlier one; it is empty if it is.
    """

    files: list[str]
    summary: str
    warning: str = ""


def next_version(records: Corpora, since: StrPath) -> Proposal:
    """What the records need as their version after the one at ``since``. Nothing is written.

    Raises:
        communique.InvalidCorpusError: the records have errors.
        communique.releasing.ReleaseError: the earlier version cannot be read.
    """
    with (
        _edition(records, NEEDED) as edition,
        _earlier(os.fspath(since), records) as old,
        decided(old, edition) as decision,
    ):
        return Proposal(decision.needed, decision.why)


def release(
    version: str, records: Corpora, to: StrPath, *, since: StrPath | None = None, formats: Iterable[str] = ()
) -> Released:
    """Write a release to the folder ``to``, completely or not at all.

    ``since`` is an earlier release, its zip file, an export, the folder of its records, or ``git:`` with a revision of
    the records. ``formats`` are written with those that a later release is compared by.

    Raises:
        communique.InvalidCorpusError: the records have errors.
        communique.ExportError: the folder cannot be written, or a format is unknown or needs a library.
        communique.releasing.ReleaseError: the version is too low for the changes, is not that of the dataset record, or
            the earlier version cannot be read.
    """
    if not is_version(version):
        raise ReleaseError(f"{shorten(version)} is not the version of a release; write three numbers, such as 0.3.0")
    moment = source_date()
    with ExitStack() as stack:
        edition = stack.enter_context(_edition(records, [*dict.fromkeys((*NEEDED, *formats))]))
        decision: Decision | None = None
        warning = ""
        if since is not None:
            old = stack.enter_context(_earlier(os.fspath(since), records))
            decision = stack.enter_context(decided(old, edition))
            decision.refuse_too_low(version)
            warning = missing_revision(old, edition)
        refuse_other_version(edition, version, given_paths(records.paths))
        files = publish(contents(edition, decision, moment), Path(to), edition.inventory)
        summary = f"since {decision.old_version}: {decision.notes.summary}" if decision else ""
        return Released(files, summary, warning)


@contextmanager
def _edition(records: Corpora, formats: Sequence[str], *, name: str = "", is_earlier: bool = False) -> Iterator[Staged]:
    """The records as an edition, which is exported now."""
    refuse_parts(given_paths(records.paths))
    packing = Packing.for_formats([FORMATS[each] for each in formats], embed=False)
    with closing(StoredRecords(packing)) as stored:
        report = store_checked(records.paths, stored, settings=records.settings, jobs=records.jobs, watch=records.watch)
        if not report.files:
            raise ReleaseError(f"{name or 'the path'} has no records")
        if records.strict:
            _refuse_warnings(report)
        with staged(
            stored, formats, name or "the corpus", has_own_columns=not is_earlier, watch=records.watch_things
        ) as edition:
            yield edition


@contextmanager
def _earlier(since: str, records: Corpora) -> Iterator[Edition]:
    """The earlier version, wherever it is: what was published, or records, which are exported now."""
    with ExitStack() as stack:
        if (revision := revision_in(since)) is not None:
            folder = stack.enter_context(checked_out(revision, given_paths(records.paths)))
            yield stack.enter_context(_earlier_records(folder, since, records.jobs))
        elif not (path := Path(since)).exists():
            raise ReleaseError(f"{since} does not exist")
        elif is_published(path):
            yield stack.enter_context(opened(path))
        else:
            yield stack.enter_context(_earlier_records(path, since, records.jobs))


@contextmanager
def _earlier_records(folder: Path, name: str, jobs: int) -> Iterator[Edition]:
    with ExitStack() as stack:
        try:
            records = Corpora([folder], Settings(), jobs)
            edition = stack.enter_context(_edition(records, _COMPARED, name=name, is_earlier=True))
        except InvalidCorpusError as error:
            why = str(error).splitlines()[1]
            raise ReleaseError(f"the records of {name} have errors: {why}; give what was published of them") from error
        yield edition


def _refuse_warnings(report: Report) -> None:
    warnings = [each for each in report.findings if each.severity is Severity.WARNING]
    if warnings:
        raise InvalidCorpusError(warnings)
