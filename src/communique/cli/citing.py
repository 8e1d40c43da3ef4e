"""``communique cite``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from .. import citing
from ..citing import CitationError
from ..skeleton import is_id
from ..texts import UnreadableTextError, read_text
from .ending import ERRORS_FOUND, fail
from .output import tell, write


@click.command()
@click.argument("text_file", type=click.Path(exists=True, dir_okay=False), metavar="TEXT_FILE")
@click.argument("words", required=False)
@click.option("--source", help="The id of the source that the text is of.")
@click.option("--sentence", is_flag=True, help="Cite the whole sentence in which the words stand.")
def cite(text_file: str, words: str | None, source: str | None, sentence: bool) -> None:
    """Print evidence for WORDS that stand in the text of a source, ready to be pasted into a record.

    Without WORDS, print what identifies the text, for the definition of the source.
    """
    if source is not None and not is_id(source):
        raise click.BadParameter(f"{source!r} is no id", param_hint="--source")
    try:
        text = read_text(Path(text_file))
        if words is None:
            about = citing.describe(text)
            write(
                f"text:\n  digest: {about.digest}\n  length: {about.length}\n  normalization: {about.normalization}\n"
            )
            return
        passage = citing.cite(text, words, whole_sentence=sentence)
    except UnreadableTextError as error:
        fail(f"{text_file} cannot be read: {error}")
    except CitationError as error:
        _refuse(error)
    write(
        f"evidence:\n- source: {source or 'SOURCE-ID'}\n  passage:\n"
        f"    start: {passage.start}\n    end: {passage.end}\n    digest: {passage.digest}\n"
    )
    tell(f"cited: {citing.shown(text, passage)}")


def _refuse(error: CitationError) -> NoReturn:
    tell(f"Error: {error}")
    for candidate in error.candidates:
        tell(f"  {candidate}")
    sys.exit(ERRORS_FOUND)
