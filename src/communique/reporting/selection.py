"""Which findings are shown where all of them would be too many to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..findings import Finding

_PER_FILE = 25


def first(findings: Sequence[Finding], most: int) -> list[Finding]:
    """The first findings of every file, and no more in all than ``most``."""
    seen: Counter[str] = Counter()
    chosen: list[Finding] = []
    for finding in findings:
        seen[finding.path] += 1
        if seen[finding.path] <= _PER_FILE and len(chosen) < most:
            chosen.append(finding)
    return chosen


def rest(findings: Sequence[Finding], shown: Sequence[Finding]) -> list[str]:
    """A line that says how many more there are, if there are any."""
    more = len(findings) - len(shown)
    return [f"... and {more} more; --format jsonl gives all"] if more else []
