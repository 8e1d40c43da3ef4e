"""``communique find``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence

import click

from ..cards.line_wrapping import wrap
from ..corpus.corpus import Corpus
from ..corpus.search.query import Found
from ..corpus.search.suggestions import meant, most_fitting, whole_of
from ..lexicon.spelling import question
from ..models import REFERABLE_KINDS
from .completion import ids
from .exits import ERRORS_FOUND
from .options import corpus_option, loaded
from .output import columns, say, tell

_LEAST_NAME = 24
_LONGEST_ID = 40
_SUGGESTED = 3
_NO_SOURCES = tuple(kind for kind in REFERABLE_KINDS if kind != "source")


@click.command()
@click.argument("words", nargs=-1, required=True, shell_complete=ids())
@click.option(
    "--type",
    "kinds",
    type=click.Choice(list(REFERABLE_KINDS)),
    multiple=True,
    help="Only things of this kind; repeatable.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=40,
    show_default=True,
    help="List at most this many things; 0 lists all.",
)
@corpus_option
def find(words: tuple[str, ...], kinds: tuple[str, ...], most: int, path: str | None) -> None:
    """Find ids by WORDS of names: of actors, instruments, occasions, announcements and sources.

    The search covers ids and former ids, names, titles, publishers, addresses, identifiers, and the codes and names of
    countries. It does not cover dates, topics and the texts of statements and summaries.

    Each line has the id, the kind, the country, the date and the name. After "in" is the country where something takes
    place, which may differ from the country of those who announce it.
    """
    asked = " ".join(words)
    corpus = loaded(path)
    found = corpus.find(asked, kinds)
    listed = found[:most] if most else found
    for line in _table(listed, columns()):
        say(line)
    if len(found) > len(listed):
        tell(f"{len(found) - len(listed)} more; narrow the search with --type or more words, or list all with --most 0")
    if not found:
        _suggest(asked, corpus, kinds)
        sys.exit(ERRORS_FOUND)
    elif not kinds and all(each.kind == "source" for each in found):
        if len(asked.split()) == 1:
            tell(f"only sources have this word; `communique add actor {shlex.quote(asked)}` defines an actor")
        else:
            _show_nearest("only sources have all of these words; most similar others:", asked, corpus, _NO_SOURCES)


def _suggest(asked: str, corpus: Corpus, kinds: Sequence[str]) -> None:
    of_kind = f", as {' or '.join(kinds)}" if kinds else ""
    nothing = f"nothing found for {asked!r} in ids and names{of_kind}"
    if whole := whole_of(asked, corpus, kinds):
        tell(f"{nothing}; it is the name of a part of {_named(whole[0])}")
    elif nearer := meant(asked, corpus, kinds)[:_SUGGESTED]:
        tell(f"{nothing}; {question(*map(_named, nearer))}")
    elif state := _state_called(asked):
        tell(f"{nothing}; `communique add actor {state[0]} --type country --country {state[1]}` defines it")
    elif not _show_nearest("nothing has all of these words; most similar:", asked, corpus, kinds):
        tell(nothing)


def _state_called(name: str) -> tuple[str, str] | None:
    """A state that the corpus does not have: its English name, in quotes if it needs them, and its ISO code."""
    from ..lexicon.countries import country_in_any_language, name_of

    code = country_in_any_language(name)
    return (shlex.quote(name_of(code)), code) if code else None


def _show_nearest(head: str, asked: str, corpus: Corpus, kinds: Sequence[str]) -> bool:
    """Print what has most of the words, to standard error, so that scripts do not read it as results."""
    nearest = most_fitting(asked, corpus, kinds)[:_SUGGESTED]
    for line in [head, *_table(nearest, columns())] if nearest else []:
        tell(line)
    return bool(nearest)


def _named(thing: Found) -> str:
    return f"{thing.id} ({thing.name})" if thing.name else thing.id


def _table(found: Sequence[Found], width: int) -> Iterator[str]:
    """A row for each; a name that does not fit is on the next line."""
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
