"""The findings that records would have after a change and do not have now."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.finding import Finding
from ..diagnostics.known_findings import new_in
from ..diagnostics.report import Report
from ..reporting.concise import heading
from .exits import tell_internal_errors
from .output import tell


def new_findings(before: Report, after: Report) -> list[Finding]:
    """The findings of the report after a change that are not in the one before; exits if there are internal errors."""
    tell_internal_errors(after.internal_errors)
    return new_in(before.findings, after.findings)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings is an error."""
    return any(each.severity == "error" for each in findings)


def tell_findings(findings: Iterable[Finding]) -> None:
    """Print findings with their help to standard error."""
    for finding in findings:
        tell(heading(finding))
        if finding.help:
            tell(f"  help: {finding.help}")
