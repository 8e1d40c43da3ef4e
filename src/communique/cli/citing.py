"""``communique cite``."""

from __future__ import annotations

from pathlib import Path

import click

from .. import citing
from ..citing import CitationError
from ..reporting.escaping import escape
from .ending import ERRORS_FOUND, fail


@click.command()
@click.argument("text_file", type=click.Path(exists=True, dir_okay=False), metavar="TEXT_FILE")
@click.argument("words", required=False)
@click.option("--source", default="SOURCE-ID", help="The id of the source that the text is of.")
@click.option("--sentence", is_flag=True, help="Cite the whole sentence in which the words stand.")
def cite(text_file: str, words: str | None, source: str, sentence: bool) -> None:
    """Print evidence for WORDS that stand in the text of a source, ready to be pasted into a record.

    Without WORDS, print what identifies the text, for the definition of the source.
    """
    try:
        text = Path(text_file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{text_file} cannot be read as UTF-8 text: {error}")
    if words is None:
        about = citing.describe(text)
        click.echo(f"text:\n  digest: {about.digest}\n  length: {about.length}\n  normalization: {about.normalization}")
        return
    try:
        passage = citing.cite(text, words, whole_sentence=sentence)
    except CitationError as error:
        click.echo(f"Error: {error}", err=True)
        for candidate in error.candidates:
            click.echo(f"  {escape(candidate)}", err=True)
        raise SystemExit(ERRORS_FOUND) from error
    click.echo(
        f"evidence:\n- source: {source}\n  passage:\n"
        f"    start: {passage.start}\n    end: {passage.end}\n    digest: {passage.digest}"
    )
