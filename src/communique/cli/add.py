"""``communique add``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from .add_to import Choices, add_to
from .exits import fail
from .options import config_option, corpus_option

if TYPE_CHECKING:
    from ..adding.addition import Additions
    from ..corpus.corpus import Corpus

_OPTIONS = (
    click.option("--from", "file", type=click.Path(exists=True, dir_okay=False), help="A file with many of them."),
    click.option(
        "--to",
        type=click.Path(exists=True, dir_okay=False),
        help="The record or registry to write to.  [default: the registry that has most like it]",
    ),
    click.option("--partial", is_flag=True, help="Add what is understood, even if something else is not."),
    click.option("--dry-run", is_flag=True, help="Print the changes as a diff; write nothing."),
    corpus_option,
    config_option,
)


def _adds(command: Callable[..., None]) -> Callable[..., None]:
    """The options that all commands of the group have."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group()
def add() -> None:
    """Add sources, actors, instruments or occasions to the records.

    What the corpus has already is not added again. Only what is certain is filled in, and nothing else in the files
    changes. The new records are checked first: if they have a new error, nothing is written.
    """


@add.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--type", "type_", default="", help="The type of those whose type the corpus does not know.")
@click.option("--access", default="", help="How much of them was read.  [default: not_read]")
@click.option("--about", default="", help="What their ids end with.  [default: as others do, or words of the title]")
@_adds
def source(urls: Sequence[str], type_: str, access: str, about: str, file: str | None, **choices: Any) -> None:
    """Add sources by their addresses.

    A file of --from has one link in each line; behind it may be a title and a type, each after a tab. It may also be a
    list in Markdown.
    """
    from ..adding.code import code_of
    from ..adding.link import links_of
    from ..adding.sources import Wishes, new_sources

    wishes = Wishes(code_of("SourceType", type_), code_of("SourceAccess", access or "not_read"), about)
    if (type_ and not wishes.type) or not wishes.access:
        fail("there is no such code; `communique codes source_type` and `communique codes source_access` list them")
    if not urls and not file:
        raise click.UsageError("give an address, or a file of links with --from")

    def gather(corpus: Corpus, to: str) -> Additions:
        return new_sources(corpus, links_of(urls, file or ""), wishes, to, file or "<links>")

    add_to(Choices(**choices), gather)
