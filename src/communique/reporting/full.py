"""Findings with the line of the file, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..text.escaping import escape, letters
from ..text.lines import Lines
from ..text.terminal_width import cells, fitting
from .concise import heading
from .format import Format
from .selection import fill
from .style import Style
from .summary import lines as summary

_MAX_FINDINGS = 40
_WINDOW = 100
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(report: Report, style: Style) -> str:
    """The report with source lines and carets; in colour if the style allows it."""
    return "\n".join([*findings(report, style), *summary(report, statistics=style.statistics)]) + "\n"


def findings(report: Report, style: Style) -> Iterator[str]:
    """The lines of the findings, without the summary."""
    texts = {path: Lines(text) for path, text in report.texts.items()}
    return fill(report.findings, _MAX_FINDINGS, lambda finding: _finding(finding, texts.get(finding.path), style))


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
    yield ""


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """A printable part of the line around the column, and the number of terminal cells before the column."""
    at = column - 1
    start = max(0, at - _WINDOW)
    shown = letters(_flat(line[start : at + _WINDOW]))
    before, after = shown[: at - start], shown[at - start :]
    if len(line) > len(shown) or cells(shown) > _WINDOW:
        before = before[len(before) - fitting(before[::-1], _WINDOW // 2) :]
        after = after[: fitting(after, _WINDOW - cells(before))]
    head = ("…" if len(before) < at else "") + "".join(before)
    tail = "".join(after) + ("…" if at + len(after) < len(line) else "")
    return head + tail, cells(head)


def _flat(text: str) -> str:
    return text.replace("\t", " ")


def _paint(text: str, style: Style, *, bold: bool, fg: str) -> str:
    return click.style(text, bold=bold, fg=fg) if style.colour else text


FORMAT = Format("full", render, findings)
