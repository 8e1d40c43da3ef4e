"""``communique import``."""

from __future__ import annotations

import click

from .import_to import import_to


@click.command(name="import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="EXPORT")
@click.option("--to", required=True, type=click.Path(), help="Write the records to this folder: new, or empty.")
def import_(paths: tuple[str, ...], to: str) -> None:
    """Read an export back into records.

    EXPORT is the folder of an export, or a file or folder in it, such as corpus.xlsx or csv. All records are written,
    or none.
    """
    import_to(paths, to)
