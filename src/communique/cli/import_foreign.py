"""What ``communique import FILE --to FOLDER`` does with other people's data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import api
from ..api import additions
from ..codelists import SourceType
from ..errors import CommuniqueError
from ..importing.form import Form
from ..intake.scalars import is_language_tag
from ..intake.taking import Wishes, taken
from ..intake.writing import contents_of, report_path, write
from ..lexicon.code_words import code_called
from ..text.inflection import counted
from .exits import ERRORS_FOUND, fail, tell_internal_errors
from .invalid_corpus import refuse
from .new_findings import tell_findings
from .options import DEFAULT, settings_for
from .output import say, tell
from .written_mapping import write_mapping

if TYPE_CHECKING:
    from ..diagnostics.finding import Finding
    from ..intake.taking import Taken
    from ..intake.writing import Contents

_MOST_FOLDERS, _MOST_NAMES = 10, 40
_NOTHING = "No record was written"


class Choices(NamedTuple):
    """What is to be done with the data: the name of its layout, the folder, and where the report belongs.

    With ``write_mapping``, only the file with the guessed mapping of columns is written.
    """

    layout: str
    to: str
    report: str
    partial: bool
    dry_run: bool
    write_mapping: bool


def import_foreign(file: str, choices: Choices, given: Mapping[str, str], form: Form, config: str | None) -> None:
    """Write foreign data as drafts or sources; exits if a row cannot be taken. ``given`` are the fields of `Wishes`."""
    wishes = _wishes(given, form)
    settings, to = settings_for(config), Path(choices.to)
    _refuse_misspelt(to, wishes.mapping if not choices.write_mapping else "")
    documents = additions.around(to, settings)
    if not (documents or to.exists()) and Path(DEFAULT).is_dir():
        tell(f"{to} is a new folder, and not in {DEFAULT}: what the records there define is not known to it")
    try:
        corpus = additions.checked(documents, settings).corpus
    except api.InvalidCorpusError as error:
        refuse(error, _NOTHING)
    try:
        found = taken(choices.layout, Path(file), corpus, wishes)
        _show_mapping(found)
        if choices.write_mapping:
            write_mapping(found.mapping, f"what the columns of {found.layout.title} mean is known; it needs no mapping")
            return
        _refuse(found.findings, is_enough=choices.partial, more=" With --partial, the other rows are taken.")
        contents = contents_of(found, to)
        report = report_path(found, to, file, choices.report)
        if after := {path: content for path, (_, content) in contents.items()}:
            checked = additions.errors_added(documents, after, settings)
            tell_internal_errors(checked.internal_errors)
            _refuse(checked.findings, more=f" This is what would be wrong in what is made of {file}.")
        for line in found.losses.lines():
            tell(line)
        if not choices.dry_run:
            lines = "".join(f"{line}\n" for line in found.losses.lines())
            write({**contents, **_kept_mapping(found)}, (report, lines.encode("utf-8")))
    except CommuniqueError as error:
        fail(f"{error}{'' if str(error).endswith('?') else '.'} {_NOTHING}")
    _tell_written(found, contents, to, dry_run=choices.dry_run)
    if found.findings:
        sys.exit(ERRORS_FOUND)


def _refuse_misspelt(to: Path, mapping: str) -> None:
    """Exit if a path names what is not there, as it would if it had a typing error."""
    if mapping and not Path(mapping).is_file():
        fail(f"--mapping: there is no file {mapping}; to begin it, add --write-mapping")
    if to.exists() and not to.is_dir():
        fail(f"--to: {to} is no folder")
    there = next(each for each in (to.absolute(), *to.absolute().parents) if each.is_dir())
    if to.absolute() != there and to.absolute().parent != there:
        folders = sorted(each.name for each in there.iterdir() if each.is_dir() and not each.name.startswith("."))
        has = f"; it has {', '.join(folders[:_MOST_FOLDERS])}" if folders else ""
        fail(f"--to: {to} would be in a folder that is not there; the last that is there is {there}{has}")


def _wishes(given: Mapping[str, str], form: Form) -> Wishes:
    type, language = given["source_type"], given["language"]
    code = code_called(type, SourceType) if type else None
    if type and not code:
        fail(f"--source-type: {type!r} is no type; `communique codes source_type` lists them")
    if language and not is_language_tag(language):
        fail(f"--language: {language!r} is no language tag, such as en or zh-Hans")
    return Wishes(form, given["mapping"], str(code or ""), language, given["date_order"] or "")


def _show_mapping(found: Taken) -> None:
    if found.mapping and found.mapping.is_guessed:
        for line in found.mapping.lines():
            tell(line.replace("not understood", "kept under extensions"))


def _kept_mapping(found: Taken) -> Contents:
    """The file of a mapping that is guessed, which the next run reads."""
    mapping = found.mapping if found.announcements else None
    return {mapping.path: (b"", mapping.content())} if mapping and mapping.is_guessed else {}


def _refuse(findings: Iterable[Finding], *, is_enough: bool = False, more: str = "") -> None:
    found = [*findings]
    tell_findings(found)
    if found and not is_enough:
        tell(f"{_NOTHING}.{more}")
        sys.exit(ERRORS_FOUND)


def _tell_written(found: Taken, contents: Iterable[Path], to: Path, *, dry_run: bool) -> None:
    if found.unnamed:
        more = f"; and {len(found.unnamed) - _MOST_NAMES} more" if len(found.unnamed) > _MOST_NAMES else ""
        tell(f"no actor of the corpus is called: {'; '.join(found.unnamed[:_MOST_NAMES])}{more}")
    for each in found.doubtful:
        tell(f"{each}; see whether it is the same announcement")
    if kept := [] if dry_run else [*_kept_mapping(found)]:
        tell(f"{kept[0]}: which column is which field; the next run reads it")
    for path in contents:
        say(f"{'would write' if dry_run else 'wrote'} {path}")
    kind, made = ("draft", found.announcements) if found.announcements else (found.layout.gives, found.sources)
    changed = f", {len(found.changed)} changed" if found.changed else ""
    say(f"{counted(len(made), kind)} new, {len(found.known)} known{changed}; check with: communique validate {to}")
