"""``communique show``."""

from __future__ import annotations

from datetime import date

import click

from .. import cards
from ..corpus.unknown_id import UnknownIdError
from ..lexicon.spelling import question
from .completion import ids
from .day import day as a_day
from .options import corpus_option, loaded
from .output import columns, write


@click.command()
@click.argument("id_", metavar="ID", shell_complete=ids())
@corpus_option
@click.option("--on", type=a_day, metavar="DATE", help="Leave out what came after this day, such as 2026-07-05.")
def show(id_: str, path: str | None, on: date | None) -> None:
    """Show what the corpus has about one thing: an announcement, an instrument, an actor, an occasion or a source.

    For an announcement: what, who, when, how certain, what is disputed, and how many independent sources support each
    point. For an instrument: its history across announcements, and its stage on the day. For an actor: what it
    announced and said. A commitment, or another assertion with an id of its own, is shown alone: RECORD#COMMITMENT.
    """
    corpus = loaded(path)
    try:
        write(cards.card(id_, corpus, columns(), on=on))
    except UnknownIdError as error:
        whole = error.id.replace("-", " ")
        named = [] if cards.SEPARATOR in whole else [each.id for each in corpus.find(whole)[:3]]
        advice = question(*named) if named else error.help
        help = advice or "`communique find` searches for words in names"
        raise click.BadParameter(f"unknown id {error.id!r}; {help}", param_hint="ID") from None
    except cards.CannotShowError as error:
        raise click.BadParameter(str(error), param_hint="ID") from None
