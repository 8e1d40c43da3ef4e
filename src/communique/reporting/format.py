"""The type of a report format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..diagnostics.report import Report
from .style import Style


class Format(NamedTuple):
    """A report format: its name for ``--format``, and the function that makes the text.

    ``findings`` makes the lines of the findings alone; None if the format is for programs, which need the whole.
    """

    name: str
    render: Callable[[Report, Style], str]
    findings: Callable[[Report, Style], Iterator[str]] | None = None
