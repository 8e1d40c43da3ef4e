"""The summary of a report, as text and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..diagnostics.finding import Severity
from ..diagnostics.report import Report
from ..files.paths import shown
from ..text.escaping import escape
from ..text.inflection import counted


def as_data(report: Report) -> dict[str, Any]:
    """The summary for programs."""
    counts = {f"{severity}s": _count(report, severity) for severity in Severity}
    return {"files": report.files, **counts, "passages": report.passages._asdict()}


def lines(report: Report, *, statistics: bool = False) -> Iterator[str]:
    """The summary for people."""
    counts = ", ".join(counted(number, severity.value) for severity in Severity if (number := _count(report, severity)))
    yield f"{counted(report.files, 'file')} checked: {counts or 'no findings'}"
    if report.skipped:
        have, them = ("has", "it") if report.skipped == 1 else ("have", "them")
        yield f"{counted(report.skipped, 'file')} {have} reading or schema errors; rules were not run on {them}"
    if report.unread:
        some = f"{escape(shown(report.unread[0]))}{_and_more(len(report.unread) - 1)}"
        yield f"undefined references not reported, because {some} cannot be read and may define the ids"
    yield from _passages(report)
    if statistics:
        yield from _statistics(report)


def _and_more(number: int) -> str:
    return f" and {counted(number, 'other file')}" if number else ""


def _count(report: Report, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in report.findings)


def _passages(report: Report) -> Iterator[str]:
    verified, failed, unchecked = report.passages
    apart = f"; those of {counted(report.skipped, 'file')} with errors are not counted" if report.skipped else ""
    if report.missing_texts is None:
        if unchecked:
            yield f"{counted(unchecked, 'passage')} not checked; give the folder of source texts with --sources{apart}"
        return
    yield f"{counted(verified, 'passage')} verified, {failed} failed, {unchecked} not checked{apart}"
    if report.missing_texts:
        yield escape(f"no text found for {', '.join(report.missing_texts)}")


def _statistics(report: Report) -> Iterator[str]:
    """The number of findings of each rule, the largest first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>6}  {code}  {name}"
