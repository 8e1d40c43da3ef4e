"""Workflow commands of GitHub Actions, which become annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..text.escaping import escape
from ..text.inflection import counted
from .format import Format
from .location import relative
from .style import Style
from .summary import lines as summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MAX_ANNOTATIONS = 10  # GitHub shows at most this many annotations of one level from one step


def render(report: Report, style: Style) -> str:
    """The report as commands, errors first, and the summary for the log."""
    lines = [line for severity in Severity for line in _level(report, severity)]
    return "\n".join([*lines, *summary(report, statistics=style.statistics)]) + "\n"


def _level(report: Report, severity: Severity) -> Iterator[str]:
    findings = [finding for finding in report.findings if finding.severity is severity]
    yield from map(_command, findings[:_MAX_ANNOTATIONS])
    if len(findings) > _MAX_ANNOTATIONS:
        more = counted(len(findings) - _MAX_ANNOTATIONS, f"more {_COMMANDS[severity]}")
        yield f"... and {more}; use --format jsonl to see all"


def _command(finding: Finding) -> str:
    properties = {
        "file": escape(relative(finding.path)),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code} {finding.name}",
    }
    pairs = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = escape(finding.message) + (f"\nhelp: {escape(finding.help)}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {pairs}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", render)
