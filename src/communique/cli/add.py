"""``communique add``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .add_notes import notes
from .add_to import Choices, add_to
from .completion import codes
from .exits import fail
from .file_form import Decorator, form_of, form_options
from .options import config_option, corpus_option
from .output import tell

if TYPE_CHECKING:
    from ..adding.addition import Additions
    from ..adding.sheet_rows import SheetRows
    from ..corpus.corpus import Corpus

_OPTIONS: tuple[Decorator, ...] = (
    click.option("--from", "file", type=click.Path(exists=True, dir_okay=False), help="A file with many of them."),
    click.option(
        "--mapping",
        type=click.Path(dir_okay=False),
        help="The file that says which column is which field.  [default: the name of the sheet, with .mapping.toml]",
    ),
    click.option("--write-mapping", is_flag=True, help="For a sheet: write only that file, as it is guessed."),
    *form_options("For --from"),
    click.option(
        "--to",
        type=click.Path(dir_okay=False),
        help="The record or registry to write to; a new file becomes a registry.  [default: the registry that has most"
        " like it, or a new one in the folder registry]",
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
    """Add sources, actors, instruments, occasions or notes to the records.

    What the corpus has already is not added again. Only what is certain is filled in, and nothing else in the files
    changes. The new records are checked first: if they have a new error, nothing is written.
    """


@add.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="[SITE=]CODE",
    shell_complete=codes("source_type", after="="),
    help="The type of those from a site, or of all of whose type nothing else is known.",
)
@click.option(
    "--access",
    default="",
    shell_complete=codes("source_access"),
    help="How much of them was read.  [default: not_read]",
)
@click.option("--about", default="", help="What their ids end with.  [default: as others do, or words of the title]")
@_adds
def source(urls: Sequence[str], types: Sequence[str], access: str, about: str, **choices: Any) -> None:
    """Add sources by their addresses.

    A file of --from has one link in each line; behind it may be a title and a type, each after a tab. It may also be a
    list in Markdown, or a sheet, in CSV or a workbook, with one source in each row.

    A type that is not certain is unknown. --type example.org=news states the type of all those from a site, also of
    those that are there with an unknown type.
    """
    from ..adding.cell import FIELDS
    from ..adding.link import links_of
    from ..adding.sources import new_sources, wishes_of
    from ..importing.cells import CellError

    try:
        wishes = wishes_of(types, FIELDS["source"]["access"](access or "not_read"), about)
    except CellError as error:
        fail(f"{error}; {error.help}")
    if not urls and not choices["file"]:
        raise click.UsageError("give an address, or a file of links with --from")
    asked = _asked("source", choices)

    def gather(corpus: Corpus, to: str) -> Additions:
        file = "" if asked else choices["file"] or ""
        return new_sources(
            corpus, links_of(urls, file, form_of(choices).encoding), wishes, to, file or "<links>", asked
        )

    _add(_choices(choices), gather, asked)


def _choices(given: Mapping[str, Any]) -> Choices:
    return Choices(**{each: given[each] for each in Choices._fields})


def _asked(kind: str, given: Mapping[str, Any]) -> SheetRows | None:
    """The rows of the sheet that is asked for, if one is; tells which column is taken for which field."""
    from ..adding.sheet_rows import is_sheet, rows_of

    if not given["file"] or (kind == "source" and not is_sheet(given["file"])):
        return None
    found = rows_of(kind, Path(given["file"]), given["mapping"] or "", form_of(given))
    for line in found.mapping.lines():
        tell(line)
    return found


def _add(choices: Choices, gather: Callable[[Corpus, str], Additions], sheet: SheetRows | None) -> None:
    """Add what is gathered, or write only the mapping of the columns of the sheet."""
    mapping = sheet.mapping if sheet else None
    if choices.write_mapping:
        from ..adding.mapping import MappingError
        from .written_mapping import write_mapping

        try:
            write_mapping(mapping, "only a sheet of --from has columns")
        except MappingError as error:
            fail(str(error))
    else:
        add_to(choices, gather, mapping)


add.add_command(notes)

_country = click.option("--country", default="", help="Its country: the name or the ISO code.")
_NAMED = (
    click.option("--language", default="", help="The language of the name.  [default: en, in Latin letters]"),
    click.option("--id", "id_", default="", help="Its id, for a single one.  [default: made from the name]"),
    click.option("--new", "force", is_flag=True, help="Add it although the corpus has something alike."),
)


def _adds_named(command: Callable[..., None]) -> Callable[..., None]:
    """The options that the commands for actors, instruments and occasions have."""
    for option in reversed(_NAMED):
        command = option(command)
    return _adds(command)


@add.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--type",
    "type_",
    default="",
    shell_complete=codes("actor_type"),
    help="What kind of actor it is; `communique codes actor_type` lists them.",
)
@_country
@_adds_named
def actor(names: Sequence[str], **given: Any) -> None:
    """Add actors by their names, if no actor has a name like it."""
    _add_named("actor", names, given)


@add.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--type",
    "type_",
    default="",
    shell_complete=codes("instrument_type"),
    help="What kind it is; `communique codes instrument_type` lists them.",
)
@_adds_named
def instrument(names: Sequence[str], **given: Any) -> None:
    """Add instruments by their names, if no instrument has a name like it."""
    _add_named("instrument", names, given)


@add.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_country
@_adds_named
def occasion(names: Sequence[str], **given: Any) -> None:
    """Add occasions by their names, if no occasion has a name like it."""
    _add_named("occasion", names, given)


def _add_named(kind: str, names: Sequence[str], given: Mapping[str, Any]) -> None:
    from ..adding.named import new_things

    if not names and not given["file"]:
        raise click.UsageError("give a name, or a sheet with --from")
    options = {"type": "type_", "country": "country", "language": "language", "id": "id_"}
    fields = {field: given.get(option, "") for field, option in options.items()}
    asked = _asked(kind, given)

    def gather(corpus: Corpus, to: str) -> Additions:
        return new_things(corpus, kind, names, fields, asked, force=given["force"])

    _add(_choices(given), gather, asked)
