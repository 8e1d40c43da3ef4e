"""``communique export``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from .. import api, exporting
from ..exporting.earlier_export import files_in
from ..exporting.packing import Packing
from ..exporting.stored_records import StoredRecords
from ..text.inflection import counted
from ..working import cores
from .export_formats import formats_option
from .invalid_corpus import refuse
from .options import config_option, existing, jobs_option, paths_argument, settings_for
from .output import files_line, say
from .progress import reading, writing


@click.command()
@paths_argument
@click.option("--to", required=True, type=click.Path(), help="The folder to write: new, empty, or an earlier export.")
@formats_option(name for name, each in exporting.FORMATS.items() if each.by_default)
@config_option
@click.option("--embed", is_flag=True, help="In JSON, replace ids with what they refer to.")
@jobs_option
def export(
    paths: tuple[str, ...], to: str, formats: list[str], config: str | None, embed: bool, jobs: int | None
) -> None:
    """Export valid records as tables and JSON; if there are errors, nothing is written."""
    earlier = files_in(Path(to))
    announcements, written = write_export(paths, formats, Path(to), config, embed=embed, jobs=jobs)
    files = files_line(written, earlier, "export")
    say(f"{counted(announcements, 'announcement')} exported to {to}: {files}")


def write_export(
    paths: Sequence[str], formats: Sequence[str], to: Path, config: str | None, *, embed: bool, jobs: int | None
) -> tuple[int, list[str]]:
    """Export the records of these paths; the number of announcements, and the names of the files. Exits on errors."""
    packing = Packing.for_formats([exporting.FORMATS[name] for name in formats], embed=embed)
    with closing(StoredRecords(packing)) as records:
        try:
            report = api.store_checked(
                existing(paths), records, settings=settings_for(config), jobs=jobs or cores(), watch=reading
            )
        except api.InvalidCorpusError as error:
            refuse(error, "Nothing was exported")
        if not report.files:
            raise click.UsageError("no records to export")
        written = exporting.export(records, formats, to, embed=embed, watch=writing)
        return len(records.roots["announcements"]), written
