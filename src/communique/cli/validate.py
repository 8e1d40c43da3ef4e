"""``communique validate``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import reporting
from ..diagnostics.report import Report
from ..reporting.summary import lines as summary
from ..text.inflection import counted
from .exits import ERRORS_FOUND, FAILED, fail, tell_internal_errors
from .options import STDIN, config_option, existing, not_left_out, paths_argument, settings_for, standard_input
from .output import say, tell, write

if TYPE_CHECKING:
    from ..validation.settings import Settings

_MANY = 100  # files from which a progress bar is shown


@click.command()
@paths_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(reporting.FORMATS)),
    help="The output format.  [default: full in a terminal, else concise]",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule at the end.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of source texts; passages of evidence are checked against them.",
)
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
def validate(
    paths: tuple[str, ...],
    format_: str | None,
    statistics: bool,
    sources: str | None,
    config: str | None,
    known: str | None,
    write_baseline: str | None,
    stdin_filename: str | None,
    force_exclude: bool,
    fix: bool,
    diff: bool,
) -> None:
    """Check records and report all findings.

    PATH is a file, a folder, or - for standard input; the default is the folder records. References are resolved in the
    whole corpus to which a PATH belongs.
    """
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename needs the path -, which reads standard input")
    if (fix or diff) and STDIN in paths:
        raise click.UsageError("--fix and --diff need files; standard input has no file to fix")
    wanted, settings = existing(paths), settings_for(config)
    if force_exclude and not (wanted := not_left_out(wanted, settings)):
        return
    report = _inspect(wanted, sources, settings, stdin_filename)
    if diff:
        from .validate_fix import show_fixes

        done = show_fixes(report)
        write("\n".join(summary(report)) + "\n", err=True)
        sys.exit(_exit_code(report, done=done))
    done = True
    if fix:
        from .validate_fix import make_fixes

        done = make_fixes(report)
        report = _inspect(wanted, sources, settings)
    if write_baseline:
        _write_baseline(report, Path(write_baseline))
        tell_internal_errors(report.internal_errors)
        return
    if known:
        report = _without_known(report, Path(known))
    _say(report, format_, statistics)
    tell_internal_errors(report.internal_errors)
    sys.exit(_exit_code(report, done=done))


def _exit_code(report: Report, *, done: bool) -> int:
    """``done`` is false if some file could not be fixed."""
    if not done:
        return FAILED
    return ERRORS_FOUND if report.failed else 0


def _inspect(
    paths: Sequence[str], sources: str | None, settings: Settings, stdin_filename: str | None = None
) -> Report:
    from .. import api

    reports: list[Report] = []
    if STDIN in paths:
        reports.append(api.inspect_content(standard_input(), stdin_filename, sources=sources, settings=settings))
    if files := [Path(path) for path in paths if path != STDIN]:
        try:
            reports.append(api.inspect(files, sources=sources, settings=settings, watch=_watch))
        except FileNotFoundError as error:  # it was deleted after the command began
            fail(str(error))
    merged = Report.merged(reports)
    if not merged.files:
        apart = f", except those that {settings.path} excludes" if settings.exclude else ""
        raise click.UsageError(f"no records in {', '.join(paths)}{apart}")
    return merged


def _watch(files: Sequence[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
    """A progress bar for reading: only in a terminal, and only for many files."""
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _say(report: Report, format_: str | None, statistics: bool) -> None:
    is_terminal = sys.stdout.isatty()
    style = reporting.Style(_wants_colour(is_terminal), statistics)
    text = reporting.FORMATS[format_ or ("full" if is_terminal else "concise")].render(report, style)
    write(text)


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


def _without_known(report: Report, path: Path) -> Report:
    from ..validation import baseline

    fresh, gone = baseline.subtract(report, baseline.read(path))
    if gone:
        tell(f"{counted(gone, 'finding')} of the baseline no longer found; update it with --write-baseline")
    return replace(report, findings=tuple(fresh))
