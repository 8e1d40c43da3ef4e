"""``communique cite``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from ..authoring import citation
from ..authoring.citation import CitationError
from ..codelists import TextNormalization
from ..models import is_id, passage_id
from ..text.source_text import SINGLE_SPACE, UnreadableTextError, normalization_for, read_text
from .completion import ids
from .exits import ERRORS_FOUND, fail
from .options import config_option
from .output import tell, write

_FORMS = {str(each): each for each in TextNormalization}


_TEXT_FILE = click.Path(exists=True, dir_okay=False)


@click.command()
@click.argument("arguments", nargs=-1, metavar="TEXT_FILE [WORDS] | --fill [PATH...]")
@click.option("--source", shell_complete=ids("source"), help="The id of the source of the text.")
@click.option("--id", "name", help="The id of the passage.  [default: made from its source and its range]")
@click.option(
    "--normalization",
    type=click.Choice(list(_FORMS)),
    help="How to normalise the text.  [default: nfc_cjk_unspaced if Chinese or Japanese text has line breaks, else"
    " nfc_single_space]",
)
@click.option("--sentence", is_flag=True, help="Cite the whole sentence that contains the words.")
@click.option("--fill", is_flag=True, help="Replace the words in evidence of the records in PATH by passages.")
@click.option("--sources", type=click.Path(exists=True, file_okay=False), help="With --fill: the folder of the texts.")
@click.option("--dry-run", is_flag=True, help="With --fill: write nothing; print the changes as a unified diff.")
@config_option
@click.pass_context
def cite(
    context: click.Context,
    arguments: tuple[str, ...],
    source: str | None,
    name: str | None,
    normalization: str | None,
    sentence: bool,
    fill: bool,
    sources: str | None,
    dry_run: bool,
    config: str | None,
) -> None:
    """Print the passage of WORDS in the text of a source, and the evidence that points to it.

    Without WORDS, print the field text for the definition of the source: digest, length and normalization. Start and
    end are counted in the normalised text, so the normalization must be the one of the source.

    With --fill, do so for the field words of all evidence in the records of PATH, by default the folder records:
    `evidence: [{source: report, words: "..."}]` becomes `evidence: [{passage: report-120-164}]`, and the record gets
    the passage. Words that are not in the text, or more than once, stay and are reported.
    """
    if fill:
        from .cite_fill import cite_fill

        if source or name or normalization or not sources:
            raise click.UsageError("--fill needs --sources, and takes no --source, --id and --normalization")
        cite_fill(arguments, sources, config, sentence=sentence, dry_run=dry_run)
        return
    if sources or dry_run or config:
        raise click.UsageError("--sources, --dry-run and --config need --fill")
    text_file, words = _text_file_and_words(context, arguments)
    _print_passage(text_file, words, source, name, normalization, sentence=sentence)


def _text_file_and_words(context: click.Context, arguments: tuple[str, ...]) -> tuple[str, str | None]:
    if not arguments:
        raise click.UsageError("Missing argument 'TEXT_FILE'.")
    if len(arguments) > 2:
        raise click.UsageError("put the words in quotes")
    parameter = click.Argument(["text_file"], metavar="TEXT_FILE")
    return str(_TEXT_FILE.convert(arguments[0], parameter, context)), (*arguments, None)[1]


def _print_passage(
    text_file: str,
    words: str | None,
    source: str | None,
    name: str | None,
    normalization: str | None,
    *,
    sentence: bool,
) -> None:
    if source is not None and not is_id(source):
        raise click.BadParameter(f"invalid id {source!r}", param_hint="--source")
    if name is not None and not is_id(name):
        raise click.BadParameter(f"invalid id {name!r}", param_hint="--id")
    try:
        text = read_text(Path(text_file))
        form = _FORMS[normalization] if normalization else normalization_for(text)
        if words is None:
            about = citation.describe(text, form)
            write(
                f"text:\n  digest: {about.digest}\n  length: {about.length}\n  normalization: {about.normalization}\n"
            )
            return
        found = citation.cite(text, words, whole_sentence=sentence, normalization=form)
    except UnreadableTextError as error:
        fail(f"cannot read {text_file}: {error}")
    except CitationError as error:
        _refuse(error)
    if source:
        _warn_if_unknown(source)
    name = name or passage_id(source or "passage", found.start, found.end)
    write(
        f"evidence:\n- passage: {name}\n"
        f"passages:\n- id: {name}\n  source: {source or 'SOURCE-ID'}\n"
        f"  start: {found.start}\n  end: {found.end}\n  digest: {found.digest}\n"
    )
    if form is not SINGLE_SPACE and not normalization:
        tell(f"counted in {form}; if the source has another normalization, use --normalization")
    tell(f"cited: {citation.shown(text, found, form)}")


def _warn_if_unknown(source: str) -> None:
    """Say so if the corpus here has no such source; without a corpus, or if it has errors, that is not known."""
    from ..errors import CommuniqueError
    from .options import DEFAULT, settings_for

    if not Path(DEFAULT).is_dir():
        return
    from .. import api
    from ..lexicon.spelling import did_you_mean

    try:
        known = api.load_checked([DEFAULT], settings=settings_for(None)).corpus.referable["source"]
    except CommuniqueError:
        return
    if source not in known:
        advice = did_you_mean(source, known, are_ids=True) or "add it under sources"
        tell(f"the corpus in {DEFAULT} has no source {source}; {advice}")


def _refuse(error: CitationError) -> NoReturn:
    tell(f"Error: {error}")
    for candidate in error.candidates:
        tell(f"  {candidate}")
    sys.exit(ERRORS_FOUND)
