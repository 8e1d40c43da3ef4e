"""Tabs that indent lines, which YAML forbids: spaces in their place, where no width of a tab says something else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..edits import Edit, apply
from ..findings import Finding
from ..reading import Document, Position, read_bytes
from .fix import File, Fix

_USUAL = (2, 4, 8)
_ANY = (*_USUAL, 1, 3, 5, 6, 7)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_RUN = re.compile(r"[ \t]+")
_MOST = 20  # lines that are looked at one by one
_ENOUGH = 500_000  # characters that these lines and all before them may have together

_Trial = tuple[tuple[Edit, ...], Document]


def replace_tabs(file: File, finding: Finding) -> Iterator[Fix]:
    """Spaces for the tabs that indent lines, in all lines or in none.

    Either the file means the same at every usual width; or each line, one after the other, means the same at all widths
    at which it can be read. That the file can be read to its end at one width only proves nothing.
    """
    if file.text.startswith("\t", file.index(finding)):
        line = file.lines.start(finding.line)
        every = [match for match in _INDENT.finditer(file.text, line) if "\t" in match[0]]
        trials = list(_trials(file, (), every, _USUAL))
        whole = [trial for trial in trials if trial[1].complete]
        edits = _of_one_meaning(whole) if len(whole) == len(trials) else _line_by_line(file)
        if edits:
            yield Fix(edits)


def _line_by_line(file: File) -> tuple[Edit, ...]:
    edits: tuple[Edit, ...] = ()
    document = file.document
    for _ in range(max(1, min(_MOST, _ENOUGH // len(file.text)))):
        at = _break(document)
        if at is None or not document.text.startswith("\t", document.index(at)):
            return edits
        before = document.lines[at.line][: at.column - 1].rstrip(" \t")
        tabs = _RUN.match(file.text, file.lines.start(at.line) + len(before))
        trials = _trials(file, edits, [tabs], _ANY) if tabs else ()
        edits = _of_one_meaning([trial for trial in trials if _gets_past(trial[1], at.line)])
        if not edits:
            return ()
        document = read_bytes(apply(file.text, edits).encode("utf-8"), file.path)
    return edits if _break(document) is None else ()


def _break(document: Document) -> Position | None:
    """Where the file cannot be read on."""
    found = (Position(each.line, each.column) for each in document.findings if each.name == "broken-yaml")
    return next(found, None)


def _gets_past(document: Document, line: int) -> bool:
    at = _break(document)
    return document.complete or (at is not None and at.line > line)


def _trials(
    file: File, done: tuple[Edit, ...], indents: Sequence[re.Match[str]], widths: Iterable[int]
) -> Iterator[_Trial]:
    """The edits with those that put spaces in the place of these indents, and what the file then says, by width."""
    for widen in _ways(indents, widths):
        edits = (*done, *(Edit(*indent.span(), widen(indent[0])) for indent in indents))
        yield edits, read_bytes(apply(file.text, edits).encode("utf-8"), file.path)


def _ways(indents: Iterable[re.Match[str]], widths: Iterable[int]) -> Iterator[Callable[[str], str]]:
    """As many spaces for each tab or, where that differs, up to the next stop."""
    mixed = any(" " in indent[0] for indent in indents)
    for width in widths:
        yield lambda indent, width=width: indent.replace("\t", " " * width)  # type: ignore[misc]
        if mixed:
            yield lambda indent, width=width: indent.expandtabs(width)  # type: ignore[misc]


def _of_one_meaning(trials: Sequence[_Trial]) -> tuple[Edit, ...]:
    """The edits of the first trial, if all say the same."""
    meanings = {json.dumps(document.data) for _, document in trials}
    return trials[0][0] if len(meanings) == 1 else ()
