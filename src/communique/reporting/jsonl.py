"""Findings as JSON Lines: one per line, and the summary in the last."""

from __future__ import annotations

from ..diagnostics.report import Report
from .format import Format
from .json_report import dumps
from .style import Style
from .summary import as_data


def render(report: Report, style: Style) -> str:
    """The report line by line."""
    things = [*(finding.as_dict() for finding in report.findings), {"summary": as_data(report)}]
    return "".join(dumps(thing) + "\n" for thing in things)


FORMAT = Format("jsonl", render)
