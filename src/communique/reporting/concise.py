"""One line per finding, as compilers print it, and a line with its help."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.finding import Finding
from ..diagnostics.report import Report
from ..text.escaping import escape
from .format import Format
from .selection import fill
from .style import Style
from .summary import lines as summary

_MAX_FINDINGS = 60
_MAX_LENGTH = 200


def render(report: Report, style: Style) -> str:
    """The report as text for people and for programs that look for ``path:line:column``."""
    return "\n".join([*findings(report, style), *summary(report, statistics=style.statistics)]) + "\n"


def findings(report: Report, style: Style) -> Iterator[str]:
    """The lines of the findings, without the summary."""
    return fill(report.findings, _MAX_FINDINGS, _finding)


def heading(finding: Finding) -> str:
    """Place, severity, code and message."""
    place = f"{escape(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity} {finding.code} {escape(finding.message, _MAX_LENGTH)}"


def _finding(finding: Finding) -> Iterator[str]:
    yield heading(finding)
    if finding.help:
        yield f"  help: {escape(finding.help, _MAX_LENGTH)}"


FORMAT = Format("concise", render, findings)
