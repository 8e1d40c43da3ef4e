"""What several commands ask for: paths and settings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from .. import library, settings
from ..corpus import Corpus
from ..reporting.escaping import escape
from ..settings import Settings, SettingsError
from .ending import fail

DEFAULT = "records"
STDIN = "-"

paths_argument = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")
config_option = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    help="The settings.  [default: the nearest communique.toml, or pyproject.toml with tool.communique]",
)


corpus_option = click.option(
    "--in", "path", type=click.Path(exists=True), help="The corpus.  [default: the folder records]"
)


def loaded(path: str | None) -> Corpus:
    """The corpus that is named, or the default one; ends the program if it has errors."""
    try:
        return library.load(path or existing(())[0])
    except library.InvalidCorpusError as error:
        for line in str(error).splitlines():
            click.echo(escape(line), err=True)
        fail("what is wrong has to be fixed first; communique validate lists all of it")


def existing(paths: Sequence[str]) -> list[str]:
    """The paths asked for, or the default one."""
    if not paths and not Path(DEFAULT).is_dir():
        raise click.UsageError(f"there is no folder {DEFAULT} here; name a file or a folder")
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise click.UsageError(f"{path} does not exist")
    return list(paths) or [DEFAULT]


def settings_for(config: str | None) -> Settings:
    """The settings that are named, or those of the project."""
    try:
        return settings.load(Path(config)) if config else settings.find(Path())
    except SettingsError as error:
        raise click.UsageError(escape(str(error))) from error
