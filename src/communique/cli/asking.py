"""What several commands ask for: paths and settings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from .. import settings
from ..reporting.escaping import escape
from ..settings import Settings, SettingsError

DEFAULT = "records"
STDIN = "-"

paths_argument = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")
config_option = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    help="The settings.  [default: the nearest communique.toml, or pyproject.toml with tool.communique]",
)


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
