"""``communique cite``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from ..authoring import citation
from ..authoring.citation import CitationError
from ..codelists import TextNormalization
from ..models import is_id
from ..text.source_text import SINGLE_SPACE, UnreadableTextError, normalization_for, read_text
from .exits import ERRORS_FOUND, fail
from .output import tell, write

_FORMS = {str(each): each for each in TextNormalization}


@click.command()
@click.argument("text_file", type=click.Path(exists=True, dir_okay=False), metavar="TEXT_FILE")
@click.argument("words", required=False)
@click.option("--source", help="The id of the source that the text is of.")
@click.option(
    "--normalization",
    type=click.Choice(list(_FORMS)),
    help="How to make the text uniform.  [default: nfc_cjk_unspaced if a line of Chinese or Japanese is broken, else"
    " nfc_single_space]",
)
@click.option("--sentence", is_flag=True, help="Cite the whole sentence in which the words stand.")
def cite(text_file: str, words: str | None, source: str | None, normalization: str | None, sentence: bool) -> None:
    """Print evidence for WORDS that stand in the text of a source, ready to be pasted into a record.

    Without WORDS, print what identifies the text, for the definition of the source. Places count in the text as it is
    after normalization, which has to be the one that the source names.
    """
    if source is not None and not is_id(source):
        raise click.BadParameter(f"{source!r} is no id", param_hint="--source")
    try:
        text = read_text(Path(text_file))
        form = _FORMS[normalization] if normalization else normalization_for(text)
        if words is None:
            about = citation.describe(text, form)
            write(
                f"text:\n  digest: {about.digest}\n  length: {about.length}\n  normalization: {about.normalization}\n"
            )
            return
        passage = citation.cite(text, words, whole_sentence=sentence, normalization=form)
    except UnreadableTextError as error:
        fail(f"{text_file} cannot be read: {error}")
    except CitationError as error:
        _refuse(error)
    write(
        f"evidence:\n- source: {source or 'SOURCE-ID'}\n  passage:\n"
        f"    start: {passage.start}\n    end: {passage.end}\n    digest: {passage.digest}\n"
    )
    if form is not SINGLE_SPACE and not normalization:
        tell(f"places count in {form}: if the source names another normalization, give it with --normalization")
    tell(f"cited: {citation.shown(text, passage, form)}")


def _refuse(error: CitationError) -> NoReturn:
    tell(f"Error: {error}")
    for candidate in error.candidates:
        tell(f"  {candidate}")
    sys.exit(ERRORS_FOUND)
