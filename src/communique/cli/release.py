"""``communique release``."""

from __future__ import annotations

from pathlib import Path

import click

from .. import api, releasing
from ..api import releases
from ..exporting.earlier_export import files_in
from ..working import cores
from .export_formats import formats_option
from .invalid_corpus import refuse
from .options import config_option, existing, jobs_option, paths_argument, settings_for
from .output import files_line, say, tell
from .progress import reading, writing

_NEXT = "next"


@click.command()
@click.argument("version")
@paths_argument
@click.option("--to", type=click.Path(), help="The folder to write: new, empty, or an earlier release.")
@click.option(
    "--since",
    metavar="LAST",
    help="The earlier version: a folder or a zip file that was released or exported, the folder of its records, or a "
    "revision of the records, as git:v0.2.0.",
)
@formats_option(releasing.RELEASE_FORMATS, f"; {', '.join(releasing.NEEDED)} are always written")
@click.option("--strict", is_flag=True, help="Refuse warnings, too.")
@config_option
@jobs_option
def release(
    version: str,
    paths: tuple[str, ...],
    to: str | None,
    since: str | None,
    formats: list[str],
    config: str | None,
    strict: bool,
    jobs: int | None,
) -> None:
    """Write a version of the data as files to publish, with what changed since an earlier version.

    VERSION is that of the dataset record, and has to say enough for what changed. With `next`, nothing is written, and
    the lowest version that says enough is printed.
    """
    records = releases.Corpora(existing(paths), settings_for(config), jobs or cores(), strict, reading, writing)
    try:
        if version == _NEXT:
            _propose(records, since)
        elif to is None:
            raise click.UsageError("Missing option '--to'.")
        else:
            earlier = files_in(Path(to))
            done = releases.release(version, records, to, since=since, formats=formats)
            say(f"{version} released to {to}: {files_line(done.files, earlier, 'release')}")
            if done.summary:
                say(done.summary)
            if done.warning:
                tell(f"warning: {done.warning}")
    except api.InvalidCorpusError as error:
        refuse(error, "Nothing was released")


def _propose(records: releases.Corpora, since: str | None) -> None:
    if since is None:
        raise click.UsageError(f"{_NEXT} needs --since, the version to compare with")
    proposal = releases.next_version(records, since)
    say(proposal.version)
    tell(proposal.why)
