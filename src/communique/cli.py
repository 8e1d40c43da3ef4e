"""The command line: arguments in, exit code out. No logic lives here.

Exit codes: 0 clean (warnings allowed), 1 findings of severity error, 2 wrong usage or internal trouble.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import click
from click.shell_completion import CompletionItem

from . import (
    __version__,
    baseline,
    catalogue,
    documenting,
    exporting,
    fixing,
    library,
    reporting,
    schemas,
    settings,
    skeleton,
)
from .baseline import BaselineError
from .checking import Report
from .checking.suggesting import did_you_mean
from .models import KINDS, SCHEMA_VERSION
from .reporting.escaping import escape
from .reporting.summary import plural
from .schemas import publishing
from .settings import Settings, SettingsError

ERRORS_FOUND = 1
TROUBLE = 2
_DEFAULT = "records"
_STDIN = "-"
_TROUBLES_TOLD = 5
_MANY = 100
_PLEASE = "Please send these lines, and the file if you may, to the project's issue tracker"

_paths = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")


def _complete_rule(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    rules = catalogue.rules().values()
    words = [(rule.code, rule.name) for rule in rules] + [(rule.name, rule.reason) for rule in rules]
    return [CompletionItem(word, help=help) for word, help in words if word.lower().startswith(begun.lower())]


_config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    help="The settings.  [default: the nearest communique.toml, or pyproject.toml with tool.communique]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="communique")
def cli() -> None:
    """AI-governance announcements as validated records.

    Records are YAML or JSON files; a folder with a dataset record is a corpus.
    """


@cli.command()
@_paths
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
@_config
@click.option("--baseline", "baseline_", type=click.Path(), help="A file of known findings, which do not count.")
@click.option("--write-baseline", type=click.Path(), help="Write what is found to this file, as a baseline.")
@click.option("--stdin-filename", type=click.Path(), help="What file the standard input is to be taken for.")
@click.option("--fix", is_flag=True, help="Mend what has one safe answer, then check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def validate(
    paths: tuple[str, ...],
    format_: str | None,
    statistics: bool,
    sources: str | None,
    config: str | None,
    baseline_: str | None,
    write_baseline: str | None,
    stdin_filename: str | None,
    fix: bool,
    diff: bool,
) -> None:
    """Check records and say everything that is wrong with them.

    PATH is a file, a folder, or - for standard input; without any, the folder records. References are looked up in the
    whole corpus that a PATH belongs to.
    """
    if stdin_filename and _STDIN not in paths:
        raise click.UsageError("--stdin-filename needs the path -, which reads standard input")
    report = _inspect(_existing(paths), sources, _settings(config), stdin_filename)
    if fix or diff:
        if _STDIN in paths:
            raise click.UsageError("--fix and --diff need files; standard input has no file to mend")
        _fix(report, only_show=diff)
        report = report if diff else _inspect(_existing(paths), sources, _settings(config))
    if write_baseline:
        written = baseline.write(report, Path(write_baseline))
        click.echo(f"{plural(written, 'finding')} written to {write_baseline}")
        return
    if baseline_:
        report = _without_known(report, Path(baseline_))
    is_terminal = sys.stdout.isatty()
    style = reporting.Style(_wants_colour(is_terminal), statistics)
    text = reporting.FORMATS[format_ or ("full" if is_terminal else "concise")](report, style)
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    _tell_troubles(report.troubles)
    sys.exit(ERRORS_FOUND if report.failed else 0)


@cli.command()
@_paths
@click.option("--to", required=True, type=click.Path(), help="The folder to write; replaced whole.")
@click.option(
    "--format", "formats", default=",".join(exporting.FORMATS), show_default=True, help="One or more formats."
)
@_config
@click.option("--embed", is_flag=True, help="In JSON, put what is referred to in the place of its id.")
def export(paths: tuple[str, ...], to: str, formats: str, config: str | None, embed: bool) -> None:
    """Write valid records as tables and JSON, all or nothing."""
    names = [name.strip() for name in formats.split(",") if name.strip()]
    for name in names:
        if name not in exporting.FORMATS:
            raise click.BadParameter(f"{name} is not one of {', '.join(exporting.FORMATS)}", param_hint="--format")
    try:
        report = library.load_report(_existing(paths), settings=_settings(config))
    except library.InvalidCorpusError as error:
        for finding in error.findings:
            click.echo(
                f"{escape(finding.path)}:{finding.line}:{finding.column}: {finding.code} {escape(finding.message)}",
                err=True,
            )
        click.echo("Nothing was exported, because the records have errors.", err=True)
        _tell_troubles(error.troubles)
        sys.exit(ERRORS_FOUND)
    if not report.files:
        raise click.UsageError("there are no records to export")
    try:
        written = library.export(report.corpus, names, to, embed=embed)
    except exporting.ExportError as error:
        _trouble(str(error))
    announcements, files = plural(len(report.corpus.announcements), "announcement"), plural(len(written), "file")
    click.echo(f"{announcements} exported to {to}: {files}")


@cli.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--to",
    type=click.Path(file_okay=False),
    help="The folder to write into.  [default: records/YEAR if there is a folder records, else here]",
)
def new(id_: str, to: str | None) -> None:
    """Begin a new announcement: a valid, commented file named after its ID."""
    if not skeleton.is_id(id_):
        help = "use lower-case letters, digits and single hyphens, such as cn-waico-proposal-2025"
        raise click.BadParameter(f"{id_!r} is no id; {help}", param_hint="ID")
    path = skeleton.place(id_, Path(to) if to else None, corpus=Path(_DEFAULT))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton.skeleton(id_, path))
    except FileExistsError:
        _trouble(f"{path} is already there; it was left as it is")
    except OSError as error:
        _trouble(f"{path} cannot be written: {error.strerror}")
    click.echo(f"{path} is ready to be filled in. Check it with: communique validate {path}")


@cli.command()
@click.argument("code", required=False, shell_complete=_complete_rule)
def rule(code: str | None) -> None:
    """Explain a rule by its code or name; without one, list them all."""
    rules = catalogue.rules()
    if code is None:
        for each in rules.values():
            click.echo(f"{each.code}  {each.severity:<7}  {each.name}")
        return
    found = catalogue.find(code)
    if found is None:
        names = [*rules, *(each.name for each in rules.values())]
        advice = did_you_mean(code, names) or "communique rule lists them all"
        raise click.BadParameter(f"there is no rule {code}; {advice}", param_hint="CODE")
    click.echo(catalogue.explain(found), nl=False)


@cli.group()
def schema() -> None:
    """Print or publish the JSON Schema."""


@schema.command()
@click.argument("kind", type=click.Choice(list(KINDS)), default="announcement")
@click.option("--version", type=click.Choice(schemas.versions()), default=SCHEMA_VERSION, show_default=True)
def show(kind: str, version: str) -> None:
    """Print the JSON Schema of one KIND of record."""
    click.echo(schemas.path(version, kind).read_text(encoding="utf-8"), nl=False)


@schema.command()
@click.argument("folder", type=click.Path(file_okay=False), default="schemas")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if the folder is not up to date.")
def publish(folder: str, only_check: bool) -> None:
    """Write the schemas and codelists that the models give into FOLDER."""
    _publish(publishing, folder, only_check)


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False), default="docs")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if the folder is not up to date.")
def docs(folder: str, only_check: bool) -> None:
    """Write the pages about rules and tables into FOLDER."""
    _publish(documenting, folder, only_check)


def _publish(what: ModuleType, folder: str, only_check: bool) -> None:
    if not only_check:
        what.publish(Path(folder))
        click.echo(f"{folder} is up to date")
        return
    differences: list[str] = what.differences(Path(folder))
    for difference in differences:
        click.echo(difference, err=True)
    click.echo(f"{folder} is not up to date" if differences else f"{folder} is up to date")
    sys.exit(ERRORS_FOUND if differences else 0)


def _existing(paths: Sequence[str]) -> list[str]:
    """The paths asked for, or the default one."""
    if not paths and not Path(_DEFAULT).is_dir():
        raise click.UsageError(f"there is no folder {_DEFAULT} here; name a file or a folder")
    for path in paths:
        if path != _STDIN and not os.path.lexists(path):
            raise click.UsageError(f"{path} does not exist")
    return list(paths) or [_DEFAULT]


def _wants_colour(is_terminal: bool) -> bool:
    """By the conventions of no-color.org and force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _fix(report: Report, *, only_show: bool) -> None:
    """Mend the files that the report is about, or show what would be changed."""
    for path in dict.fromkeys(finding.path for finding in report.findings if fixing.fixable(finding)):
        before = Path(path).read_bytes()
        after = fixing.fixed(before, [finding for finding in report.findings if finding.path == path], path)
        if after == before:
            continue
        if only_show:
            click.echo(fixing.difference(before, after, path), nl=False)
            continue
        try:
            fixing.replace_file(Path(path), after)
        except fixing.FixError as error:
            _trouble(str(error))
        click.echo(f"{escape(path)}: mended")


def _settings(config: str | None) -> Settings:
    try:
        return settings.load(Path(config)) if config else settings.find(Path())
    except SettingsError as error:
        raise click.UsageError(escape(str(error))) from error


def _without_known(report: Report, path: Path) -> Report:
    try:
        fresh, gone = baseline.subtract(report, baseline.read(path))
    except BaselineError as error:
        raise click.UsageError(escape(str(error))) from error
    if gone:
        click.echo(f"{plural(gone, 'finding')} of the baseline no longer there; write it anew", err=True)
    return replace(report, findings=tuple(fresh))


def _watch(files: Sequence[tuple[Path, Path]]) -> Iterator[tuple[Path, Path]]:
    """A bar that shows how far reading is: for people only, and only if it takes long enough to be seen."""
    if len(files) < _MANY or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _inspect(
    paths: Sequence[str], sources: str | None, settings: Settings, stdin_filename: str | None = None
) -> Report:
    reports: list[Report] = []
    if _STDIN in paths:
        content = sys.stdin.buffer.read()
        reports.append(library.inspect_content(content, stdin_filename, sources=sources, settings=settings))
    if files := [Path(path) for path in paths if path != _STDIN]:
        reports.append(library.inspect(files, sources=sources, settings=settings, watch=_watch))
    merged = library.merge(reports)
    if not merged.files:
        raise click.UsageError("there are no records in " + ", ".join(paths))
    return merged


def _tell_troubles(troubles: Sequence[str]) -> None:
    """If communique itself failed somewhere, say so and how to send it, and end with the exit code for that."""
    if not troubles:
        return
    for trouble in troubles[:_TROUBLES_TOLD]:
        click.echo(f"Error: communique failed while {escape(trouble)}", err=True)
    if len(troubles) > _TROUBLES_TOLD:
        click.echo(f"... and {len(troubles) - _TROUBLES_TOLD} more of this kind", err=True)
    versions = f"communique {__version__}, Python {platform.python_version()}, {platform.system()}"
    click.echo(f"This is a defect of communique, not of the record. {_PLEASE}: {versions}", err=True)
    sys.exit(TROUBLE)


def _trouble(message: str) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    sys.exit(TROUBLE)


def main() -> None:
    """Run the command line; an error of our own is told in a line, with exit code 2."""
    try:
        cli(prog_name="communique")
    except Exception as error:
        _tell_troubles([f"running: {type(error).__name__}: {error}"[:500]])
