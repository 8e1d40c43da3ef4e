"""One line per finding, as compilers write it, and a line of help where there is any."""

from __future__ import annotations

from collections.abc import Iterator

from ..checking import Report
from ..findings import Finding, Severity
from .escaping import escape
from .style import Style


def render(report: Report, style: Style) -> str:
    """The report as text for people."""
    lines = [line for finding in report.findings for line in _finding(finding)]
    return "\n".join([*lines, _summary(report), *_passages(report)]) + "\n"


def _finding(finding: Finding) -> Iterator[str]:
    place = f"{escape(finding.path)}:{finding.line}:{finding.column}"
    yield f"{place}: {finding.severity} {finding.code} {escape(finding.message)}"
    if finding.help:
        yield f"  help: {escape(finding.help)}"


def _summary(report: Report) -> str:
    counts = {severity: sum(f.severity is severity for f in report.findings) for severity in Severity}
    said = ", ".join(plural(number, severity.value) for severity, number in counts.items() if number)
    return f"{plural(report.files, 'file')} checked: {said or 'no findings'}"


def _passages(report: Report) -> Iterator[str]:
    verified, failed, unchecked = report.passages
    if verified or failed:
        yield f"{plural(verified, 'passage')} verified, {failed} failed, {unchecked} not checked"
    elif unchecked:
        yield f"{plural(unchecked, 'passage')} not checked: name the folder of the source texts with --sources"


def plural(number: int, noun: str) -> str:
    """The number with its noun, in the singular or the plural."""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"
