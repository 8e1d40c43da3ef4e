"""Arguments and options that several commands have: paths and settings."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import reason
from ..files.paths import is_missing
from .exits import fail
from .output import tell

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus
    from ..validation.settings import Settings

DEFAULT = "records"
STDIN = "-"

paths_argument = click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")
config_option = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False),
    help="The settings file.  [default: the nearest communique.toml, or pyproject.toml with tool.communique]",
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Use up to N processes if there is much to check.  [default: one for each core]",
)

corpus_option = click.option(
    "--in", "path", type=click.Path(exists=True), help="The corpus.  [default: the folder records]"
)


def loaded(path: str | None) -> Corpus:
    """The given corpus, or the default one; exits if it has errors."""
    return loaded_from([path] if path else existing(()), None)


def loaded_from(paths: Sequence[str], config: str | None) -> Corpus:
    """The corpus of these paths; exits if it has errors."""
    from .. import api

    try:
        return api.load_checked(paths, settings=settings_for(config)).corpus
    except api.InvalidCorpusError as error:
        for line in str(error).splitlines():
            tell(line)
        fail("the corpus has errors; `communique validate` lists all of them")


def existing(paths: Sequence[str]) -> list[str]:
    """The given paths, or the default one."""
    if not paths and not Path(DEFAULT).is_dir():
        raise click.UsageError(f"no folder {DEFAULT!r} here; give a file or a folder")
    for path in paths:
        if path != STDIN and is_missing(Path(path)):
            raise click.UsageError(f"{path} does not exist")
    return list(paths) or [DEFAULT]


def not_left_out(paths: Sequence[str], settings: Settings) -> list[str]:
    """The paths without those that are skipped although they are given; reports the skipped ones."""
    from ..validation.discovery import is_left_out

    out = [path for path in paths if path != STDIN and is_left_out(Path(path), settings)]
    for path in out:
        why = f"excluded by {settings.path}" if settings.leaves_out(Path(path)) else "part of an export"
        tell(f"skipped {path}: {why}")
    return [path for path in paths if path not in out]


def standard_input() -> bytes:
    """The content of standard input; if it is too large for a record, only as much as shows it."""
    from ..reading.limits import MAX_BYTES

    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise click.UsageError(f"cannot read standard input: {reason(error)}") from error


def settings_for(config: str | None) -> Settings:
    """The settings in the given file, or those of the project."""
    from ..validation import settings

    return settings.load(Path(config)) if config else settings.find(Path())
