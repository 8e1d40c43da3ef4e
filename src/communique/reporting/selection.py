"""Selects the findings to show if there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from ..diagnostics.finding import Finding

_MAX_PER_FILE = 25
_MAX_BYTES = 17_000  # bytes: with the summary and the statistics, less than 20 kB


def fill(findings: Sequence[Finding], most: int, lines_of: Callable[[Finding], Iterable[str]]) -> Iterator[str]:
    """The lines of the first findings of every file, and the number of the others.

    At most ``most`` findings, and at most as many as fit into the size limit.
    """
    seen: Counter[str] = Counter()
    shown, remaining = 0, _MAX_BYTES
    for finding in findings:
        seen[finding.path] += 1
        if seen[finding.path] > _MAX_PER_FILE or shown == most:
            continue
        lines = list(lines_of(finding))
        remaining -= sum(map(_size, lines))
        if remaining < 0:
            break
        yield from lines
        shown += 1
    if more := len(findings) - shown:
        yield f"... and {more} more; use --format jsonl to see all"


def _size(line: str) -> int:
    """The size of the line in bytes, without colours, so that colour does not change which findings are shown."""
    return len(click.unstyle(line).encode("utf-8")) + 1
