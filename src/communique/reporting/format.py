"""What a format of a report is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..diagnostics.report import Report
from .style import Style


@dataclass(frozen=True)
class Format:
    """A way to write a report: what ``--format`` calls it, and how a report becomes text."""

    name: str
    render: Callable[[Report, Style], str]
