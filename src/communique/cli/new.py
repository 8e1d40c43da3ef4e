"""``communique new``."""

from __future__ import annotations

from pathlib import Path

import click

from .. import api
from ..authoring import template
from ..codelists import AnnouncementType
from ..errors import reason
from ..files.atomic_write import create_file
from ..files.portable_names import refused_by_windows
from ..lexicon.code_words import codes_for, codes_near
from ..lexicon.spelling import all_nearest, question
from ..models import is_id
from .exits import fail
from .new_from import text_from
from .notes import Notes
from .options import DEFAULT, settings_for
from .output import say

_TYPES = {str(each): each for each in AnnouncementType}


class _Type(click.Choice[str]):
    """A type by its code; a word that people write for it is answered with the code."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in _TYPES:
            meant = codes_for(value, [AnnouncementType]) or codes_near(value, [AnnouncementType])
            near = [str(each) for each in meant] or all_nearest(value, _TYPES)
            if near:
                self.fail(f"unknown type {value!r}; {question(*near)}", param, ctx)
        return super().convert(value, param, ctx)


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--to",
    type=click.Path(file_okay=False),
    help="The folder to write into.  [default: records/YEAR if the folder records exists, else the current folder]",
)
@click.option(
    "--type",
    "code",
    type=_Type(list(_TYPES)),
    metavar="TYPE",
    help="Only what an announcement of this type needs, such as executive_act; `communique codes announcement_type`"
    " explains the types.",
)
@click.option(
    "--from",
    "notes",
    type=click.Path(exists=True, dir_okay=False),
    metavar="NOTES",
    help="Write what the notes say, in which each item of the record is one line.",
)
@click.option("--language", default="en", show_default=True, help="The language of the notes, with --from.")
@click.option(
    "--about", default="", help="What the ids of new sources end with, with --from.  [default: words of the title]"
)
def new(id_: str, to: str | None, code: str | None, notes: str | None, language: str, about: str) -> None:
    """Create a new announcement: a valid file named after its ID.

    Without notes, it is a commented template.
    """
    if not is_id(id_):
        help = "use lower-case letters, digits and single hyphens, such as cn-waico-proposal-2025"
        raise click.BadParameter(f"invalid id {id_!r}; {help}", param_hint="ID")
    if refused_by_windows(id_):
        help = "a repository with such a file cannot be checked out there; choose another id, such as one with a year"
        raise click.BadParameter(f"{id_} is a reserved device name on Windows: {help}", param_hint="ID")
    path = template.place(id_, Path(to) if to else None, corpus=Path(DEFAULT))
    holder = api.holder(id_, path, settings=settings_for(None))
    if holder:
        fail(f"the id {id_} is already defined in {holder}; ids are never reused")
    if notes and path.exists():
        fail(f"{path} already exists; it was not changed. To add to it: communique add notes {notes} --to {path}")
    if notes and code:
        raise click.UsageError("--type is for a record without notes; in notes, write types: and its code")
    if notes:
        content = text_from(Notes(notes, language, about), id_, path)
    else:
        content = template.skeleton(id_, path, _TYPES[code] if code else None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(path, content.encode("utf-8"))
    except FileExistsError:
        fail(f"{path} already exists; it was not changed")
    except OSError as error:
        fail(f"cannot write {path}: {reason(error)}")
    say(f"created {path}; check it with: communique validate {path}")
