"""``communique draft``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..authoring.citation import CitationError
from ..errors import reason
from ..files.atomic_write import create_file
from ..models import is_id
from ..text.source_text import UnreadableTextError, read_text
from .exits import fail
from .options import DEFAULT, existing, loaded_from, paths_argument
from .output import say, tell

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus


@click.command()
@click.argument("text_file", type=click.Path(exists=True, dir_okay=False), metavar="TEXT_FILE")
@paths_argument
@click.option("--url", default="", help="The address of the page from which the text is.")
@click.option("--source", default="", help="The id of its source.  [default: made from the address and the day]")
@click.option(
    "--to",
    type=click.Path(file_okay=False),
    help="The folder to write into.  [default: records/YEAR if the folder records exists, else the current folder]",
)
def draft(text_file: str, paths: Sequence[str], url: str, source: str, to: str | None) -> None:
    """Write a draft of a record from the text of an article.

    What the text says plainly is filled in, with the passages that say it, and marked with the comment `# confirm`.
    Names are looked up in the corpus of PATH, by default the folder records. Nothing is taken from anywhere else.
    """
    from ..authoring import template
    from ..drafting.page import is_address
    from ..drafting.record import OtherTextError, draft
    from ..drafting.writing import written

    if source and not is_id(source):
        raise click.BadParameter(f"invalid id {source!r}", param_hint="--source")
    if url and not is_address(url):
        raise click.BadParameter("give the whole address, such as https://example.org/news/1", param_hint="--url")
    try:
        text = read_text(Path(text_file))
        drafted = draft(text, _corpus(paths), url=url, source=source)
    except UnreadableTextError as error:
        fail(f"cannot read {text_file}: {error}")
    except (CitationError, OtherTextError) as error:
        fail(f"{text_file}: {error}")
    path = template.place(drafted.id, Path(to) if to else None, corpus=Path(DEFAULT))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(path, written(drafted, template.for_editors(path)).encode("utf-8"))
    except FileExistsError:
        fail(f"{path} already exists; it was not changed")
    except OSError as error:
        fail(f"cannot write {path}: {reason(error)}")
    say(f"created {path}; check it with: communique validate {path}{_home(path, paths)}")
    tell(drafted.summary)


def _home(path: Path, paths: Sequence[str]) -> str:
    """The option that names the corpus, if the draft is outside it."""
    from ..reading import corpus_root

    home = next(iter(paths), DEFAULT if Path(DEFAULT).is_dir() else "")
    return f" --in {home}" if home and corpus_root(path) is None else ""


def _corpus(paths: Sequence[str]) -> Corpus:
    """The corpus of the paths; an empty one if none are given and there is no folder of records."""
    from ..corpus.corpus import Corpus

    return loaded_from(existing(paths), None) if paths or Path(DEFAULT).is_dir() else Corpus(())
