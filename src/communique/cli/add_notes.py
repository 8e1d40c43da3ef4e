"""``communique add notes``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import reason
from .exits import fail, tell_internal_errors
from .new_findings import new_findings
from .notes import Notes, refuse_errors, words_to_fill
from .options import config_option, settings_for
from .output import say, tell

_NOTHING = "Nothing was added"


@click.command()
@click.argument("notes_file", type=click.Path(exists=True, dir_okay=False), metavar="NOTES")
@click.option("--to", type=click.Path(exists=True, dir_okay=False), required=True, help="The record to write to.")
@click.option("--language", default="en", show_default=True, help="The language of the notes.")
@click.option("--about", default="", help="What the ids of new sources end with.  [default: as those in the record do]")
@click.option("--dry-run", is_flag=True, help="Print the changes as a diff; write nothing.")
@config_option
def notes(notes_file: str, to: str, language: str, about: str, dry_run: bool, config: str | None) -> None:
    """Add what notes say to a record: in NOTES, each item of the record is one line.

    They are written as for `communique new --from`.
    """
    from ..adding.addition import raised_lines
    from ..adding.insertion import InsertionError
    from ..adding.newer_schema import raised
    from ..adding.remark import Remarks
    from ..api import additions
    from ..files.atomic_write import replace_files
    from ..noting.amending import amended, changes, summary
    from ..noting.record import Place
    from .validate_fix import show_difference

    settings, path = settings_for(config), Path(to)
    documents = additions.around(path.parent, settings)
    record = next((each for each in documents if Path(each.path).resolve() == path.resolve()), None)
    if not record or not isinstance(record.data, dict) or record.data.get("kind") != "announcement":
        fail(f"{to} is no announcement of a corpus. {_NOTHING}")
    corpus = additions.whatever_is_sound(documents)
    place = Place(record.path, record.data)
    written, remarks = Notes(notes_file, language, about), Remarks(notes_file)
    found = written.read(corpus, place)
    try:
        before = path.read_bytes()
        added = changes(found, place, remarks)
        found.move(added.moved)
        found.findings = [*found.findings, *remarks.findings]
        after = amended(before, record.path, added)
    except InsertionError as error:
        refuse_errors(found.findings, _NOTHING)
        fail(f"{error}. {_NOTHING}")
    except OSError as error:
        fail(f"cannot read {to}: {reason(error)}. {_NOTHING}")
    reports = [additions.inspect_added(documents, {Path(record.path): each}, settings) for each in (before, after)]
    tell_internal_errors(reports[0].internal_errors)
    written.refuse(found, new_findings(*reports), _NOTHING)
    if dry_run:
        show_difference(before, after, record.path)
    else:
        replace_files({path: (before, after)})
    show = tell if dry_run else say
    for line in summary(added):
        show(f"{record.path}: {line}")
    for line in raised_lines(raised([(record.path, before, after)])):
        show(line)
    if left := words_to_fill(after, record.path):
        tell(left)
