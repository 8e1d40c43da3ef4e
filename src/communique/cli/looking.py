"""``communique find``."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

import click

from .. import lookup
from ..lookup import Found
from ..showing.lines import wrap
from .asking import corpus_option, loaded
from .ending import ERRORS_FOUND
from .output import say, tell

_LEAST_NAME = 24
_LONGEST_ID = 40
_MOST_COLUMNS = 110
_SUGGESTED = 3


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--type",
    "kinds",
    type=click.Choice(list(lookup.KINDS)),
    multiple=True,
    help="Only things of this kind; repeatable.",
)
@corpus_option
def find(words: tuple[str, ...], kinds: tuple[str, ...], path: str | None) -> None:
    """Find the ids of things by WORDS of their names: actors, instruments, occasions, announcements, sources.

    Former ids, identifiers, addresses, and countries by their usual names and codes do as well. A line has the id, the
    kind, the country, the day and the name.
    """
    asked = " ".join(words)
    corpus = loaded(path)
    found = lookup.look_up(asked, corpus, kinds)
    for line in _table(found, min(shutil.get_terminal_size().columns, _MOST_COLUMNS)):
        say(line)
    if not found:
        nearer = lookup.look_up(lookup.corrected(asked, corpus, kinds), corpus, kinds)[:_SUGGESTED]
        named = " or ".join(f"{each.id} ({each.name})" if each.name else each.id for each in nearer)
        of_kind = f", as {' or '.join(kinds)}" if kinds else ""
        tell(f"nothing has {asked} in its id or its names{of_kind}" + (f"; did you mean {named}?" if named else ""))
        sys.exit(ERRORS_FOUND)


def _table(found: Sequence[Found], width: int) -> Iterator[str]:
    """A row for each; what finds no room beside the rest stands below it."""
    columns = [max((len(each[column]) for each in found), default=0) for column in (1, 2, 3)]
    ids = min(max((len(each.id) for each in found), default=0), _LONGEST_ID, width - sum(columns) - 2 * len(columns))
    for each in found:
        rest = "".join(f"{part:<{wide}}  " for part, wide in zip(each[1:4], columns, strict=True) if wide)
        if len(each.id) > ids:
            yield each.id
        head = f"{each.id if len(each.id) <= ids else '':<{ids}}  {rest}"
        if width - len(head) >= _LEAST_NAME:
            yield from wrap(each.name, width, head, " " * len(head))
            continue
        yield head.rstrip()
        if each.name:
            yield from wrap(each.name, width, "    ", "      ")
