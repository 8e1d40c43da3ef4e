"""Replaces tabs in the indentation, which YAML forbids, with spaces, if the width of a tab does not matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics.finding import Finding
from ..lazy import lazy_pattern
from ..reading import Document, read_bytes
from ..text.edits import Edit, apply
from ..text.lines import Position
from .fix import File, Fix

_USUAL = (2, 4, 8)
_INDENT = lazy_pattern(r"^[ \t]+", re.MULTILINE)
_SPACES = lazy_pattern(r"^ +", re.MULTILINE)
_RUN = lazy_pattern(r"[ \t]+")
_DEEPEST = 64
_MOST = 200  # times that a file is read to check it line by line
_ENOUGH = 5_000_000  # characters of all these readings

_Trial = tuple[tuple[Edit, ...], Document]


def replace_tabs(file: File, finding: Finding) -> Iterator[Fix]:
    """Replace the tabs in the indentation with spaces, in all lines or in none.

    Either the file means the same with every width of a tab; or each line, one after the other, means the same in every
    column in which it is valid. That the file is valid with one width proves nothing.
    """
    if file.text.startswith("\t", file.index(finding)):
        every = [match for match in _INDENT.finditer(file.text, file.lines.start(finding.line)) if "\t" in match[0]]
        # One width is larger than any indentation, so that no other line has the same depth by chance.
        widths = (*_USUAL, _deepest(file) + 1)
        trials = [_trial(file, [_widened(indent, width) for indent in every]) for width in widths]
        same = all(document.complete for _, document in trials) and every
        edits = _of_one_meaning(trials) if same else _line_by_line(file)
        if edits:
            yield Fix(edits)


def _widened(indent: re.Match[str], width: int) -> Edit:
    return Edit(*indent.span(), indent[0].replace("\t", " " * width))


def _deepest(file: File) -> int:
    """The deepest indentation with spaces."""
    return min(_DEEPEST, max((len(match[0]) for match in _SPACES.finditer(file.text)), default=0))


def _line_by_line(file: File) -> tuple[Edit, ...]:
    edits: tuple[Edit, ...] = ()
    document = file.document
    last = _deepest(file) + 2
    for _ in range(min(_MOST, _ENOUGH // len(file.text)) // last):
        at = _break(document)
        if at is None or not document.text.startswith("\t", document.index(at)):
            return edits
        trials = [_trial(file, [*edits, edit]) for edit in _in_any_column(file, at, last)]
        edits = _of_one_meaning([trial for trial in trials if _gets_past(trial[1], at.line)])
        if not edits:
            return ()
        document = _trial(file, edits)[1]
    return edits if _break(document) is None else ()


def _in_any_column(file: File, at: Position, last: int) -> Iterator[Edit]:
    """Spaces instead of the tabs at this error: first two for each, then as many as for every other column."""
    before = file.lines[at.line][: at.column - 1].rstrip(" \t")
    tabs = _RUN.match(file.text, file.lines.start(at.line) + len(before))
    if tabs:
        length = len(tabs[0])
        columns = range(length, max(last, length + 8) + 1)
        for column in sorted(columns, key=lambda column: column != 2 * length):
            yield Edit(*tabs.span(), " " * column)


def _break(document: Document) -> Position | None:
    """The position of the first YAML syntax error."""
    found = (Position(each.line, each.column) for each in document.findings if each.name == "broken-yaml")
    return next(found, None)


def _gets_past(document: Document, line: int) -> bool:
    at = _break(document)
    return document.complete or (at is not None and at.line > line)


def _trial(file: File, edits: Iterable[Edit]) -> _Trial:
    """The edits, and the document with them."""
    done = tuple(edits)
    return done, read_bytes(apply(file.text, done).encode("utf-8"), file.path)


def _of_one_meaning(trials: Sequence[_Trial]) -> tuple[Edit, ...]:
    """The edits of the first trial, if all trials give the same data."""
    meanings = {json.dumps(document.data) for _, document in trials}
    return trials[0][0] if len(meanings) == 1 else ()
