"""The option ``--watch`` of ``communique validate``."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click

from ..diagnostics.report import Report
from ..errors import CommuniqueError
from ..files.file_changes import Changed, file_changes
from ..files.paths import is_folder, place
from ..reading import corpus_root
from ..reporting import Format, Style
from ..reporting.changes import changes
from ..text.inflection import counted
from ..validation import settings
from ..validation.examinations import RememberedExaminations
from .exits import ABORTED, list_internal_errors
from .inspection import Inspection
from .output import tell, write

Check = Callable[[Changed], Report]
"""Checks all again, of which these files may have changed."""


def refuse_to_watch(format: Format, *, others: Iterable[object]) -> None:
    """Refuse what makes no sense with ``--watch``; ``others`` are options that do more than check files."""
    if any(others):
        raise click.UsageError("--watch only checks files; use it without --fix, --diff, --write-baseline and -")
    if not format.findings:
        raise click.UsageError("--watch prints for people; use it with --format full or concise")


def watch(inspection: Inspection, format: Format, style: Style) -> NoReturn:
    """Report the findings, and after every change what is new and what is gone, until Ctrl-C."""
    folders = [*map(_folder, inspection.files), *([Path(inspection.sources)] if inspection.sources else ())]
    given = [Path(path) for path in (inspection.config, inspection.baseline) if path]
    found = [place for folder in (Path(), *folders) for place in settings.places(folder)]
    changed = file_changes(folders, [*given, *found])
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # watchfiles takes what a handler raises for Ctrl-C
    try:
        follow(checker(inspection), changed, format, style)
    except KeyboardInterrupt:
        tell("")  # the line with ^C
    sys.exit(ABORTED)


def checker(inspection: Inspection) -> Check:
    """Checks that read only files that have changed."""
    examinations = RememberedExaminations(inspection.jobs)

    def check(changed: Changed) -> Report:
        examinations.forget(changed)
        report, _ = inspection.without_known(inspection.report(examinations))
        return report

    return check


def follow(check: Check, changed: Iterable[Changed], format: Format, style: Style) -> None:
    """Report the findings, and after every set of changed paths what is new and what is gone."""
    before = check(frozenset())
    write(format.render(before, style))
    list_internal_errors(before.internal_errors)
    tell(f"Watching {counted(before.files, 'file')}; press Ctrl-C to stop")
    has_failed = False
    for paths in changed:
        after = _attempt(check, paths)
        if after and (has_failed or after.findings != before.findings or _concerns(paths, (before, after))):
            write(changes(before, after, format, style))
            list_internal_errors(after.internal_errors)
        before, has_failed = after or before, after is None


def _attempt(check: Check, changed: Changed) -> Report | None:
    """The report; None if there is none for now, as when the settings are half written."""
    try:
        return check(changed)
    except click.ClickException as error:
        tell(f"Error: {error.format_message()}")
    except CommuniqueError as error:
        tell(f"Error: {error}")
    return None


def _concerns(paths: Changed, reports: Iterable[Report]) -> bool:
    """Whether one of the paths is that of a file that was checked."""
    return any(place(Path(path)) in paths for report in reports for path in report.paths)


def _folder(path: Path) -> Path:
    """The folder that decides about the findings of a path."""
    return corpus_root(path) or (path if is_folder(path) else path.parent)
