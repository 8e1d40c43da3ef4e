"""``communique import``."""

from __future__ import annotations

import click

from .options import config_option


@click.command(name="import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[EXPORT | PATH...]")
@click.option("--to", type=click.Path(), help="Write the records of EXPORT to this folder: new, or empty.")
@click.option(
    "--update",
    "workbook",
    type=click.Path(exists=True),
    metavar="WORKBOOK",
    help="Make the edits of this Excel workbook, which was exported from the records in PATH.",
)
@config_option
@click.option("--dry-run", is_flag=True, help="With --update: write nothing; print the changes as a unified diff.")
def import_(paths: tuple[str, ...], to: str | None, workbook: str | None, config: str | None, dry_run: bool) -> None:
    """Read an export back into records, or the edits of a workbook into the records that it was exported from.

    With --to: EXPORT is the folder of an export, or a file or folder in it, such as corpus.xlsx or csv. All records are
    written, or none.

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
        from .import_to import import_to

        if dry_run:
            raise click.UsageError("--dry-run needs --update")
        import_to(paths, to)
