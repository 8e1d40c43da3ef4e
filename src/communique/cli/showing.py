"""``communique show``."""

from __future__ import annotations

import shutil

import click

from .. import showing
from ..checking.suggesting import did_you_mean
from ..library import InvalidCorpusError, load
from ..reporting.escaping import escape
from .asking import existing
from .ending import fail


@click.command()
@click.argument("id")
@click.option("--in", "path", type=click.Path(exists=True), help="The corpus.  [default: the folder records]")
def show(id: str, path: str | None) -> None:
    """Show what the corpus knows of one thing: an announcement, an instrument, an actor, an occasion or a source.

    Of an announcement: what, who, when, how firm, what is disputed, and on how many independent sources each point
    rests. Of an instrument: its life across announcements. Of an actor: what it announced and said.
    """
    try:
        corpus = load(path or existing(())[0])
    except InvalidCorpusError as error:
        fail(f"{escape(str(error), 2_000)}\nmend them first; communique validate lists them")
    try:
        click.echo(showing.card(id, corpus, min(shutil.get_terminal_size().columns, 110)), nl=False)
    except KeyError:
        advice = did_you_mean(id, corpus.ids) or "ids are lower-case words with hyphens"
        raise click.BadParameter(f"nothing has the id {escape(id)}; {advice}", param_hint="ID") from None
    except showing.CannotShowError as error:
        raise click.BadParameter(str(error), param_hint="ID") from None
