"""Findings as JSON, for programs."""

from __future__ import annotations

import json

from ..diagnostics.report import Report
from ..text.escaping import break_commands
from .format import Format
from .style import Style
from .summary import as_data


def render(report: Report, style: Style) -> str:
    """The report as one JSON object; ASCII only, so that no terminal interprets the content of a record."""
    whole = {"findings": [finding.as_dict() for finding in report.findings], "summary": as_data(report)}
    return dumps(whole, indent=2) + "\n"


def dumps(value: object, indent: int | None = None) -> str:
    """JSON in ASCII that contains no command of a CI system.

    A number sign before another is written as an escape, which is the same in JSON.
    """
    return break_commands(json.dumps(value, indent=indent), "\\u0023")


FORMAT = Format("json", render)
