"""``communique validate``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from .. import api, reporting
from ..diagnostics.report import Report
from ..reporting.summary import lines as summary
from ..text.inflection import counted
from ..validation import baseline
from ..validation.settings import Settings
from .exits import ERRORS_FOUND, TROUBLE, fail, tell_internal_errors
from .options import STDIN, config_option, existing, not_left_out, paths_argument, settings_for, standard_input
from .output import say, tell, write
from .validate_fix import make_fixes, show_fixes

_MANY = 100  # files from which on reading takes long enough for a bar to be seen


@click.command()
@paths_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(reporting.FORMATS)),
    help="How to say it.  [default: full at a terminal, else concise]",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule at the end.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of source texts, against which passages of evidence are re-checked.",
)
@config_option
@click.option("--baseline", "known", type=click.Path(), help="A file of known findings, which do not count.")
@click.option("--write-baseline", type=click.Path(), help="Write what is found to this file, as a baseline.")
@click.option(
    "--stdin-filename", type=click.Path(dir_okay=False), help="What file the standard input is to be taken for."
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the settings exclude and what an export wrote even where it is named, as hooks do.",
)
@click.option("--fix", is_flag=True, help="Fix what has one safe answer, then check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
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
    """Check records and say everything that is wrong with them.

    PATH is a file, a folder, or - for standard input; without any, the folder records. References are looked up in the
    whole corpus that a PATH belongs to.
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
        done = show_fixes(report)
        write("\n".join(summary(report)) + "\n", err=True)
        sys.exit(_exit_code(report, done=done))
    done = not fix or make_fixes(report)
    if fix:
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
    """``done`` tells that no file was in the way of being fixed."""
    if not done:
        return TROUBLE
    return ERRORS_FOUND if report.failed else 0


def _inspect(
    paths: Sequence[str], sources: str | None, settings: Settings, stdin_filename: str | None = None
) -> Report:
    reports: list[Report] = []
    if STDIN in paths:
        reports.append(api.inspect_content(standard_input(), stdin_filename, sources=sources, settings=settings))
    if files := [Path(path) for path in paths if path != STDIN]:
        try:
            reports.append(api.inspect(files, sources=sources, settings=settings, watch=_watch))
        except FileNotFoundError as error:  # it was there when the command began
            fail(str(error))
    merged = Report.merged(reports)
    if not merged.files:
        apart = f", apart from what {settings.path} excludes" if settings.exclude else ""
        raise click.UsageError(f"there are no records in {', '.join(paths)}{apart}")
    return merged


def _watch(files: Sequence[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
    """A bar that shows how far reading is: for people only, and only if it takes long enough."""
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _say(report: Report, format_: str | None, statistics: bool) -> None:
    is_terminal = sys.stdout.isatty()
    style = reporting.Style(_wants_colour(is_terminal), statistics)
    text = reporting.FORMATS[format_ or ("full" if is_terminal else "concise")](report, style)
    write(text)


def _wants_colour(is_terminal: bool) -> bool:
    """By the conventions of no-color.org and force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _write_baseline(report: Report, path: Path) -> None:
    found, kept = baseline.write(report, path)
    also = f"; {kept} kept of what was not checked" if kept else ""
    say(f"{counted(found, 'finding')} written to {path}{also}")


def _without_known(report: Report, path: Path) -> Report:
    fresh, gone = baseline.subtract(report, baseline.read(path))
    if gone:
        tell(f"{counted(gone, 'finding')} of the baseline no longer there; write it anew with --write-baseline")
    return replace(report, findings=tuple(fresh))
