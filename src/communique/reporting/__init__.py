"""From findings to text. A new format is a file here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics.report import Report
from . import concise, full, github, gitlab, json_report, jsonl, junit, sarif
from .style import Style

FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "full": full.render,
    "concise": concise.render,
    "json": json_report.render,
    "jsonl": jsonl.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
}

__all__ = ["FORMATS", "Style"]
