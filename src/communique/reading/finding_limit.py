"""No more findings of one file are listed than anybody reads; the last one then says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..diagnostics.finding import Finding
from ..text.lines import Position
from .limits import MAX_FINDINGS
from .rules import LimitExceeded


def limited(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file, as many as are listed. Those that were limited before may be among them."""
    listed: list[Finding] = []
    for finding in findings:
        if is_full(listed):
            break
        listed.append(next_listed(listed, finding))
    return tuple(listed)


def next_listed(listed: Sequence[Finding], finding: Finding) -> Finding:
    """What is listed behind these: the finding, or that the rest is left out."""
    if len(listed) < MAX_FINDINGS:
        return finding
    message = f"more than {MAX_FINDINGS} things are wrong in this file; the rest is not listed"
    at = Position(finding.line, finding.column)
    return LimitExceeded.finding(message, finding.path, at, help="fix some of them and check again")


def is_full(listed: Sequence[Finding]) -> bool:
    """Whether nothing more is listed."""
    return len(listed) > MAX_FINDINGS
