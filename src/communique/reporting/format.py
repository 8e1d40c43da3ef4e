"""The type of a report format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..diagnostics.report import Report
from .style import Style


@dataclass(frozen=True)
class Format:
    """A report format: its name for ``--format``, and the function that makes the text."""

    name: str
    render: Callable[[Report, Style], str]
