"""GitLab's Code Quality report."""

from __future__ import annotations

from typing import Any

from ..diagnostics.finding import Finding, Severity
from ..diagnostics.report import Report
from ..text.escaping import escape
from .format import Format
from .json_report import dumps
from .location import fingerprints, relative
from .style import Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, style: Style) -> str:
    """The report as the list of issues that GitLab reads."""
    return dumps([_issue(finding, name) for finding, name in fingerprints(report.findings)], indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    help = f" ({finding.help})" if finding.help else ""
    return {
        "description": escape(f"{finding.code} {finding.message}{help}"),
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": escape(relative(finding.path)), "lines": {"begin": finding.line}},
    }


FORMAT = Format("gitlab", render)
