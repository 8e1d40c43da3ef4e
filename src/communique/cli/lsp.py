"""``communique lsp``."""

from __future__ import annotations

import sys

import click

from .. import assisting
from .output import tell


@click.command()
def lsp() -> None:
    """Help an editor with records, by the Language Server Protocol on standard input and output.

    Findings while you type, quick fixes, cards of ids and meanings of fields and codes on hover, the definition of an
    id and all references to it, another id for a thing, the outline of a record, and completion of ids, codes and
    fields. An editor starts this command itself, and its settings name texts of sources and a baseline.
    """
    assisting.refuse_missing()
    if sys.stdin.isatty():
        tell("Waiting for an editor on standard input; Ctrl-C ends this")
    assisting.serve()
