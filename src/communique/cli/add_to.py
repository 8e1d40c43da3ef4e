"""What all commands of ``communique add`` do: gather definitions, check the records with them, and write them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import api
from ..files.atomic_write import replace_files
from ..text.inflection import counted
from .exits import ERRORS_FOUND, fail
from .invalid_corpus import refuse
from .new_findings import has_errors, new_findings, tell_findings
from .options import existing, settings_for
from .output import say, tell
from .validate_fix import show_difference

if TYPE_CHECKING:
    from ..adding.addition import Additions
    from ..adding.mapping import ColumnMapping
    from ..adding.placing import Contents
    from ..corpus.corpus import Corpus

NOTHING = "Nothing was added"


class Choices(NamedTuple):
    """The options that all commands of the group have."""

    to: str | None
    partial: bool
    dry_run: bool
    write_mapping: bool
    path: str | None
    config: str | None


def add_to(choices: Choices, gather: Callable[[Corpus, str], Additions], mapping: ColumnMapping | None = None) -> None:
    """Add what ``gather`` finds, given the corpus and the path of the file to write to, which may be empty.

    A ``mapping`` of columns that is guessed is kept if something is added.
    """
    from ..adding.insertion import InsertionError
    from ..adding.new_registry import folder_of
    from ..adding.placing import named_file, placed

    wanted, settings = existing([choices.path] if choices.path else []), settings_for(choices.config)
    try:
        checked = api.load_checked(wanted, settings=settings, whole_is_enough=True)
    except api.InvalidCorpusError as error:
        refuse(error, NOTHING)
    try:
        folder = folder_of(checked.corpus, wanted[0])
        to = named_file(checked.corpus, choices.to or "", folder)
        additions = gather(checked.corpus, to)
        _refuse(additions, is_enough=choices.partial)
        contents, paths = placed(checked.corpus, additions, to, folder)
    except InsertionError as error:
        fail(f"{error}. {NOTHING}")
    if contents:
        after = api.inspect_changed(wanted, {path: new for path, (_, new) in contents.items()}, settings=settings)
        new = [each for each in new_findings(checked.report, after) if each.severity != "info"]
        tell_findings(new)
        if has_errors(new):
            _exit()
    _write(contents, dry_run=choices.dry_run)
    for path in (path for path, (before, _) in contents.items() if not before):
        (tell if choices.dry_run else say)(f"{path}: {'would be ' if choices.dry_run else ''}created, a new registry")
    _show(additions, paths, dry_run=choices.dry_run)
    if mapping and mapping.is_guessed and contents and not choices.dry_run:
        _keep(mapping)
    if additions.findings:
        sys.exit(ERRORS_FOUND)


def _refuse(additions: Additions, *, is_enough: bool) -> None:
    """Report what cannot be taken; exits if there is something, unless the rest ``is_enough``."""
    tell_findings(additions.findings)
    if additions.findings and not is_enough:
        if additions.definitions:
            tell("With --partial, the rest is added.")
        _exit()


def _write(contents: Contents, *, dry_run: bool) -> None:
    if dry_run:
        for path, (before, after) in contents.items():
            show_difference(before, after, path)
    else:
        replace_files({Path(path): (before or None, after) for path, (before, after) in contents.items()})


def _keep(mapping: ColumnMapping) -> None:
    from ..adding.mapping import MappingError

    try:
        tell(f"{mapping.write()}: which column is which field; the next run reads it")
    except MappingError as error:
        tell(str(error))


def _show(additions: Additions, paths: dict[str, str], *, dry_run: bool) -> None:
    from ..adding.addition import lines_of

    show = tell if dry_run else say
    for line in lines_of(additions, paths):
        show(line)
    added = counted(len(additions.definitions), additions.kind)
    show(f"{added} {'would be ' if dry_run else ''}added, {len(additions.existing)} known")


def _exit() -> None:
    tell(f"{NOTHING}.")
    sys.exit(ERRORS_FOUND)
