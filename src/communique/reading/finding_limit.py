"""At most a fixed number of findings is listed per file; the last one says that there are more."""

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
    """What is listed after these: the finding, or one that says that the rest are not listed."""
    if len(listed) < MAX_FINDINGS:
        return finding
    message = f"more than {MAX_FINDINGS} findings in this file; the rest are not listed"
    at = Position(finding.line, finding.column)
    return LimitExceeded.finding(message, finding.path, at, help="fix some of them and check again")


def is_full(listed: Sequence[Finding]) -> bool:
    """Whether no more findings are listed."""
    return len(listed) > MAX_FINDINGS
