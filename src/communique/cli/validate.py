"""``communique validate``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import reporting
from ..diagnostics.report import Report
from ..reporting.summary import lines as summary
from ..text.inflection import counted
from ..working import cores
from .exits import ERRORS_FOUND, FAILED, tell_internal_errors
from .options import STDIN, config_option, existing, jobs_option, not_left_out, paths_argument, settings_for
from .output import say, tell, write

if TYPE_CHECKING:
    from .inspection import Inspection
    from .validate_fix import Words


class _FormatName(click.Choice):  # type: ignore[type-arg]  # it is no generic type in every version of click
    """The name of a format. All formats are imported if one is given, or if they have to be listed."""

    def __init__(self) -> None:
        self.case_sensitive = True

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]  # click keeps them as an attribute
        return tuple(reporting.formats())


@click.command()
@paths_argument
@click.option(
    "--format",
    "format_",
    type=_FormatName(),
    help="The output format.  [default: full in a terminal, else concise]",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule at the end.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of source texts; passages of evidence are checked against them.",
)
@click.option("--in", "home", type=click.Path(exists=True), help="The corpus of files that belong to none.")
@config_option
@click.option("--baseline", "known", type=click.Path(), help="A file of known findings, which are not reported.")
@click.option("--write-baseline", type=click.Path(), help="Write all findings to this file, as a baseline.")
@click.option("--stdin-filename", type=click.Path(dir_okay=False), help="The file name to assume for standard input.")
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Skip excluded and exported files even if they are given as PATH, as hooks do.",
)
@click.option("--fix", is_flag=True, help="Apply safe fixes, then check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, without changing it.")
@jobs_option
@click.option("--no-cache", is_flag=True, help="Read and check every file, and keep nothing for the next run.")
@click.option("--watch", "watching", is_flag=True, help="Check again at every change, and show what is new and gone.")
def validate(
    paths: tuple[str, ...],
    format_: str | None,
    statistics: bool,
    sources: str | None,
    home: str | None,
    config: str | None,
    known: str | None,
    write_baseline: str | None,
    stdin_filename: str | None,
    force_exclude: bool,
    fix: bool,
    diff: bool,
    jobs: int | None,
    no_cache: bool,
    watching: bool,
) -> None:
    """Check records and report all findings.

    PATH is a file, a folder, an export, or - for standard input; the default is the folder records. References are
    resolved in the whole corpus to which a PATH belongs.
    """
    from .inspection import Inspection

    is_terminal = sys.stdout.isatty()
    format = reporting.formats()[format_] if format_ else reporting.default_format(is_terminal=is_terminal)
    style = reporting.Style(_wants_colour(is_terminal), statistics)
    _refuse_name(stdin_filename, paths)
    if fix or diff:
        _refuse_to_fix(paths)
    if watching:
        from .validate_watch import refuse_to_watch, watch

        refuse_to_watch(format, others=(fix, diff, write_baseline, STDIN in paths))
    wanted, settings = existing(paths), settings_for(config)
    if force_exclude and not (wanted := not_left_out(wanted, settings)):
        return
    inspection = Inspection(wanted, sources, config, known, stdin_filename, jobs or cores(), not no_cache, home)
    if watching:
        watch(inspection, format, style)
    report = inspection.report()
    if diff:
        from .validate_fix import show_fixes

        done = show_fixes(report, _words(inspection))
        write("\n".join(summary(report)) + "\n", err=True)
        sys.exit(_exit_code(report, done=done))
    done = True
    if fix:
        from .validate_fix import make_fixes

        done = make_fixes(report, _words(inspection))
        report = inspection.report()
    if write_baseline:
        _write_baseline(report, Path(write_baseline))
        return
    report = _without_known(inspection, report)
    write(format.render(report, style))
    tell_internal_errors(report.internal_errors)
    sys.exit(_exit_code(report, done=done))


def _refuse_name(stdin_filename: str | None, paths: Sequence[str]) -> None:
    """Refuse a name for standard input that is not read."""
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename needs the path -, which reads standard input")


def _refuse_to_fix(paths: Sequence[str]) -> None:
    """Refuse to fix what is no file of a record."""
    from ..api.exported_records import is_export

    if STDIN in paths:
        raise click.UsageError("--fix and --diff need files; standard input has no file to fix")
    for path in paths:
        if is_export(Path(path)):
            raise click.UsageError(f"--fix and --diff need files of records; {path} is an export")


def _words(inspection: Inspection) -> Words | None:
    """What --fix needs for words in evidence; None without the texts of sources."""
    from .validate_fix import Words

    if inspection.sources is None:
        return None
    return Words(inspection.files, inspection.sources, settings_for(inspection.config))


def _without_known(inspection: Inspection, report: Report) -> Report:
    report, gone = inspection.without_known(report)
    if gone:
        tell(f"{counted(gone, 'finding')} of the baseline no longer found; update it with --write-baseline")
    return report


def _exit_code(report: Report, *, done: bool) -> int:
    """``done`` is false if some file could not be fixed."""
    if not done:
        return FAILED
    return ERRORS_FOUND if report.failed else 0


def _wants_colour(is_terminal: bool) -> bool:
    """By the conventions of no-color.org and force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _write_baseline(report: Report, path: Path) -> None:
    from ..validation import baseline

    found, kept = baseline.write(report, path)
    also = f"; {kept} kept that were not checked" if kept else ""
    say(f"{counted(found, 'finding')} written to {path}{also}")
    tell_internal_errors(report.internal_errors)
