"""``communique new``."""

from __future__ import annotations

from pathlib import Path

import click

from .. import library, skeleton
from ..reporting.escaping import escape
from .asking import DEFAULT
from .ending import fail


@click.command()
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
    path = skeleton.place(id_, Path(to) if to else None, corpus=Path(DEFAULT))
    if (holder := library.holder(id_, path)) and Path(holder).resolve() != path.resolve():
        fail(f"the id {id_} is taken: {escape(holder)} has it, and ids are never given twice")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton.skeleton(id_, path))
    except FileExistsError:
        fail(f"{path} is already there; it was left as it is")
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}")
    click.echo(f"{path} is ready to be filled in. Check it with: communique validate {path}")
