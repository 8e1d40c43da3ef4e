"""``communique due``."""

from __future__ import annotations

from datetime import date

import click

from ..corpus.corpus import Corpus
from ..corpus.ledger import LedgerEntry
from ..ledger import FORMATS
from ..ledger.format import Ledger
from ..lexicon.spelling import question
from .completion import ids
from .day import day as a_day
from .options import config_option, existing, loaded_from
from .output import columns, tell, write


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--on", type=a_day, metavar="DATE", help="The day, such as 2026-07-05.  [default: today]")
@click.option("--actor", metavar="ID", shell_complete=ids("actor"), help="Only what this actor has to do.")
@click.option("--open", "wanted", flag_value="open", multiple=True, help="Only what is open.")
@click.option("--overdue", "wanted", flag_value="overdue", multiple=True, help="Only what is overdue.")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@config_option
def due(
    paths: tuple[str, ...],
    on: date | None,
    actor: str | None,
    wanted: tuple[str, ...],
    name: str,
    config: str | None,
) -> None:
    """List commitments with their due days: what is overdue, what is open, and what came of the others.

    What a record promises, orders, asks or recommends is listed from the day of its announcement; the second line says
    how many commitments were made only later. One has ended on the day of its outcome; of several possible days, on
    the last. It is overdue if its due day has passed and no record says what came of it, which does not mean that
    nothing was done. With --format ics, the due days are a calendar file.
    """
    corpus = loaded_from(existing(paths), config)
    if actor is not None:
        _require_actor(actor, corpus)
    day = on or date.today()
    made = _commitments(actor, corpus, day)
    not_made = len(_commitments(actor, corpus, date.max)) - len(made)
    entries = [each for each in made if not wanted or each.status in wanted]
    ledger = Ledger(entries, day, corpus, columns(), not_made)
    write(FORMATS[name].render(ledger))
    if missing := FORMATS[name].left_out(ledger):
        tell(missing)


def _commitments(actor: str | None, corpus: Corpus, day: date) -> list[LedgerEntry]:
    """The commitments up to the day; those of the actor, if one is given."""
    return [each for each in corpus.ledger(day) if actor is None or actor in each.commitment.by]


def _require_actor(id: str, corpus: Corpus) -> None:
    if id not in corpus.actors:
        named = [each.id for each in corpus.find(id.replace("-", " "), "actor")[:3]]
        help = question(*named) if named else "`communique find WORDS --type actor` lists actors"
        raise click.BadParameter(f"no actor has the id {id!r}; {help}", param_hint="--actor")
