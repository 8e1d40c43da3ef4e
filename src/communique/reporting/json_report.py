"""Findings as JSON, for programs."""

from __future__ import annotations

import json

from ..checking import Report
from ..findings import Severity
from .style import Style


def render(report: Report, style: Style) -> str:
    """The report as one JSON object; ASCII only, so that no terminal interprets what a record holds."""
    counts = {f"{severity}s": sum(f.severity is severity for f in report.findings) for severity in Severity}
    summary = {"files": report.files, **counts, "passages": report.passages._asdict()}
    return json.dumps({"findings": [f.as_dict() for f in report.findings], "summary": summary}, indent=2) + "\n"
