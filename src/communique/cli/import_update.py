"""The option ``--update`` of ``communique import``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from .. import api
from ..files.atomic_write import replace_files
from ..importing.update_lines import line_of
from ..importing.updating import Update, propose
from ..text.inflection import counted
from .exits import ERRORS_FOUND
from .invalid_corpus import refuse
from .new_findings import has_errors, new_findings, tell_findings
from .options import existing, settings_for
from .output import say, tell
from .validate_fix import show_difference

NOTHING = "Nothing was updated"


def import_update(workbook: str, paths: Sequence[str], config: str | None, *, dry_run: bool) -> None:
    """Print the edits of a workbook, and write them into the files of the records, or with ``dry_run`` print a diff."""
    wanted = existing(paths)
    settings = settings_for(config)
    try:
        checked = api.load_checked(wanted, settings=settings)
    except api.InvalidCorpusError as error:
        refuse(error, NOTHING)
    update = propose(checked.corpus, Path(workbook))
    _refuse(update)
    if contents := {each.path: each.after for each in update.files}:
        after = api.inspect_changed(wanted, contents, settings=settings)
        new = new_findings(checked.report, after)
        tell_findings(map(update.placed, new))
        if has_errors(new):
            _exit(update)
    for each in update.files:
        for difference in each.differences:
            (tell if dry_run else say)(line_of(difference))
    if dry_run:
        for each in update.files:
            show_difference(each.before, each.after, each.path)
    else:
        replace_files({Path(each.path): (each.before, each.after) for each in update.files})
    done = f"{counted(len(update.files), 'file')} {'would be ' if dry_run else ''}updated: {_changes(update)}"
    (tell if dry_run else say)(done if update.files else "nothing differs")


def _refuse(update: Update) -> None:
    """Report what cannot be done, and exit, if there is anything."""
    tell_findings(update.findings)
    for each in update.files:
        if each.refused:
            tell(f"{each.path}: not updated: {each.refused}")
    if not update.is_possible:
        _exit(update)


def _changes(update: Update) -> str:
    return counted(sum(len(each.differences) for each in update.files), "change")


def _exit(update: Update) -> None:
    others = f"; none of the edits was made ({_changes(update)})" if update.files else ""
    tell(f"{NOTHING}{others}.")
    sys.exit(ERRORS_FOUND)
