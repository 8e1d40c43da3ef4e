"""``communique import``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from .exits import fail
from .file_form import form_of, form_options
from .options import config_option

sheet_option, encoding_option, header_option = form_options("For FILE")


@click.command(name="import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[EXPORT | FILE | PATH...]")
@click.option(
    "--to", type=click.Path(), help="Write the records to this folder; those of EXPORT to a new or empty one."
)
@click.option(
    "--as",
    "layout",
    metavar="NAME",
    help="What FILE is: sheet, agora, oecd, aiid, zotero, ris or csl-json.  [default: what its columns show]",
)
@click.option("--mapping", default="", help="For a sheet: the file that says which column is which field.")
@click.option("--write-mapping", is_flag=True, help="For a sheet: write only that file, as it is guessed.")
@sheet_option
@encoding_option
@header_option
@click.option(
    "--source-type", default="", help="For FILE: the type of the pages whose type is not known; without it, unknown."
)
@click.option("--language", default="", help="For FILE: the language of the titles.  [default: en, in Latin letters]")
@click.option(
    "--date-order",
    type=click.Choice(["DMY", "MDY"], case_sensitive=False),
    help="For FILE: which number of 03/04/2025 is the day, if no cell of the column shows it.",
)
@click.option("--report", default="", help="For FILE: where the report belongs.  [default: beside the records]")
@click.option("--partial", is_flag=True, help="For FILE: take the rows that can be taken, even if others cannot.")
@click.option(
    "--update",
    "workbook",
    type=click.Path(exists=True),
    metavar="WORKBOOK",
    help="Make the edits of this Excel workbook, which was exported from the records in PATH.",
)
@config_option
@click.option("--dry-run", is_flag=True, help="Write nothing; with --update, print the changes as a unified diff.")
def import_(
    paths: tuple[str, ...],
    to: str | None,
    layout: str | None,
    workbook: str | None,
    config: str | None,
    dry_run: bool,
    **choices: Any,
) -> None:
    """Read an export back into records, other people's data into drafts, or the edits of a workbook into its records.

    With --to and EXPORT: EXPORT is the folder of an export, or a file or folder in it, such as corpus.xlsx or csv. All
    records are written, or none.

    With --to and FILE: FILE is a sheet of announcements, or data of AGORA, OECD.AI, AIID or a library of references.
    Announcements become drafts, references become sources. The report says what is mapped, kept or dropped. What an
    earlier run has written is not written again, and no file that is there is changed, but for the report and the
    registry of the sources.

    With --update: PATH is a file or a folder; the default is the folder records. Every change is printed. Only what was
    edited is written again: comments, order and layout of the files stay. If an edit cannot be made, or the records
    would have new errors, nothing is written.
    """
    if (to is None) == (workbook is None):
        raise click.UsageError("give either --to, for an export, or --update, for an edited workbook")
    if workbook is not None:
        from .import_update import import_update

        import_update(workbook, paths, config, dry_run=dry_run)
    elif to is not None:
        _import_to(paths, to, layout, config, dry_run=dry_run, choices=choices)


def _import_to(
    paths: tuple[str, ...],
    to: str,
    layout: str | None,
    config: str | None,
    *,
    dry_run: bool,
    choices: Mapping[str, Any],
) -> None:
    from ..importing.reader import ImportFailedError
    from ..intake.layouts import NAMES, nearly, recognised

    if layout is not None and layout not in NAMES:
        raise click.BadParameter(f"{layout!r} is none of {', '.join(NAMES)}", param_hint="--as")
    form = form_of(choices)
    name = layout or (recognised(Path(paths[0]), form) if len(paths) == 1 else "")
    if not name:
        from .import_to import import_to

        near = nearly(Path(paths[0]), form) if len(paths) == 1 else ""
        help = f"If it is the data of others, say what it is with --as: {', '.join(NAMES)}{near and f' ({near})'}"
        if dry_run:
            raise click.UsageError(f"--dry-run needs --update, or the data of others. {help}")
        try:
            import_to(paths, to)
        except ImportFailedError as error:
            fail(f"{str(error).rstrip('?.')}. {help}")
        return
    from .import_foreign import Choices, import_foreign

    if len(paths) != 1:
        raise click.UsageError("--to needs one PATH, which is the file")
    wishes = {each: choices[each] for each in ("mapping", "source_type", "language", "date_order")}
    chosen = Choices(name, to, choices["report"], choices["partial"], dry_run, choices["write_mapping"])
    import_foreign(paths[0], chosen, wishes, form, config)
