"""``communique find``."""

from __future__ import annotations

import sys

import click

from .. import lookup
from ..reporting.escaping import escape
from .asking import corpus_option, loaded
from .ending import ERRORS_FOUND


@click.command()
@click.argument("words", nargs=-1, required=True)
@corpus_option
def find(words: tuple[str, ...], path: str | None) -> None:
    """Find the ids of things by WORDS of their names: actors, instruments, occasions, announcements, sources."""
    found = lookup.look_up(" ".join(words), loaded(path))
    width = max((len(each.id) for each in found), default=0)
    for each in found:
        click.echo(f"{each.id:<{width}}  {each.kind:<12}  {escape(each.name)}")
    if not found:
        click.echo(f"nothing has {escape(' '.join(words))} in its id or its names", err=True)
        sys.exit(ERRORS_FOUND)
