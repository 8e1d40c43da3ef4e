"""The option ``--fill`` of ``communique cite``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from ..authoring.words_filling import Filling, fill
from ..files.atomic_write import replace_files
from ..files.paths import shown
from ..text.inflection import counted
from ..text.lines import Position
from ..text.shortening import shorten
from ..text.source_text import Texts
from ..validation.discovery import corpora
from .exits import ERRORS_FOUND
from .options import STDIN, existing, settings_for
from .output import say, tell
from .validate_fix import show_difference

_LONGEST = 400


def cite_fill(paths: Sequence[str], sources: str, config: str | None, *, sentence: bool, dry_run: bool) -> None:
    """Replace words by passages in the files, or print the diff; exits with 1 if some words stay."""
    if STDIN in paths:
        raise click.UsageError("--fill needs files; standard input has no file to write")
    gathered = corpora([Path(path) for path in existing(paths)], settings_for(config))
    found = fill(gathered, Texts.from_folder(Path(sources)), whole_sentences=sentence)
    line = tell if dry_run else say
    _report(found, line)
    if dry_run:
        for each in found.files:
            show_difference(each.before, each.after, each.path)
    else:
        replace_files({Path(each.path): (each.before, each.after) for each in found.files})
    _sum_up(found, line, dry_run=dry_run)
    if found.unfilled:
        sys.exit(ERRORS_FOUND)


def _report(found: Filling, line: Callable[[str], None]) -> None:
    for done in found.filled:
        line(f"{_place(done.path, done.position)}: filled: {done.passage}")
    for left in found.unfilled:
        line(f"{_place(left.path, left.position)}: not filled: {left.why}: {shorten(left.words, _LONGEST)}")
        for candidate in left.candidates:
            line(f"  the text has: {shorten(candidate, _LONGEST)}")


def _sum_up(found: Filling, line: Callable[[str], None], *, dry_run: bool) -> None:
    number = len(found.filled) + len(found.unfilled)
    if not number:
        line("no evidence has the field words")
        return
    pieces, files = counted(number, "piece"), counted(len(found.files), "file")
    line(f"{len(found.filled)} of {pieces} of evidence {'would be ' if dry_run else ''}filled, in {files}")


def _place(path: str, position: Position) -> str:
    return f"{shown(path)}:{position.line}:{position.column}"
