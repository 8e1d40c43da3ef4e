"""Findings with the line of the file that they are about, for people at a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import click

from ..checking import Report
from ..findings import Finding, Severity
from ..reading.lines import Lines
from .concise import heading
from .escaping import escape
from .selection import first, rest
from .style import Style
from .summary import lines as summary

_MOST = 40
_WINDOW = 100
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(report: Report, style: Style) -> str:
    """The report with source lines and carets; in colour if the style allows it."""
    texts = {path: Lines(text) for path, text in report.texts.items()}
    shown = first(report.findings, _MOST)
    lines: list[str] = []
    for finding in shown:
        lines += [*_finding(finding, texts.get(finding.path), style), ""]
    return "\n".join([*lines, *rest(report.findings, shown), *summary(report, statistics=style.statistics)]) + "\n"


def _finding(finding: Finding, lines: Lines | None, style: Style) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    yield _paint(heading(finding), style, bold=True, fg=colour)
    source = lines[finding.line] if lines else ""
    if source.strip():
        number = str(finding.line)
        shown, indent = _excerpt(source, finding.column)
        yield f"{number} | {shown}"
        yield f"{' ' * len(number)} | {' ' * indent}{_paint('^', style, bold=True, fg=colour)}"
    if finding.help:
        yield f"help: {escape(finding.help)}"


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """A part of the line around the column that is safe to print, and how many cells stand before the column."""
    start = max(0, column - 1 - _WINDOW // 2) if len(line) > _WINDOW else 0
    before, after = line[start : column - 1], line[column - 1 : start + _WINDOW]
    head = ("…" if start else "") + escape(_flat(before), None)
    tail = escape(_flat(after), None) + ("…" if start + _WINDOW < len(line) else "")
    return head + tail, _cells(head)


def _flat(text: str) -> str:
    return text.replace("\t", " ")


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _paint(text: str, style: Style, *, bold: bool, fg: str) -> str:
    return click.style(text, bold=bold, fg=fg) if style.colour else text
