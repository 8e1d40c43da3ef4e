"""``communique schema``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import schemas
from ..models import RECORD_KINDS, SCHEMA_VERSION
from ..text.inflection import counted
from ..text.json_text import file_content
from .exits import ERRORS_FOUND
from .options import settings_for
from .output import say, tell, write

if TYPE_CHECKING:
    from ..schemas.comparison import Change

_version = click.Choice(schemas.versions())


class _VersionOrCommand(click.Group):
    """``schema 0.1.0`` is short for ``schema show 0.1.0``, and ``schema`` alone for the newest."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_VersionOrCommand)
def schema() -> None:
    """Print, compare or publish versions of the JSON Schema.

    `communique schema [VERSION]` prints a schema; it is short for `communique schema show`.
    """


@schema.command()
@click.argument("version", type=_version, default=SCHEMA_VERSION)
@click.option("--kind", type=click.Choice(list(RECORD_KINDS)), default="announcement", show_default=True)
@click.option("--bundle", is_flag=True, help="In one file that refers to no other; every published schema is one.")
@click.option("--flat", is_flag=True, help="With --bundle: loosened for structured outputs of language models.")
def show(version: str, kind: str, bundle: bool, flat: bool) -> None:
    """Print the JSON Schema of one kind of record in VERSION (default: the newest).

    With --bundle --flat, print it in the subset that structured outputs of language models take. Its description says
    what was loosened. `communique schema record` makes a record of an answer in it.
    """
    if flat:
        from ..schemas.flat import flat as flattened

        if not bundle or version != SCHEMA_VERSION:
            raise click.UsageError(f"--flat needs --bundle, and is there for schema {SCHEMA_VERSION} only")
        write(file_content(flattened(kind)).decode("utf-8"))
        return
    write(schemas.path(version, kind).read_text(encoding="utf-8"))


@schema.command()
@click.argument("answer", type=click.Path(exists=True, dir_okay=False), metavar="ANSWER")
def record(answer: str) -> None:
    """Print the record that is in ANSWER, a JSON file in the flat schema, as YAML.

    Nulls are left out, and texts get their languages back. Nothing is checked: `communique cite --fill` and
    `communique validate` do that.
    """
    from ..authoring.answer import as_yaml, record_of
    from ..reading import read_file

    document = read_file(Path(answer), Path(answer).parent)
    if not document.complete:
        raise click.BadParameter(f"{answer} cannot be read; `communique validate {answer}` says why")
    write(as_yaml(record_of(document.data)))


@schema.command()
@click.argument("older", type=_version, default=schemas.versions()[-2])
@click.argument("newer", type=_version, default=schemas.versions()[-1])
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[PATH]...")
def diff(older: str, newer: str, paths: tuple[str, ...]) -> None:
    """List the changes from OLDER to NEWER (default: the last two versions), and check the version number.

    A change is patch (wording only), minor (every old record stays valid) or major. In addition, the records in each
    PATH (default: the folder records, if it exists) are validated by both versions. Fails if the version number of
    NEWER is too small for the changes; below 1.0.0, the second number is enough for major changes.
    """
    from ..schemas import comparison

    records = dict(_records(paths or [path for path in ("records",) if Path(path).is_dir()]))
    changes = [*comparison.compare(older, newer), *comparison.replay(older, newer, records.items())]
    for change in changes:
        say(f"{change.level.name.lower():<5}  {change.where}: {change.what}")
    level = comparison.level(changes)
    say(f"{_counted(changes)}; {counted(len(records), 'record')} validated by both versions")
    if not comparison.says_enough(older, newer, level):
        fail_with = f"from {older} to {newer} is less than a {level.name.lower() if level else ''} change requires"
        say(f"The version number is too small: {fail_with}.")
        sys.exit(ERRORS_FOUND)


def _records(paths: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    from ..reading import read_file
    from ..validation.discovery import asked_files

    settings = settings_for(None)
    for path in paths:
        for file in asked_files([Path(path)], settings):
            document = read_file(file, Path(path) if Path(path).is_dir() else file.parent)
            if isinstance(document.data, dict):
                yield str(file), document.data


def _counted(changes: Sequence[Change]) -> str:
    from ..schemas.comparison import Level

    counts = {level: sum(change.level is level for change in changes) for level in reversed(Level)}
    return ", ".join(f"{number} {level.name.lower()}" for level, number in counts.items() if number) or "no change"


@schema.command()
@click.argument("folder", type=click.Path(file_okay=False), default="schemas")
@click.option("--check", is_flag=True, help="Write nothing; fail if the folder is not up to date.")
def publish(folder: str, check: bool) -> None:
    """Write the schemas and codelists, generated from the models, to FOLDER."""
    from ..schemas import publication

    if not check:
        publication.publish(Path(folder))
        say(f"{folder} is up to date")
        return
    differences = publication.differences(Path(folder))
    for difference in differences:
        tell(difference)
    say(f"{folder} is not up to date" if differences else f"{folder} is up to date")
    sys.exit(ERRORS_FOUND if differences else 0)
