"""From findings to text. A new format is a file here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable

from ..checking import Report
from . import concise, json_report
from .style import Style

FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "concise": concise.render,
    "json": json_report.render,
}

__all__ = ["FORMATS", "Style"]
