"""What changed from one report to the next, for people who watch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from ..diagnostics.finding import Finding
from ..diagnostics.known_findings import new_in
from ..diagnostics.report import Report
from .concise import heading
from .format import Format
from .style import Style
from .summary import lines as summary

_MOST_GONE = 20


def changes(before: Report, after: Report, format: Format, style: Style) -> str:
    """The new findings, those that are gone, and of the summary what is not as it was.

    A finding is the same if file, rule, JSON Pointer and message are the same; its line may have moved.
    """
    new, gone = tuple(new_in(before.findings, after.findings)), new_in(after.findings, before.findings)
    counts, *more = summary(after, statistics=style.statistics)
    fresh = [line for line in more if line not in set(summary(before, statistics=style.statistics))]
    found = format.findings(after._replace(findings=new), style) if format.findings else ()
    return "\n".join([*found, *_gone(gone, style), f"{counts}; {len(new)} new, {len(gone)} gone", *fresh]) + "\n"


def _gone(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    for finding in findings[:_MOST_GONE]:
        line = f"gone: {heading(finding)}"
        yield click.style(line, fg="green") if style.colour else line
    if (more := len(findings) - _MOST_GONE) > 0:
        yield f"gone: {more} more"
